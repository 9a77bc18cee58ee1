package understudy.scenario;

/// Text as JSON writes it, and text as a message shows it.
final class Quoted {
  private static final int SHOWN = 60;

  private Quoted() {}

  static String json(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /// Between quotes, on one line, bounded in length.
  static String shown(String text) {
    return "'" + cut(text) + "'";
  }

  /// On one line, bounded in length.
  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= SHOWN) {
      return oneLine(text);
    }
    return oneLine(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "...";
  }

  /// On one line: whatever could break it or has no glyph becomes a replacement character.
  static String oneLine(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().map(c -> isPlain(c) ? c : '\uFFFD').forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
