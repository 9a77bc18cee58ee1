package understudy.scenario;

/// Text between quotes: as JSON writes it, and as a message shows it.
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

  /// One line, bounded in length, whatever the text is.
  static String shown(String text) {
    var cut = text.length() > SHOWN;
    var end =
        cut
            ? text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())))
            : text.length();
    var out = new StringBuilder("'");
    text.substring(0, end)
        .codePoints()
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '\uFFFD' : c)
        .forEach(out::appendCodePoint);
    return out.append(cut && end < text.length() ? "...'" : "'").toString();
  }
}
