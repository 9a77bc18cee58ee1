package understudy.bench;

import java.util.List;

/// A table as text; its first line is the header.
final class Columns {
  private Columns() {}

  /// {@return columns of even width, all but the first two to the right}
  static String aligned(List<List<String>> lines) {
    int[] widths = new int[lines.getFirst().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        String gap = " ".repeat(widths[i] - line.get(i).length());
        text.append(i < 2 ? line.get(i) + gap : gap + line.get(i)).append("  ");
      }
      text.setLength(text.length() - 2);
      text.append('\n');
    }
    return text.toString();
  }

  /// {@return the table in Markdown}
  static String markdown(List<List<String>> lines) {
    var text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append("| ").append(String.join(" | ", lines.get(i))).append(" |\n");
      if (i == 0) {
        text.append("|---|---").append("|---:".repeat(lines.getFirst().size() - 2)).append("|\n");
      }
    }
    return text.toString();
  }

  /// {@return cells parted by tabs}
  static String tabbed(List<List<String>> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(String.join("\t", line)).append('\n'));
    return text.toString();
  }
}
