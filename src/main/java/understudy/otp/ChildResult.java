package understudy.otp;

import understudy.event.ExitReason;
import understudy.event.Pid;

/// What a supervisor answers to an administrative request.
public sealed interface ChildResult {
  /// `ok`, or `{ok, Pid}` with the process that runs now.
  ///
  /// @param pid the process; [Pid#NONE] where the answer is a bare `ok`
  record Ok(Pid pid) implements ChildResult {}

  /// `{ok, undefined}`: the start was ignored, the specification kept (INI-03).
  record Undefined() implements ChildResult {}

  /// `ignore`: the start was ignored, nothing kept (DYN-09).
  record Ignored() implements ChildResult {}

  /// `{error, Reason}`.
  ///
  /// @param reason why
  record Failed(ExitReason reason) implements ChildResult {}

  /// {@return a bare `ok`}
  static ChildResult ok() {
    return new Ok(Pid.NONE);
  }

  /// {@return `{error, reason}` with an atom}
  ///
  /// @param reason the atom
  static ChildResult failed(String reason) {
    return new Failed(ExitReason.atom(reason));
  }
}
