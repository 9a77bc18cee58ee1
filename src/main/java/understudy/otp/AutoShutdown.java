package understudy.otp;

/// When a supervisor stops because significant children ended (AUT rules).
public enum AutoShutdown {
  /// Never.
  NEVER,
  /// When the first of them ends by itself (AUT-01).
  ANY_SIGNIFICANT,
  /// When the last live one has ended (AUT-02).
  ALL_SIGNIFICANT
}
