package understudy.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Timers by the millisecond in which they are due: setting and cancelling one costs the same
/// however many there are.
///
/// A ring of slots; a timer that is further away than the ring is long stays in its slot for
/// another round. After Varghese and Lauck, "Hashed and Hierarchical Timing Wheels", scheme 6. Safe
/// on any thread.
final class Wheel {
  private static final int SLOTS = 1 << 12;
  private static final long TICK_NANOS = 1_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  /// One timer, linked into its slot.
  static final class Due implements Timers.Timer {
    private final Wheel wheel;
    private final long due;
    private final Runnable task;
    private final long tick;
    private int slot;
    private @Nullable Due before;
    private @Nullable Due after;
    private volatile boolean pending = true;

    Due(Wheel wheel, long due, Runnable task) {
      this.wheel = wheel;
      this.due = due;
      this.task = task;
      this.tick = (due + TICK_NANOS - 1) / TICK_NANOS;
    }

    @Override
    public boolean cancel() {
      return pending && wheel.remove(this);
    }

    @Override
    public long dueNanos() {
      return due;
    }

    /// {@return when it is taken: at the first tick that is not before it is due}
    long takenNanos() {
      return tick * TICK_NANOS;
    }

    void run() {
      task.run();
    }
  }

  private final @Nullable Due[] slots = new Due[SLOTS];

  /// All before this tick have been taken.
  private long taken;

  private int size;

  /// Puts a timer in.
  Due add(long due, Runnable task) {
    var one = new Due(this, Math.max(0, due), task);
    synchronized (this) {
      one.slot = slot(Math.max(one.tick, taken));
      Due first = slots[one.slot];
      one.after = first;
      if (first != null) {
        first.before = one;
      }
      slots[one.slot] = one;
      size++;
    }
    return one;
  }

  private synchronized boolean remove(Due one) {
    if (!one.pending) {
      return false;
    }
    unlink(one);
    return true;
  }

  private void unlink(Due one) {
    one.pending = false;
    if (one.before == null) {
      slots[one.slot] = one.after;
    } else {
      one.before.after = one.after;
    }
    if (one.after != null) {
      one.after.before = one.before;
    }
    size--;
  }

  /// {@return the timers that are due at `now`, taken out, those of one tick in the order set}
  synchronized List<Due> take(long now) {
    long last = now / TICK_NANOS;
    if (size == 0) {
      taken = Math.max(taken, last + 1);
      return List.of();
    }
    var found = new ArrayList<Due>();
    long from = Math.max(taken, last - SLOTS + 1);
    for (long tick = from; tick <= last; tick++) {
      for (Due one = slots[slot(tick)]; one != null; one = one.after) {
        if (one.tick <= last) {
          found.add(one);
        }
      }
    }
    taken = last + 1;
    found.forEach(this::unlink);
    Collections.reverse(found); // A slot has the newest first.
    found.sort((one, other) -> Long.compare(one.due, other.due));
    return found;
  }

  /// {@return when the next timer may be due, at the latest one round after what was taken last}
  synchronized long nextDue() {
    if (size == 0) {
      return NEVER;
    }
    long tick = taken; // Not now: what has become due since the last look is due.
    long end = tick + SLOTS;
    while (tick < end && slots[slot(tick)] == null) {
      tick++;
    }
    return tick * TICK_NANOS;
  }

  private static int slot(long tick) {
    return (int) tick & (SLOTS - 1);
  }
}
