package understudy.viewmodel;

import java.util.Locale;

/// How fast the world goes: above real time so many times as fast, below it so many messages a
/// second, each of which can then be seen.
public sealed interface Tempo {
  /// Slow motion: never faster than real time.
  ///
  /// @param perSecond how many messages are handled a second at most, above 0
  record Messages(double perSecond) implements Tempo {}

  /// Faster than real time, or as fast.
  ///
  /// @param factor virtual seconds a real second, above 0
  record Times(double factor) implements Tempo {}

  /// Where slow motion meets real time.
  double MOST_MESSAGES = 1_000;

  /// The fastest on the dial.
  double MOST_TIMES = 10;

  /// {@return its place on the dial, -1 to 1; the dial is a logarithm}
  default double position() {
    return switch (this) {
      case Messages(var rate) ->
          Math.clamp(Math.log(Math.max(rate, 1e-6)) / Math.log(MOST_MESSAGES) - 1, -1, -1e-3);
      case Times(var factor) ->
          Math.clamp(Math.log(Math.max(factor, 1e-6)) / Math.log(MOST_TIMES), 0, 1);
    };
  }

  /// {@return whether every message is to be seen}
  default boolean isSlow() {
    return this instanceof Messages;
  }

  /// {@return the next notch}
  ///
  /// @param by 1 for faster, -1 for slower
  default Tempo nudged(int by) {
    var sorted = by > 0 ? Dial.NOTCHES : Dial.NOTCHES.reversed();
    return sorted.stream()
        .filter(notch -> (notch.position() - position()) * by > 1e-9)
        .findFirst()
        .orElse(sorted.getLast());
  }

  /// {@return the tempo in a few words}
  default String words() {
    return switch (this) {
      case Messages(var rate) when rate == 1 -> Words.get("tempo.message");
      case Messages(var rate) -> Words.get("tempo.messages", number(rate));
      case Times(var factor) when factor == 1 -> Words.get("tempo.real");
      case Times(var factor) -> Words.get("tempo.times", number(factor));
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }
}
