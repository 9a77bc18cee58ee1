package understudy.otp;

import java.time.Duration;
import understudy.event.ExitReason;

/// What a server's init answers (GS-01 to GS-04).
///
/// @param <S> the server's state
public sealed interface Init<S> {
  /// The server runs.
  ///
  /// @param state its first state
  /// @param then what comes before the first message
  record Ok<S>(S state, Then then) implements Init<S> {}

  /// The start fails with `reason`.
  ///
  /// @param reason what the starter gets and the process exits with
  record Stop<S>(ExitReason reason) implements Init<S> {}

  /// The server has nothing to do here; it exits with `normal` and nobody minds.
  record Ignore<S>() implements Init<S> {}

  /// {@return the answer of a server that runs from `state`}
  ///
  /// @param state its first state
  static <S> Init<S> ok(S state) {
    return new Ok<>(state, new Then.Wait());
  }

  /// {@return the answer of a server that runs `handleContinue` first}
  ///
  /// @param state its first state
  /// @param with what `handleContinue` is given
  static <S> Init<S> okThenContinue(S state, Object with) {
    return new Ok<>(state, new Then.Continue(with));
  }

  /// {@return the answer of a server that wants `timeout` if nothing arrives}
  ///
  /// @param state its first state
  /// @param time how long
  static <S> Init<S> okWithTimeout(S state, Duration time) {
    return new Ok<>(state, new Then.Timeout(time));
  }
}
