package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last crash and what came of it: sentences of one moment of the world's time.
///
/// @param lines how it began and what came of it, oldest first; at most [#MOST]
/// @param left how many sentences between the first and the others are left out
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
    if (told.isEmpty()) {
      return NONE;
    }
    List<EventLine> story = new ArrayList<>(told.reversed());
    int left = Math.max(0, story.size() - MOST);
    story.subList(1, 1 + left).clear();
    return new Episode(story, left);
  }
}
