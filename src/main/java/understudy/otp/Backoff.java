package understudy.otp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Restarts that wait longer each time: an extension that OTP has not got (BKO-01 to BKO-09).
///
/// @param base the first delay
/// @param factor what each further delay is multiplied by, 1 or more
/// @param cap the longest delay
/// @param reset after having lived this long a child begins at `base` again (BKO-06)
/// @param jitter the share of a delay that is drawn, 0 (exact) to 1
public record Backoff(Duration base, double factor, Duration cap, Duration reset, double jitter) {
  /// Refuses what cannot be.
  public Backoff {
    if (base.isNegative() || factor < 1 || cap.compareTo(base) < 0 || jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException(
          "back-off must have base >= 0, factor >= 1, cap >= base, jitter 0 to 1; got base=%s factor=%s cap=%s jitter=%s"
              .formatted(base, factor, cap, jitter));
    }
  }

  /// {@return the delay before restart `attempt`: `min(cap, base * factor^(attempt-1))` (BKO-05)}
  ///
  /// @param attempt 1 for the first restart
  /// @param random where jitter is drawn from
  Duration delay(int attempt, RandomGenerator random) {
    double millis =
        Math.min(
            (double) cap.toMillis(), (double) base.toMillis() * Math.pow(factor, attempt - 1.0));
    double drawn = jitter == 0 ? millis : millis * (1 - jitter * random.nextDouble());
    return Duration.ofMillis(Math.round(drawn));
  }
}
