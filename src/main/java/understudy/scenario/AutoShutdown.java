package understudy.scenario;

/// Whether a supervisor ends when its significant children have ended by themselves.
public enum AutoShutdown {
  /// It does not; what a file means that says nothing.
  NEVER,
  /// As soon as one significant child has ended.
  ANY_SIGNIFICANT,
  /// When the last significant child has ended.
  ALL_SIGNIFICANT
}
