package understudy.otp;

import java.util.ArrayDeque;
import java.util.Deque;

/// Counts the restarts of one supervisor within a sliding window (INT-01 to INT-11).
///
/// The clock is taken in whole seconds, as OTP does: a restart counts while `restartSecond >=
/// nowSecond - period` (INT-08).
final class RestartIntensity {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final int maxRestarts;
  private final int periodSeconds;

  /// The seconds in which restarts were, oldest first: as many as the window is long, however many
  /// restarts there are.
  private final Deque<Second> seconds = new ArrayDeque<>();

  private int counted;

  private static final class Second {
    final long number;
    int restarts;

    Second(long number) {
      this.number = number;
    }
  }

  RestartIntensity(int maxRestarts, int periodSeconds) {
    this.maxRestarts = maxRestarts;
    this.periodSeconds = periodSeconds;
  }

  /// Counts one restart.
  ///
  /// @return whether it is still tolerated
  boolean count(long nowNanos) {
    long now = nowNanos / NANOS_A_SECOND;
    Second newest = seconds.peekLast();
    if (newest == null || newest.number != now) {
      newest = new Second(now);
      seconds.addLast(newest);
    }
    newest.restarts++;
    counted++;
    while (seconds.getFirst().number < now - periodSeconds) {
      counted -= seconds.removeFirst().restarts;
    }
    return counted <= maxRestarts;
  }

  /// {@return how many restarts are in the window since the last count}
  int counted() {
    return counted;
  }
}
