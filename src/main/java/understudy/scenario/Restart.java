package understudy.scenario;

/// When a supervisor starts a child again after it ended (RST-04 to RST-08).
public enum Restart {
  /// After every exit; what a file means that says nothing.
  PERMANENT,
  /// After an exit that is not clean.
  TRANSIENT,
  /// Never.
  TEMPORARY
}
