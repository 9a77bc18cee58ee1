package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last crash and what came of it: the sentences of one moment of the world's time, in order.
final class Episode {
  /// How many sentences are told at most.
  static final int MOST = 3;

  private static final int LOOKED_AT = 300;
  private static final long TOGETHER_NANOS = 1_000_000_000L;
  private static final long FRESH_NANOS = 12_000_000_000L;

  private Episode() {}

  /// {@return the sentences, oldest first; none if the last crash was long ago}
  ///
  /// @param lines all sentences, the newest last
  /// @param now the world's time, in nanoseconds
  static List<EventLine> last(Deque<EventLine> lines, long now) {
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
    var story = new ArrayList<>(told.reversed());
    while (story.size() > MOST) {
      story.remove(1); // How it began and what came of it is what matters.
    }
    return List.copyOf(story);
  }
}
