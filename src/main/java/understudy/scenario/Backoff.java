package understudy.scenario;

/// How long a supervisor waits before it starts a child again: a time that grows with every failure
/// (BKO-01 to BKO-09).
///
/// An extension: OTP has none. In a file: `{"base_ms": 100, "factor": 2, "cap_ms": 10000,
/// "reset_ms": 5000}`, where only `base_ms` must be said.
///
/// @param baseMillis the first wait, at least 1
/// @param factor what each further wait is multiplied with, at least 1
/// @param capMillis the longest wait, at least `baseMillis`
/// @param resetMillis how long a child must have lived for its wait to be `baseMillis` again
public record Backoff(long baseMillis, double factor, long capMillis, long resetMillis) {
  /// What each further wait is multiplied with where a file says nothing.
  public static final double DEFAULT_FACTOR = 2;

  /// The largest factor of a file.
  public static final int LARGEST_FACTOR = 1000;

  /// The longest wait where a file says nothing, in milliseconds; a longer base is its own cap.
  public static final long DEFAULT_CAP_MILLIS = 30_000;

  /// The life after which the wait starts over where a file says nothing, in milliseconds.
  public static final long DEFAULT_RESET_MILLIS = 10_000;

  /// Refuses waits that cannot be.
  public Backoff {
    if (baseMillis < 1 || !(factor >= 1) || capMillis < baseMillis || resetMillis < 0) {
      throw new IllegalArgumentException(
          "backoff: expected 1 <= base_ms <= cap_ms, factor >= 1 and reset_ms >= 0, got base_ms="
              + baseMillis
              + " cap_ms="
              + capMillis
              + " factor="
              + factor
              + " reset_ms="
              + resetMillis);
    }
  }
}
