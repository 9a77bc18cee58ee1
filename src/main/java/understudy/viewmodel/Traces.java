package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.event.ExitReason;

/// Stack traces as a person reads them: where it broke, without the frames of the machinery.
final class Traces {
  private static final List<String> MACHINERY =
      List.of("understudy.runtime.", "understudy.otp.", "java.", "jdk.", "sun.");

  private Traces() {}

  /// {@return the frames of the first stack in `reason`, empty if it has none}
  static List<String> of(ExitReason reason) {
    return switch (reason) {
      case ExitReason.Stack stack -> readable(stack.trace());
      case ExitReason.Tuple(var parts) ->
          parts.stream().map(Traces::of).filter(t -> !t.isEmpty()).findFirst().orElse(List.of());
      case ExitReason.Atom _, ExitReason.Text _, ExitReason.Int _, ExitReason.Ref _ -> List.of();
    };
  }

  static List<String> readable(String trace) {
    List<String> lines = new ArrayList<>();
    int hidden = 0;
    for (String line : trace.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String frame = frame(line);
      if (MACHINERY.stream().anyMatch(frame::startsWith)) {
        hidden++;
        continue;
      }
      tellHidden(lines, hidden);
      hidden = 0;
      lines.add(brief(frame));
    }
    tellHidden(lines, hidden);
    return lines;
  }

  private static void tellHidden(List<String> lines, int hidden) {
    if (hidden > 0) {
      lines.add(Words.get("trace.hidden", hidden));
    }
  }

  /// {@return a line without `at`, class loader and module:
  /// `java.base/java.util.List.of(List.java:1)` begins with `java.util`}
  private static String frame(String line) {
    String frame = line.startsWith("at ") ? line.substring(3) : line;
    int bracket = frame.indexOf('(');
    int slash = frame.lastIndexOf('/', bracket < 0 ? frame.length() : bracket);
    return slash < 0 ? frame : frame.substring(slash + 1);
  }

  /// {@return class and method without the package, and the place}
  private static String brief(String frame) {
    int bracket = frame.indexOf('(');
    if (bracket < 0) {
      return frame;
    }
    String method = frame.substring(0, bracket);
    int dot = method.lastIndexOf('.');
    int packaged = dot < 0 ? -1 : method.lastIndexOf('.', dot - 1);
    String place = frame.substring(bracket + 1, Math.max(bracket + 1, frame.lastIndexOf(')')));
    return method.substring(packaged + 1) + "  " + place;
  }
}
