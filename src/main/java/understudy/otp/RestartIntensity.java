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
  private final Deque<Long> seconds = new ArrayDeque<>();

  RestartIntensity(int maxRestarts, int periodSeconds) {
    this.maxRestarts = maxRestarts;
    this.periodSeconds = periodSeconds;
  }

  /// Counts one restart.
  ///
  /// @return whether it is still tolerated
  boolean count(long nowNanos) {
    long now = nowNanos / NANOS_A_SECOND;
    seconds.addLast(now);
    while (seconds.getFirst() < now - periodSeconds) {
      seconds.removeFirst();
    }
    return seconds.size() <= maxRestarts;
  }

  /// {@return how many restarts are in the window since the last count}
  int counted() {
    return seconds.size();
  }
}
