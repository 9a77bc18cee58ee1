package understudy.otp;

import understudy.event.ExitReason;

/// How a task ended, for its owner.
///
/// @param <T> the result
public sealed interface TaskEnd<T> {
  /// `{ok, Value}`.
  ///
  /// @param value the result
  record Ok<T>(T value) implements TaskEnd<T> {}

  /// `{exit, Reason}`.
  ///
  /// @param reason why there is no result
  record Exited<T>(ExitReason reason) implements TaskEnd<T> {}
}
