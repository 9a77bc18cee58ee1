package understudy.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.viewmodel.Fate;
import understudy.viewmodel.Field;
import understudy.viewmodel.Phase;

/// What happened to a place a moment ago, so that it can be seen although it was over in less time
/// than a frame takes.
///
/// Found by comparing one frame with the next; told in the time of the pulses, not of the world.
/// What happened all at once is told one after the other: who died, whom the supervisor takes down
/// with it, who comes back. While the world is held nothing told is forgotten.
final class Flashes {
  static final double DEATH_SECONDS = 0.7;
  static final double BIRTH_SECONDS = 1.5;
  static final double STORY_SECONDS = 6;
  private static final double BETWEEN_BIRTHS = 0.08;
  private static final double LONGEST_ROW_OF_BIRTHS = 0.8;
  private static final int MOST_BIRTHS = 400;
  private static final long NEVER = Long.MAX_VALUE;

  /// How far a story has come.
  enum Stage {
    /// Others come first: it still looks as before.
    BEFORE,
    /// Its process dies, or is dead and nobody came yet.
    DYING,
    /// The next process has just come.
    BORN,
    /// It is over, but its words still stand.
    TOLD
  }

  /// A change of process in a place.
  ///
  /// @param fate how the last process ended; NONE if the place is new
  /// @param death when its end is shown
  /// @param birth when its successor is shown, NEVER while there is none
  record Flash(Fate fate, long death, long birth) {
    boolean reborn() {
      return birth != NEVER;
    }

    Stage stage(long now) {
      if (now < death) {
        return Stage.BEFORE;
      }
      if (now < birth) {
        return Stage.DYING;
      }
      return now - birth < nanos(BIRTH_SECONDS) ? Stage.BORN : Stage.TOLD;
    }

    /// {@return seconds since the death was shown}
    double sinceDeath(long now) {
      return (now - death) / 1e9;
    }

    /// {@return seconds since the birth was shown}
    double sinceBirth(long now) {
      return (now - birth) / 1e9;
    }

    /// {@return when the last thing told of it is shown}
    long newest() {
      return reborn() ? birth : death;
    }

    private Flash later(long by) {
      return new Flash(fate, death + by, reborn() ? birth + by : NEVER);
    }
  }

  private record Change(int slot, Fate fate, boolean reborn) {}

  private final Map<Integer, Flash> bySlot = new HashMap<>();
  private Field last = Field.EMPTY;
  private long before;
  private boolean forgotten;

  void forget() {
    bySlot.clear();
    last = Field.EMPTY;
  }

  /// Takes the newest field.
  ///
  /// @param held whether the world stands still
  void compare(Field next, long now, boolean held) {
    if (held) {
      long passed = now - before;
      bySlot.replaceAll((_, f) -> now - f.newest() > nanos(BIRTH_SECONDS) ? f.later(passed) : f);
    }
    before = now;
    if (last.size() > 0 && next != last) {
      List<Change> changes = new ArrayList<>();
      if (next.samePlaces(last)) {
        for (int row = 0; row < next.size(); row++) {
          compare(row, row, next, changes);
        }
      } else {
        compareBySlot(next, changes);
      }
      tell(changes, now);
    }
    last = next;
    forgotten |= bySlot.values().removeIf(each -> now - each.newest() > nanos(STORY_SECONDS));
  }

  private void compareBySlot(Field next, List<Change> changes) {
    Map<Integer, Integer> rows = HashMap.newHashMap(last.size());
    for (int row = 0; row < last.size(); row++) {
      rows.put(last.slot(row), row);
    }
    int births = 0;
    for (int row = 0; row < next.size(); row++) {
      var was = rows.get(next.slot(row));
      if (was != null) {
        compare(was, row, next, changes);
      } else if (next.slot(row) >= last.slots() && births++ < MOST_BIRTHS) {
        changes.add(new Change(next.slot(row), Fate.NONE, true));
      }
    }
  }

  private void compare(int was, int row, Field next, List<Change> changes) {
    int slot = next.slot(row);
    boolean died = last.phase(was).isAlive() && !next.phase(row).isAlive();
    boolean taken = next.phase(row) == Phase.STOPPING && last.phase(was) != Phase.STOPPING;
    if (next.pid(row) != last.pid(was)) {
      changes.add(new Change(slot, next.fate(row), true));
    } else if (died) {
      changes.add(new Change(slot, next.fate(row), false));
    } else if (taken) {
      changes.add(new Change(slot, Fate.TAKEN_DOWN, false));
    }
  }

  private void tell(List<Change> changes, long now) {
    boolean crash = false;
    boolean taken = false;
    for (var change : changes) {
      crash |= change.fate() == Fate.CRASHED || change.fate() == Fate.GAVE_UP;
      taken |= change.fate() == Fate.TAKEN_DOWN;
    }
    long pause = crash && taken ? nanos(DEATH_SECONDS) : 0;
    long begin = now;
    for (var change : changes) {
      if (change.fate() != Fate.NONE) {
        begin = Math.max(begin, death(change, now, pause) + nanos(DEATH_SECONDS));
      }
    }
    int births = 0;
    for (var change : changes) {
      if (change.fate() == Fate.NONE) {
        bySlot.putIfAbsent(change.slot(), new Flash(Fate.NONE, now, now));
        continue;
      }
      long death = death(change, now, pause);
      long birth = NEVER;
      if (change.reborn()) {
        double turn = Math.min(BETWEEN_BIRTHS * births++, LONGEST_ROW_OF_BIRTHS);
        birth = begin + nanos(turn);
      }
      var fate = unfinished(change.slot()).map(Flash::fate).orElse(change.fate());
      bySlot.put(change.slot(), new Flash(fate, death, birth));
    }
  }

  private long death(Change change, long now, long pause) {
    return unfinished(change.slot())
        .map(Flash::death)
        .orElse(now + (change.fate() == Fate.TAKEN_DOWN ? pause : 0));
  }

  private Optional<Flash> unfinished(int slot) {
    return Optional.ofNullable(bySlot.get(slot)).filter(f -> !f.reborn());
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }

  Optional<Flash> of(int slot) {
    return Optional.ofNullable(bySlot.get(slot));
  }

  /// {@return whether the picture drawn last is no longer true: something in it moved, or its words
  /// have ended since. However long ago that picture was: pulses may be far apart}
  ///
  /// @param drawn when it was drawn
  boolean outdated(long drawn) {
    return forgotten
        || bySlot.values().stream().anyMatch(f -> drawn - f.newest() < nanos(BIRTH_SECONDS));
  }

  /// Everything that is known now has been drawn.
  void drawn() {
    forgotten = false;
  }

  boolean isEmpty() {
    return bySlot.isEmpty();
  }
}
