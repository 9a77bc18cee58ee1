package understudy.viewmodel;

/// How well typed letters fit a text: they have to come in their order, not side by side.
public final class Fuzzy {
  /// They do not.
  public static final int NONE = -1;

  private static final int EXACT = 1_000;
  private static final int START = 500;
  private static final int INSIDE = 300;
  private static final int WORD = 12;
  private static final int TOGETHER = 8;

  /// What a letter has to be worth on average where the letters are scattered.
  private static final int FAIR = 4;

  private Fuzzy() {}

  /// {@return how well `typed` fits, more is better, [#NONE] if it does not}
  ///
  /// @param text what may be meant
  /// @param typed in lower case
  public static int score(String text, String typed) {
    if (typed.isEmpty()) {
      return 0;
    }
    int inside = indexOf(text, typed);
    if (inside == 0) {
      return text.length() == typed.length() ? EXACT : START - Math.min(100, text.length());
    }
    if (inside > 0) {
      return INSIDE + (startsWord(text, inside) ? 100 : 0) - Math.min(100, text.length());
    }
    int score = 0;
    int at = -1;
    for (int i = 0; i < typed.length(); i++) {
      int found = next(text, typed.charAt(i), at + 1);
      if (found < 0) {
        return NONE;
      }
      score += found == at + 1 && i > 0 ? TOGETHER : startsWord(text, found) ? WORD : 1;
      at = found;
    }
    int fit = score - Math.min(20, text.length() - typed.length());
    return fit < FAIR * typed.length() ? NONE : fit;
  }

  private static int indexOf(String text, String typed) {
    for (int i = 0; i + typed.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, typed, 0, typed.length())) {
        return i;
      }
    }
    return -1;
  }

  private static int next(String text, char typed, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.toLowerCase(text.charAt(i)) == typed) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1)));
  }
}
