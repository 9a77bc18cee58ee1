package understudy.export;

/// Text from outside, made harmless for eyes and parsers alike.
final class Plain {
  private static final char REPLACEMENT = '\uFFFD';

  private Plain() {}

  /// {@return `text` in one line: control characters, and those that turn the direction of writing,
  /// as escapes that can be seen; a lone surrogate as the replacement character}
  static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    var plain = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '\n' -> plain.append("\\n");
        case '\r' -> plain.append("\\r");
        case '\t' -> plain.append("\\t");
        default -> {
          if (isHidden(point)) {
            plain.append(String.format("\\u%04x", point));
          } else {
            plain.appendCodePoint(isLone(point) ? REPLACEMENT : point);
          }
        }
      }
    }
    return plain.toString();
  }

  /// {@return `text` with every lone surrogate as the replacement character: what UTF-8 can say}
  static String writable(String text) {
    return text.codePoints().noneMatch(Plain::isLone)
        ? text
        : text.codePoints()
            .map(point -> isLone(point) ? REPLACEMENT : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /// {@return the beginning of `text` with a mark, if it has more than `longest` characters}
  static String brief(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < ' ' || each > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLone(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (point & 0xFFFE) == 0xFFFE;
  }
}
