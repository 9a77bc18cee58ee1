package understudy.recording;

import java.util.ArrayList;
import java.util.List;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;

/// Reads what a [Vocabulary] wrote.
final class Dictionary {
  private final List<String> texts;

  /// Reads the table.
  Dictionary(In in) throws Malformed {
    int count = in.count(Format.MAX_TEXTS);
    texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.text(Format.MAX_TEXT));
    }
  }

  String text(In in) throws Malformed {
    return text(in.varint());
  }

  String text(long place) throws Malformed {
    if (place < 0 || place >= texts.size()) {
      throw new Malformed("there is no text " + Long.toUnsignedString(place));
    }
    return texts.get((int) place);
  }

  static Pid pid(In in) throws Malformed {
    return pid(in.varint());
  }

  static Pid pid(long number) throws Malformed {
    if (number < 0) {
      throw new Malformed("a pid is too large: " + Long.toUnsignedString(number));
    }
    return number == 0 ? Pid.NONE : new Pid(number);
  }

  static boolean flag(In in) throws Malformed {
    return in.u8() != 0;
  }

  ExitReason reason(In in) throws Malformed {
    return term(in, 1, new int[] {Format.MAX_REASON_TERMS_READ});
  }

  private ExitReason term(In in, int depth, int[] left) throws Malformed {
    if (depth > Format.MAX_REASON_DEPTH || left[0]-- <= 0) {
      throw new Malformed("a reason is too deep or too large");
    }
    int shape = in.u8();
    return switch (shape) {
      case 1 -> ExitReason.atom(text(in));
      case 2 -> {
        int count = in.count(Format.MAX_REASON_TERMS_READ);
        List<ExitReason> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          elements.add(term(in, depth + 1, left));
        }
        yield new ExitReason.Tuple(elements);
      }
      case 3 -> new ExitReason.Int(in.zigzag());
      case 4 -> new ExitReason.Text(text(in));
      case 5 -> new ExitReason.Ref(pid(in));
      case 6 -> new ExitReason.Stack(text(in));
      default -> throw new Malformed("there is no shape of reason " + shape);
    };
  }

  static ChildKind kind(In in) throws Malformed {
    int code = in.u8();
    return switch (code) {
      case 1 -> ChildKind.WORKER;
      case 2 -> ChildKind.SUPERVISOR;
      default -> throw new Malformed("there is no child kind " + code);
    };
  }

  static RestartType restart(In in) throws Malformed {
    int code = in.u8();
    return switch (code) {
      case 1 -> RestartType.PERMANENT;
      case 2 -> RestartType.TRANSIENT;
      case 3 -> RestartType.TEMPORARY;
      default -> throw new Malformed("there is no restart type " + code);
    };
  }

  static Decision decision(In in) throws Malformed {
    int code = in.u8();
    return switch (code) {
      case 1 -> Decision.RESTART;
      case 2 -> Decision.LEAVE;
      case 3 -> Decision.REMOVE;
      case 4 -> Decision.GIVE_UP;
      case 5 -> Decision.AUTO_SHUTDOWN;
      default -> throw new Malformed("there is no decision " + code);
    };
  }
}
