package understudy.app;

import java.util.regex.Pattern;

/// Seeds from one to another, both included.
///
/// @param first the first
/// @param last the last, not before the first
record SeedRange(long first, long last) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15})\\.\\.(\\d{1,15})");
  private static final long MOST = 1_000_000;

  /// {@return the range that a person wrote as `A..B`}
  static SeedRange parse(String text) {
    var matcher = WRITTEN.matcher(text);
    if (matcher.matches()) {
      var range = new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
      if (range.first <= range.last && range.last - range.first < MOST) {
        return range;
      }
    }
    throw new BadInput(
        "--seeds: expected A..B with A at most B and at most %d seeds, got '%s'; for example 1..100"
            .formatted(MOST, text));
  }
}
