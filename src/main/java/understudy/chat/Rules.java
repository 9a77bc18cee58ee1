package understudy.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/// What phones may be called and may say.
final class Rules {
  private static final String PREFIX = "room:";

  /// A picture may have a colour of skin, or be several that are joined to one.
  private static final String PICTURE = "\\p{So}[\\p{M}\\x{1F3FB}-\\x{1F3FF}]*+";

  /// Without a way back, so that no name takes long to be refused. Phones write O'Brien with
  /// U+2019.
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[\\p{L}\\p{M}\\p{N} ._'\\x{2019}-]|@(?:\\x{200D}@)*+)++".replace("@", PICTURE));

  private static final int LONGEST_KEY = 64;

  private Rules() {}

  /// {@return the room of a topic, if it is one of a room that may be}
  static Optional<String> room(String topic, ChatLimits limits) {
    if (!topic.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String room = topic.substring(PREFIX.length());
    return isName(room, limits) && room.equals(room.strip()) ? Optional.of(room) : Optional.empty();
  }

  /// {@return whether that is a name: letters, digits, pictures and a few signs, nothing that hides
  /// or turns text round}
  static boolean isName(String text, ChatLimits limits) {
    return !text.isBlank()
        && letters(text) <= limits.words().nameLetters()
        && NAME.matcher(text).matches();
  }

  static boolean isBody(String text, ChatLimits limits) {
    return !text.isBlank() && letters(text) <= limits.words().bodyLetters();
  }

  static boolean isKey(String text) {
    return text.length() <= LONGEST_KEY;
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }
}
