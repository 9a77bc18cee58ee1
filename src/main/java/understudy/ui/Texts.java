package understudy.ui;

import java.util.Locale;
import java.util.ResourceBundle;
import understudy.viewmodel.Words;

/// The window's words.
final class Texts {
  static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("understudy.ui.texts", Locale.ENGLISH);

  private Texts() {}

  static String get(String key, Object... values) {
    return Words.filled(BUNDLE.getString(key), values);
  }
}
