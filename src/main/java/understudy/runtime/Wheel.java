package understudy.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alarms by the millisecond in which they are due: adding one costs the same however many there
/// are.
///
/// A ring of slots; an alarm that is further away than the ring is long stays in its slot for
/// another round. After Varghese and Lauck, "Hashed and Hierarchical Timing Wheels", scheme 6. One
/// that is silenced stays until somebody comes by, at the latest at the next [#sweep]. Safe on any
/// thread.
final class Wheel {
  private static final int SLOTS = 1 << 12;
  private static final long TICK_NANOS = 1_000_000;
  private static final long NOTHING = Long.MAX_VALUE;

  /// Chains of alarms, the newest first.
  private final @Nullable Alarm[] slots = new Alarm[SLOTS];

  /// All before this tick have been taken.
  private long taken;

  private int size;

  /// {@return when an alarm is taken: at the first tick that is not before it is due}
  static long takenNanos(Alarm alarm) {
    return tick(alarm) * TICK_NANOS;
  }

  private static long tick(Alarm alarm) {
    return (alarm.due + TICK_NANOS - 1) / TICK_NANOS;
  }

  /// Puts an alarm in.
  synchronized void add(Alarm alarm) {
    int slot = slot(Math.max(tick(alarm), taken));
    alarm.next = slots[slot];
    slots[slot] = alarm;
    size++;
  }

  /// {@return how many are kept}
  synchronized int size() {
    return size;
  }

  /// Drops all that are silenced: a look at each that is kept.
  synchronized void sweep() {
    for (int slot = 0; slot < SLOTS; slot++) {
      sort(slot, Long.MIN_VALUE, List.of());
    }
  }

  /// {@return the alarms that are due at `now`, taken out, those of one moment in the order added}
  synchronized List<Alarm> take(long now) {
    long last = now / TICK_NANOS;
    if (size == 0) {
      taken = Math.max(taken, last + 1);
      return List.of();
    }
    var found = new ArrayList<Alarm>();
    for (long tick = Math.max(taken, last - SLOTS + 1); tick <= last; tick++) {
      sort(slot(tick), last, found);
    }
    taken = Math.max(taken, last + 1);
    Collections.reverse(found); // A slot has the newest first.
    found.sort(Comparator.comparingLong(alarm -> alarm.due));
    return found;
  }

  /// Leaves in a slot what stays, in its order.
  ///
  /// @param last what is due by this tick is added to `found`
  private void sort(int slot, long last, List<Alarm> found) {
    Alarm kept = null;
    for (Alarm one = slots[slot]; one != null; ) {
      Alarm after = one.next;
      boolean silent = one.isSilent();
      if (!silent && tick(one) > last) {
        kept = one;
      } else {
        one.next = null; // What is old must not keep what is young.
        size--;
        if (kept == null) {
          slots[slot] = after;
        } else {
          kept.next = after;
        }
        if (!silent) {
          found.add(one);
        }
      }
      one = after;
    }
  }

  /// {@return when the next alarm may be due, at the latest one round after what was taken last}
  synchronized long nextDue() {
    if (size == 0) {
      return NOTHING;
    }
    long tick = taken; // Not now: what has become due since the last look is due.
    long end = tick + SLOTS;
    while (tick < end && isVoid(slot(tick))) {
      tick++;
    }
    return tick * TICK_NANOS;
  }

  private boolean isVoid(int slot) {
    Alarm first = slots[slot];
    if (first != null && first.isSilent()) {
      sort(slot, Long.MIN_VALUE, List.of());
    }
    return slots[slot] == null;
  }

  private static int slot(long tick) {
    return (int) tick & (SLOTS - 1);
  }
}
