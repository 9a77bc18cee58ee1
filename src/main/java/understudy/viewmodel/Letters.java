package understudy.viewmodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import understudy.event.Pid;

/// When the messages were sent that wait for the selected process, as far as it was watched.
///
/// Messages keep their order in a mailbox, so that the newest ones there are the newest ones sent.
/// Owned by the pump's thread.
final class Letters {
  private static final int MOST = 4_096;

  private record Letter(long id, long nanos) {}

  private final Deque<Letter> waiting = new ArrayDeque<>();
  private Pid watched = Pid.NONE;
  private boolean torn;

  void watch(Pid pid) {
    if (!pid.equals(watched)) {
      watched = pid;
      waiting.clear();
      torn = false;
    }
  }

  void sent(Pid to, long id, long nanos) {
    if (!watched.isNone() && to.equals(watched)) {
      waiting.addLast(new Letter(id, nanos));
      if (waiting.size() > MOST) {
        waiting.removeLast();
        torn = true;
      }
    }
  }

  void received(Pid by, long id) {
    if (by.equals(watched)) {
      waiting.removeIf(letter -> letter.id() == id);
      torn &= !waiting.isEmpty();
    }
  }

  /// {@return how long each of the oldest `shown` messages has waited, -1 where nobody watched}
  ///
  /// @param depth messages in the mailbox
  List<Long> ages(int shown, int depth, long now) {
    var known = waiting.stream().map(Letter::nanos).toList();
    int before = depth - known.size();
    List<Long> ages = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      int at = i - before;
      ages.add(torn || at < 0 || at >= known.size() ? -1L : Math.max(0, now - known.get(at)));
    }
    return ages;
  }
}
