package understudy.runtime;

import java.time.Duration;

/// Runs things later, in a scheduler's own time.
interface Timers {
  /// What lies further in the future is as far away as this: 146 years.
  long NEVER = Long.MAX_VALUE / 2;

  /// Has `alarm` ring, not earlier than in `delayNanos` (MSG-15), never inside this call.
  void schedule(long delayNanos, Alarm alarm);

  /// Takes note that `alarm`, which was scheduled here, has been silenced.
  void forget(Alarm alarm);

  /// {@return the moment `delayNanos` after `now`}
  static long moment(long now, long delayNanos) {
    return delayNanos < NEVER - now ? now + delayNanos : NEVER;
  }

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
