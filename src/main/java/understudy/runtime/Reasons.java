package understudy.runtime;

import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;

/// What a process ends with when something is thrown out of its code (PRC-02 to PRC-04).
final class Reasons {
  private static final int FRAMES = 24;

  private Reasons() {}

  static ExitReason of(Throwable thrown) {
    return switch (thrown) {
      case Exit exit -> exit.reason();
      case Raised raised -> ExitReason.crash(raised.reason(), trace(raised));
      case Thrown value ->
          ExitReason.crash(ExitReason.tuple(new Atom("nocatch"), value.value()), trace(value));
      default -> ExitReason.crash(new Text(said(thrown)), trace(thrown));
    };
  }

  private static String said(Throwable thrown) {
    String kind = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    return message == null ? kind : kind + ": " + message;
  }

  private static String trace(Throwable thrown) {
    var text = new StringBuilder();
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
      text.append(i == 0 ? "" : "\n").append("at ").append(frames[i]);
    }
    if (frames.length > FRAMES) {
      text.append("\n... ").append(frames.length - FRAMES).append(" more frames");
    }
    return text.toString();
  }
}
