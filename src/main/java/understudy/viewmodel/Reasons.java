package understudy.viewmodel;

import java.util.List;
import java.util.regex.Pattern;
import understudy.event.ExitReason;

/// Exit reasons as a person reads them.
final class Reasons {
  private static final int LONGEST = 240;
  private static final int BRIEF = 34;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Reasons() {}

  static String plain(ExitReason reason) {
    return cut(reason, LONGEST);
  }

  /// {@return a reason short enough to stand beside a card}
  static String brief(ExitReason reason) {
    return cut(reason, BRIEF);
  }

  private static String cut(ExitReason reason, int longest) {
    String text = BLANKS.matcher(words(reason)).replaceAll(" ");
    return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
  }

  private static String words(ExitReason reason) {
    return switch (reason) {
      case ExitReason.Tuple(List<ExitReason> parts)
          when parts.size() == 2 && parts.getLast() instanceof ExitReason.Stack ->
          words(parts.getFirst());
      case ExitReason.Tuple(List<ExitReason> parts)
          when parts.size() == 2
              && parts.getFirst() instanceof ExitReason.Atom(var kind)
              && parts.getLast() instanceof ExitReason.Text(var message)
              && !kind.isEmpty()
              && Character.isUpperCase(kind.charAt(0)) ->
          kind + ": " + message;
      case ExitReason.Text(var text) -> text;
      case ExitReason.Atom _,
          ExitReason.Tuple _,
          ExitReason.Int _,
          ExitReason.Ref _,
          ExitReason.Stack _ ->
          reason.toString();
    };
  }
}
