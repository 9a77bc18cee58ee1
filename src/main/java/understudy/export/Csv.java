package understudy.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows of RFC 4180: quoted where needed, lines that end in CR LF.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
final class Csv {
  private final Writer out;

  Csv(Writer out) {
    this.out = out;
  }

  void row(List<?> cells) throws IOException {
    String before = "";
    for (Object cell : cells) {
      out.write(before);
      out.write(cell instanceof Number ? cell.toString() : text(cell.toString()));
      before = ",";
    }
    out.write("\r\n");
  }

  private static String text(String text) {
    String clean = Plain.writable(text).replace("\0", "\\u0000");
    String safe = isFormula(clean) ? "'" + clean : clean;
    boolean quote =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
            || safe.startsWith(" ")
            || safe.endsWith(" ");
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean isFormula(String text) {
    String start = text.stripLeading();
    return !text.isEmpty()
        && ("\t\r\n".indexOf(text.charAt(0)) >= 0
            || (!start.isEmpty() && "=+-@|%＝＋－＠".indexOf(start.charAt(0)) >= 0));
  }
}
