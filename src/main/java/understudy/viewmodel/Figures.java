package understudy.viewmodel;

import java.util.Locale;

/// Numbers as a person reads them at a glance.
public final class Figures {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Figures() {}

  /// {@return `value` with at most four characters and a unit, for example `48.2 k`; up to 9,999 in
  /// full}
  ///
  /// @param value 0 or more
  public static String compact(double value) {
    if (value < 10_000) {
      return value < 10 && value != Math.rint(value)
          ? String.format(Locale.ROOT, "%.1f", value)
          : String.format(Locale.ROOT, "%,.0f", value);
    }
    if (value < 1_000_000) {
      return Words.get(
          "figure.thousands",
          String.format(Locale.ROOT, value < 100_000 ? "%.1f" : "%.0f", value / 1e3));
    }
    return Words.get("figure.millions", String.format(Locale.ROOT, "%.2f", value / 1e6));
  }

  /// {@return `value` with at most four characters and a unit}
  ///
  /// @param value 0 or more
  public static String compact(long value) {
    return compact((double) value);
  }

  /// {@return `value` with commas between the thousands}
  ///
  /// @param value any
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// {@return a point in the world's time, `m:ss.mmm`, or `h:mm:ss.mmm` from an hour on}
  ///
  /// @param nanos since the start, 0 or more
  public static String moment(long nanos) {
    return String.format(
        Locale.ROOT, "%s.%03d", clock(nanos), nanos % NANOS_PER_SECOND / 1_000_000);
  }

  /// {@return whole seconds of the world's time, `m:ss` or `h:mm:ss`}
  ///
  /// @param nanos since the start, 0 or more
  public static String clock(long nanos) {
    long seconds = nanos / NANOS_PER_SECOND;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /// {@return seconds to the millisecond, without a unit}
  ///
  /// @param nanos any
  public static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }

  /// {@return a length of time in its two largest units, for example `4 min 12 s`}
  ///
  /// @param nanos 0 or more
  public static String duration(long nanos) {
    if (nanos < NANOS_PER_SECOND) {
      return Words.get("figure.millis", nanos / 1_000_000);
    }
    long seconds = nanos / NANOS_PER_SECOND;
    if (seconds < 60) {
      return Words.get("figure.seconds", String.format(Locale.ROOT, "%.1f", nanos / 1e9));
    }
    return seconds < 3600
        ? Words.get("figure.minutes", seconds / 60, seconds % 60)
        : Words.get("figure.hours", Long.toString(seconds / 3600), seconds / 60 % 60);
  }

  /// {@return a rate, for example `50` or `0.25`}
  ///
  /// @param perSecond above 0
  public static String rate(double perSecond) {
    return perSecond == Math.rint(perSecond)
        ? whole((long) perSecond)
        : String.format(Locale.ROOT, "%.2f", perSecond);
  }
}
