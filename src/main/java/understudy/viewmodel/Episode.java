package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last crash and what came of it: sentences of one moment of the world's time.
///
/// @param lines how it began and what came of it, oldest first; at most [#MOST]
/// @param left how many sentences in between are left out
public record Episode(List<EventLine> lines, int left) {
  /// How many sentences are told at most.
  public static final int MOST = 3;

  /// Nothing to tell.
  public static final Episode NONE = new Episode(List.of(), 0);

  private static final int LOOKED_AT = 300;
  private static final long TOGETHER_NANOS = 1_000_000_000L;
  private static final long FRESH_NANOS = 12_000_000_000L;

  /// Takes a copy.
  public Episode {
    lines = List.copyOf(lines);
  }

  /// {@return the last one; nothing if the last crash was long ago}
  ///
  /// @param lines all sentences, the newest last
  /// @param now the world's time, in nanoseconds
  static Episode last(Deque<EventLine> lines, long now) {
    List<EventLine> told = new ArrayList<>();
    int looked = 0;
    for (var each = lines.descendingIterator(); each.hasNext() && looked < LOOKED_AT; looked++) {
      var line = each.next();
      if (line.level() == Level.INFO) {
        continue;
      }
      long until = told.isEmpty() ? now - FRESH_NANOS : told.getLast().nanos() - TOGETHER_NANOS;
      if (line.nanos() < until) {
        break;
      }
      told.add(line);
    }
    return new Episode(told.reversed(), 0).within(MOST);
  }

  /// {@return this in at most so many sentences: how it began and what came of it last, or that
  /// alone}
  ///
  /// @param most 1 or more
  public Episode within(int most) {
    int over = lines.size() - most;
    if (over <= 0) {
      return this;
    }
    List<EventLine> kept = new ArrayList<>(lines);
    int from = most == 1 ? 0 : 1;
    kept.subList(from, from + over).clear();
    return new Episode(kept, left + over);
  }
}
