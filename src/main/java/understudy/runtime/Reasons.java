package understudy.runtime;

import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;

/// What a process ends with when something is thrown out of its code (PRC-02 to PRC-04).
final class Reasons {
  private Reasons() {}

  static ExitReason of(Throwable thrown) {
    return switch (thrown) {
      case Exit exit -> exit.reason();
      case Raised raised -> ExitReason.crash(raised.reason(), raised);
      case Thrown value ->
          ExitReason.crash(ExitReason.tuple(new Atom("nocatch"), value.value()), value);
      default -> ExitReason.crash(new Text(said(thrown)), thrown);
    };
  }

  private static String said(Throwable thrown) {
    String kind = thrown.getClass().getSimpleName();
    try {
      String message = thrown.getMessage();
      return message == null ? kind : kind + ": " + message;
    } catch (Throwable e) {
      return kind + " (its message could not be asked for: " + e.getClass().getSimpleName() + ")";
    }
  }
}
