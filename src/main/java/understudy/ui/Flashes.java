package understudy.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import understudy.viewmodel.Fate;
import understudy.viewmodel.Field;
import understudy.viewmodel.Phase;

/// What happened to a place a moment ago, so that it can be seen although it was over in less time
/// than a frame takes.
///
/// Found by comparing one frame with the next; told in the time of the pulses, not of the world.
final class Flashes {
  static final double DEATH_SECONDS = 0.45;
  static final double BIRTH_SECONDS = 1.5;
  static final double STORY_SECONDS = 6;
  private static final int MOST_BIRTHS = 400;

  /// A change of process in a place.
  ///
  /// @param fate how the last process ended; NONE if the place is new
  /// @param reborn whether another process is there now
  /// @param nanos when it was seen
  record Flash(Fate fate, boolean reborn, long nanos) {
    double age(long now) {
      return (now - nanos) / 1e9;
    }
  }

  private final Map<Integer, Flash> bySlot = new HashMap<>();
  private Field last = Field.EMPTY;

  void forget() {
    bySlot.clear();
    last = Field.EMPTY;
  }

  void compare(Field next, long now) {
    if (last.size() > 0 && next != last) {
      if (next.samePlaces(last)) {
        for (int row = 0; row < next.size(); row++) {
          compare(row, row, next, now);
        }
      } else {
        compareBySlot(next, now);
      }
    }
    last = next;
    bySlot.values().removeIf(flash -> flash.age(now) > STORY_SECONDS);
  }

  private void compareBySlot(Field next, long now) {
    Map<Integer, Integer> rows = HashMap.newHashMap(last.size());
    for (int row = 0; row < last.size(); row++) {
      rows.put(last.slot(row), row);
    }
    int births = 0;
    for (int row = 0; row < next.size(); row++) {
      var before = rows.get(next.slot(row));
      if (before != null) {
        compare(before, row, next, now);
      } else if (births++ < MOST_BIRTHS) {
        bySlot.putIfAbsent(next.slot(row), new Flash(Fate.NONE, true, now));
      }
    }
  }

  private void compare(int before, int row, Field next, long now) {
    int slot = next.slot(row);
    boolean otherPid = next.pid(row) != last.pid(before);
    boolean died = last.phase(before).isAlive() && !next.phase(row).isAlive();
    boolean taken = next.phase(row) == Phase.STOPPING && last.phase(before) != Phase.STOPPING;
    if (otherPid) {
      var earlier = Optional.ofNullable(bySlot.get(slot)).filter(f -> !f.reborn());
      long start = earlier.map(f -> f.nanos()).orElse(now);
      long begun = Math.max(start, now - (long) (DEATH_SECONDS * 1e9));
      bySlot.put(slot, new Flash(next.fate(row), true, begun));
    } else if (died) {
      bySlot.put(slot, new Flash(next.fate(row), false, now));
    } else if (taken) {
      bySlot.put(slot, new Flash(Fate.TAKEN_DOWN, false, now));
    }
  }

  Optional<Flash> of(int slot) {
    return Optional.ofNullable(bySlot.get(slot));
  }

  /// {@return whether the picture still changes of itself}
  boolean moving(long now) {
    for (Flash flash : bySlot.values()) {
      if (flash.age(now) < DEATH_SECONDS + BIRTH_SECONDS || flash.age(now) > STORY_SECONDS - 0.1) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return bySlot.isEmpty();
  }
}
