package understudy.scenario;

/// What one start attempt of a worker does.
public sealed interface Init {
  /// Starts.
  record Ok() implements Init {}

  /// Returns `ignore`.
  record Ignore() implements Init {}

  /// Returns stop.
  ///
  /// @param reason with which
  record Stop(Value reason) implements Init {}

  /// Leaves with exit.
  ///
  /// @param reason with which
  record Exit(Value reason) implements Init {}

  /// Raises a run-time error.
  ///
  /// @param reason which
  record Raise(Value reason) implements Init {}

  /// Sleeps, then does something else.
  ///
  /// @param millis how long, 0 or more
  /// @param then what it does after that
  record Delay(long millis, Init then) implements Init {}
}
