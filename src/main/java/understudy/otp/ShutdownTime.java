package understudy.otp;

import java.time.Duration;

/// How a supervisor stops a child (SHD rules).
public sealed interface ShutdownTime {
  /// By `kill` at once (SHD-05).
  record BrutalKill() implements ShutdownTime {}

  /// By `shutdown`, and `kill` when the time is over (SHD-02, SHD-03).
  ///
  /// @param time zero or more; a DynamicSupervisor wants more than zero (DYN-06)
  record Within(Duration time) implements ShutdownTime {}

  /// By `shutdown`, however long it takes (SHD-07).
  record Infinity() implements ShutdownTime {}
}
