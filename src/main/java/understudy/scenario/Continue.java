package understudy.scenario;

/// How a worker ends itself in the continue handler that its init asks for.
public sealed interface Continue {
  /// {@return the reason with which it ends}
  Value reason();

  /// Leaves with exit.
  ///
  /// @param reason with which
  record Exit(Value reason) implements Continue {}

  /// Returns stop.
  ///
  /// @param reason with which
  record Stop(Value reason) implements Continue {}
}
