package understudy.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The restarts that a supervisor still counts (INT-07), by OTP's rule of whole seconds (INT-08).
///
/// Holds at most [#KEPT]: what a recording claims cannot fill the memory.
final class RestartWindow {
  private static final int KEPT = 4_096;

  private final Deque<Long> seconds = new ArrayDeque<>(0);

  static long second(long nanos) {
    return Math.floorDiv(nanos, 1_000_000_000L);
  }

  void add(long second) {
    seconds.addLast(second);
    if (seconds.size() > KEPT) {
      seconds.removeFirst();
    }
  }

  List<Long> seconds() {
    return List.copyOf(seconds);
  }

  void clear() {
    seconds.clear();
  }

  int count(long nowSecond, int periodSeconds) {
    int counted = 0;
    for (var newestFirst = seconds.descendingIterator();
        newestFirst.hasNext() && newestFirst.next() >= nowSecond - periodSeconds; ) {
      counted++;
    }
    return counted;
  }

  /// Takes the supervisor's own count for the truth: the stream may have begun after some of them.
  void agree(int count, long second, int periodSeconds) {
    while (!seconds.isEmpty()
        && (seconds.getFirst() < second - periodSeconds || seconds.size() > count)) {
      seconds.removeFirst();
    }
    while (seconds.size() < Math.min(count, KEPT)) {
      seconds.addLast(second);
    }
  }
}
