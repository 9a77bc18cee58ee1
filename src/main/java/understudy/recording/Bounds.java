package understudy.recording;

import java.util.ArrayList;
import java.util.List;
import understudy.event.ExitReason;

/// Cuts what is too large for a recording, and leaves a mark that a person sees.
final class Bounds {
  /// The mark at the place where something was cut.
  static final String CUT = "…(cut)";

  private static final ExitReason CUT_TERM = new ExitReason.Text(CUT);
  private static final int MOST_BYTES_A_CHAR = 3;

  private int terms = Format.MAX_REASON_TERMS;
  private int bytes = Format.MAX_REASON_TEXT;

  private Bounds() {}

  static ExitReason reason(ExitReason reason) {
    return new Bounds().bounded(reason, 1);
  }

  /// {@return `text`, or its beginning and the mark if it has more than `limit` bytes in UTF-8}
  static String text(String text, int limit) {
    if (text.length() <= limit / MOST_BYTES_A_CHAR || Format.utf8(text).length <= limit) {
      return text;
    }
    int left = limit - Format.utf8(CUT).length;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + CUT;
  }

  private ExitReason bounded(ExitReason reason, int depth) {
    terms--;
    return switch (reason) {
      case ExitReason.Atom(String name) -> ExitReason.atom(spend(name));
      case ExitReason.Text(String value) -> new ExitReason.Text(spend(value));
      case ExitReason.Stack stack -> new ExitReason.Stack(spend(stack.trace()));
      case ExitReason.Int number -> number;
      case ExitReason.Ref ref -> ref;
      case ExitReason.Tuple(var elements) -> {
        if (depth >= Format.MAX_REASON_DEPTH) {
          yield CUT_TERM;
        }
        List<ExitReason> kept = new ArrayList<>();
        for (ExitReason element : elements) {
          if (terms <= 1) {
            kept.add(CUT_TERM);
            break;
          }
          kept.add(bounded(element, depth + 1));
        }
        yield new ExitReason.Tuple(kept);
      }
    };
  }

  private String spend(String text) {
    String kept = text(text, Math.min(Format.MAX_TEXT, Math.max(bytes, Format.utf8(CUT).length)));
    bytes -= Format.utf8(kept).length;
    return kept;
  }
}
