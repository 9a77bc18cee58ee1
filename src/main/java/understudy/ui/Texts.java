package understudy.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's words.
final class Texts {
  static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("understudy.ui.texts", Locale.ENGLISH);

  private Texts() {}

  static String get(String key, Object... values) {
    String text = BUNDLE.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
  }

  /// {@return how a value is called in the keys of the bundle}
  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
