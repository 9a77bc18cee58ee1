package understudy.scenario;

/// One message of a [Step.Batch].
public sealed interface Mail {
  /// Work to count.
  record Work() implements Mail {}

  /// Tells the worker to leave its callback with exit.
  ///
  /// @param reason with which
  record ExitSelf(Value reason) implements Mail {}

  /// Tells the worker to return stop.
  ///
  /// @param reason with which
  record StopSelf(Value reason) implements Mail {}
}
