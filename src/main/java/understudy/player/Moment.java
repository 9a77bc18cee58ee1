package understudy.player;

/// A place in a stepped run, between two beats.
///
/// @param nanos the virtual time, in nanoseconds
/// @param beat how many turns processes had had and timers had rung before; [#ANY] where the time
///   alone counts: then everything that falls due up to it comes first
public record Moment(long nanos, long beat) {
  /// No beat is named.
  public static final long ANY = -1;

  /// {@return the moment after all that falls due up to `nanos`}
  ///
  /// @param nanos the virtual time, in nanoseconds
  public static Moment at(long nanos) {
    return new Moment(nanos, ANY);
  }

  /// {@return whether the beat is named}
  public boolean isExact() {
    return beat != ANY;
  }

  /// {@return this without its beat: where another run is at that time}
  public Moment byTime() {
    return at(nanos);
  }

  /// {@return for example `12.345s#873`, or `12.345s`}
  @Override
  public String toString() {
    return seconds(nanos) + (isExact() ? "#" + beat : "");
  }

  private static String seconds(long nanos) {
    String fraction = "%09d".formatted(nanos % 1_000_000_000).replaceFirst("0+$", "");
    return nanos / 1_000_000_000 + (fraction.isEmpty() ? "" : "." + fraction) + "s";
  }
}
