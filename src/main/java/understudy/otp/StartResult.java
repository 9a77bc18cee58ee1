package understudy.otp;

import understudy.event.ExitReason;
import understudy.event.Pid;

/// How a start went.
public sealed interface StartResult {
  /// `{ok, Pid}`.
  ///
  /// @param pid the process, whose init has returned
  record Started(Pid pid) implements StartResult {}

  /// `ignore`.
  record Ignored() implements StartResult {}

  /// `{error, Reason}`.
  ///
  /// @param reason why
  record Failed(ExitReason reason) implements StartResult {}
}
