package understudy.scenario;

import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Says in one line why a text is not JSON or not YAML.
final class Malformed {
  private static final int LONGEST = 200;

  /// What a parser adds for the programmer: character codes, its own options, the source again.
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          " ?\\(code \\d+\\)|, code \\d+| ?\\(start marker at .*| ?\\(not recognized as one .*|:"
              + " enable `.*|, from `[^`]*`| ?\\(Do not use .*|, got this instead: .*");

  private Malformed() {}

  static void explain(JacksonException broken, boolean yaml, Spot reached, Complaints complaints) {
    var format = yaml ? "not valid YAML: " : "not valid JSON: ";
    if (broken instanceof UnexpectedEndOfInputException) {
      complaints.add(
          place(broken, reached), format + "the file ends too early; it may be cut short");
    } else if (broken.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      var mark = marked.getProblemMark().get();
      var spot = new Spot(mark.getLine() + 1, mark.getColumn() + 1);
      complaints.add(spot, format + inOneLine(marked.getProblem()));
    } else {
      complaints.add(place(broken, reached), format + inOneLine(broken.getOriginalMessage()));
    }
  }

  private static Spot place(JacksonException broken, Spot reached) {
    var at = broken.getLocation();
    return at == null || at.getLineNr() < 1
        ? reached
        : new Spot(at.getLineNr(), Math.max(at.getColumnNr(), 1));
  }

  private static String inOneLine(String message) {
    var first = message.lines().findFirst().orElse("it cannot be read");
    var plain = Quoted.oneLine(FOR_PROGRAMMERS.matcher(first).replaceAll("")).strip();
    var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
    return cut.isEmpty() ? cut : cut.substring(0, 1).toLowerCase(Locale.ROOT) + cut.substring(1);
  }
}
