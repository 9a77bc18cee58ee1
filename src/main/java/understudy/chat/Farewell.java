package understudy.chat;

import java.util.List;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Int;
import understudy.event.ExitReason.Text;
import understudy.event.ExitReason.Tuple;

/// How a phone is told that its process has ended: a close code and why. None is 1000, after which
/// a client does not come back by itself.
///
/// @param code a close code of RFC 6455
/// @param reason one line
record Farewell(int code, String reason) {
  private static final Atom CLOSE = new Atom("close");
  private static final int GOING_AWAY = 1001;
  private static final int AGAINST_THE_RULES = 1008;
  private static final int CRASHED = 1011;
  private static final int RESTARTED = 1012;
  private static final int TRY_LATER = 1013;

  static Farewell againstTheRules(String reason) {
    return new Farewell(AGAINST_THE_RULES, reason);
  }

  static Farewell tooSlow(String reason) {
    return new Farewell(TRY_LATER, reason);
  }

  static Farewell silent(String reason) {
    return new Farewell(GOING_AWAY, reason);
  }

  static Farewell full(String reason) {
    return new Farewell(TRY_LATER, reason);
  }

  static Farewell restarted() {
    return new Farewell(RESTARTED, "its part of the chat was restarted");
  }

  /// {@return the exit reason of a phone that ends with this: an orderly one}
  ExitReason exit() {
    return ExitReason.tuple(
        Atom.SHUTDOWN, ExitReason.tuple(CLOSE, new Int(code), new Text(reason)));
  }

  /// {@return what the phone is told whose process ended with `reason`}
  static Farewell of(ExitReason reason) {
    if (reason instanceof Tuple(var outer)
        && outer.size() == 2
        && outer.getLast() instanceof Tuple(List<ExitReason> inner)
        && inner.size() == 3
        && inner.getFirst().equals(CLOSE)
        && inner.get(1) instanceof Int(long code)
        && inner.get(2) instanceof Text(String line)) {
      return new Farewell((int) code, line);
    }
    return reason.isClean()
        ? new Farewell(GOING_AWAY, "the chat stops")
        : new Farewell(CRASHED, "its process crashed; come back");
  }
}
