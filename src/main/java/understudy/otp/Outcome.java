package understudy.otp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;

/// What a server's callback answers.
///
/// @param <S> the server's state
public sealed interface Outcome<S> {
  /// Answers the call and goes on.
  ///
  /// @param value the answer
  /// @param state the new state
  /// @param then what comes before the next message; the reply leaves first (GS-36)
  record Reply<S>(Object value, S state, Then then) implements Outcome<S> {}

  /// Goes on; a caller keeps waiting until somebody answers (GS-18).
  ///
  /// @param state the new state
  /// @param then what comes before the next message
  record NoReply<S>(S state, Then then) implements Outcome<S> {}

  /// Ends the server: terminate runs, then the answer, if any, is sent (GS-20, GS-21).
  ///
  /// @param reason the exit reason
  /// @param state what terminate is given
  /// @param reply the answer to the call, null for none
  record Stop<S>(ExitReason reason, S state, @Nullable Object reply) implements Outcome<S> {}

  /// {@return an answer to the call}
  ///
  /// @param value the answer
  /// @param state the new state
  static <S> Outcome<S> reply(Object value, S state) {
    return new Reply<>(value, state, new Then.Wait());
  }

  /// {@return no answer, for casts and information, and for calls that are answered later}
  ///
  /// @param state the new state
  static <S> Outcome<S> noReply(S state) {
    return new NoReply<>(state, new Then.Wait());
  }

  /// {@return no answer, and `timeout` if nothing arrives in time}
  ///
  /// @param state the new state
  /// @param time how long
  static <S> Outcome<S> noReplyWithTimeout(S state, Duration time) {
    return new NoReply<>(state, new Then.Timeout(time));
  }

  /// {@return no answer, and `handleContinue` before the next message}
  ///
  /// @param state the new state
  /// @param with what `handleContinue` is given
  static <S> Outcome<S> noReplyThenContinue(S state, Object with) {
    return new NoReply<>(state, new Then.Continue(with));
  }

  /// {@return the end of the server}
  ///
  /// @param reason the exit reason
  /// @param state what terminate is given
  static <S> Outcome<S> stop(ExitReason reason, S state) {
    return new Stop<>(reason, state, null);
  }

  /// {@return the end of the server, with an answer that leaves after terminate}
  ///
  /// @param reason the exit reason
  /// @param reply the answer
  /// @param state what terminate is given
  static <S> Outcome<S> stopWithReply(ExitReason reason, Object reply, S state) {
    return new Stop<>(reason, state, reply);
  }
}
