package understudy.app;

import java.time.Duration;
import java.util.regex.Pattern;

/// A moment of a run as a person types it: `12.5`, `12.5s`, `800ms` or `1:30`.
final class Moment {
  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{1,6}):)?(\\d{1,9}(?:\\.\\d{1,9})?)(s|ms)?");

  private Moment() {}

  /// {@return the moment that `text` says}
  ///
  /// @param option where it was typed, for the complaint
  static Duration parse(String option, String text) {
    var found = TIME.matcher(text);
    if (!found.matches() || (found.group(1) != null && "ms".equals(found.group(3)))) {
      throw new BadInput(
          "%s: expected seconds or m:ss, for example 12.5 or 1:30, got '%s'"
              .formatted(option, text));
    }
    long minutes = found.group(1) == null ? 0 : Long.parseLong(found.group(1));
    double unit = "ms".equals(found.group(3)) ? 1e6 : 1e9;
    return Duration.ofMinutes(minutes)
        .plusNanos(Math.round(Double.parseDouble(found.group(2)) * unit));
  }
}
