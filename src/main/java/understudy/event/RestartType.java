package understudy.event;

/// When a supervisor starts a child again after it ended (RST-04 to RST-08).
public enum RestartType {
  /// After every exit.
  PERMANENT,
  /// After an exit that is not clean.
  TRANSIENT,
  /// Never; the specification goes with the process.
  TEMPORARY
}
