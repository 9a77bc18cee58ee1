package understudy.runtime;

import java.time.Duration;

/// Runs things later, in a scheduler's own time.
interface Timers {
  /// One thing to run.
  interface Timer {
    /// {@return whether this call kept it from running}
    boolean cancel();

    /// {@return when it is due, in the scheduler's nanoseconds}
    long dueNanos();
  }

  /// Runs `task` not earlier than in `delayNanos` (MSG-15), never inside this call.
  Timer schedule(long delayNanos, Runnable task);

  /// {@return `time` in nanoseconds}
  ///
  /// @throws IllegalArgumentException if it is negative
  static long nanosOf(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "a time must be zero or more, got " + time.toMillis() + " ms");
    }
    return time.toNanos();
  }
}
