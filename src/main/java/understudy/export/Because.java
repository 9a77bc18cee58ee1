package understudy.export;

import understudy.event.ExitReason;

/// Exit reasons in exports: the reason as Erlang writes it, and the stack that it may carry.
final class Because {
  private Because() {}

  /// {@return the reason without its stack}
  static String text(ExitReason reason) {
    return withoutStack(reason).toString();
  }

  /// {@return the frames of the stack that the reason carries, a line each; empty if it has none}
  static String trace(ExitReason reason) {
    return reason instanceof ExitReason.Tuple(var parts)
            && !parts.isEmpty()
            && parts.getLast() instanceof ExitReason.Stack stack
        ? stack.trace()
        : "";
  }

  /// {@return whether nobody asked for it: neither `normal` nor any `shutdown`}
  static boolean isCrash(ExitReason reason) {
    return !reason.equals(ExitReason.Atom.NORMAL)
        && !reason.equals(ExitReason.Atom.SHUTDOWN)
        && !(reason instanceof ExitReason.Tuple(var parts)
            && !parts.isEmpty()
            && parts.getFirst().equals(ExitReason.Atom.SHUTDOWN));
  }

  private static ExitReason withoutStack(ExitReason reason) {
    return reason instanceof ExitReason.Tuple(var parts)
            && parts.size() == 2
            && parts.getLast() instanceof ExitReason.Stack
        ? parts.getFirst()
        : reason;
  }
}
