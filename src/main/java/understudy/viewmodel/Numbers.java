package understudy.viewmodel;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Numbers as a person types them.
final class Numbers {
  private Numbers() {}

  static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  static OptionalDouble real(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  /// {@return what is wrong with a number above 0, empty if nothing is}
  static String problem(String what, String text, int most) {
    var value = real(text);
    return value.isPresent() && value.getAsDouble() > 0 && value.getAsDouble() <= most
        ? ""
        : Words.get("form.number", what, String.valueOf(most), text);
  }
}
