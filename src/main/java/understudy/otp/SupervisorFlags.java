package understudy.otp;

import java.util.Optional;

/// How a supervisor behaves.
///
/// @param strategy who is started again when one child dies
/// @param maxRestarts restarts tolerated within the period (INT-01)
/// @param periodSeconds the period
/// @param autoShutdown whether significant children end it
/// @param backoff delays between restarts; empty is OTP (BKO-01)
public record SupervisorFlags(
    Strategy strategy,
    int maxRestarts,
    int periodSeconds,
    AutoShutdown autoShutdown,
    Optional<Backoff> backoff) {
  /// {@return Elixir's defaults: 3 restarts in 5 s (SUP-07)}
  ///
  /// @param strategy who is started again when one child dies
  public static SupervisorFlags of(Strategy strategy) {
    return new SupervisorFlags(strategy, 3, 5, AutoShutdown.NEVER, Optional.empty());
  }

  /// {@return the same with another restart intensity}
  ///
  /// @param restarts tolerated within the period
  /// @param seconds the period
  public SupervisorFlags tolerating(int restarts, int seconds) {
    return new SupervisorFlags(strategy, restarts, seconds, autoShutdown, backoff);
  }

  /// {@return the same with delays between restarts, which OTP has not got}
  ///
  /// @param delays how long
  public SupervisorFlags backingOff(Backoff delays) {
    return new SupervisorFlags(
        strategy, maxRestarts, periodSeconds, autoShutdown, Optional.of(delays));
  }
}
