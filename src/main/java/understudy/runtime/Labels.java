package understudy.runtime;

/// Messages as a person sees them, bounded in length.
final class Labels {
  private static final int LONGEST = 160;

  private Labels() {}

  /// {@return the text of `message`; a `toString` that fails is named, not followed}
  static String of(Object message) {
    String text;
    try {
      text = String.valueOf(message);
    } catch (Throwable e) {
      text =
          message.getClass().getSimpleName()
              + " (its toString threw "
              + e.getClass().getSimpleName()
              + ")";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
