package understudy.viewmodel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// What is said of a run, in the words of a resource bundle, and patterns filled in.
///
/// For any thread.
public final class Words {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("understudy.viewmodel.words", Locale.ENGLISH);

  /// As many as the bundles have patterns.
  private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

  private Words() {}

  /// {@return the words of a key}
  ///
  /// @param values as for [#filled]
  public static String get(String key, Object... values) {
    return filled(BUNDLE.getString(key), values);
  }

  /// {@return a pattern of [MessageFormat] filled in; without values, the words as they stand}
  ///
  /// @param values what stands for `{0}` and on; a number has commas between its thousands unless
  ///   the pattern says otherwise
  public static String filled(String pattern, Object... values) {
    if (values.length == 0) {
      return pattern;
    }
    var format = FORMATS.computeIfAbsent(pattern, p -> new MessageFormat(p, Locale.ENGLISH));
    synchronized (format) { // A format is not for several threads at once.
      return format.format(values);
    }
  }

  /// {@return how a value is called in the keys of a bundle}
  public static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
