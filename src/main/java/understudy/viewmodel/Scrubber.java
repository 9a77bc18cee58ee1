package understudy.viewmodel;

/// The moment that is shown, within all that can be shown.
///
/// @param state what the moment is
/// @param firstNanos the earliest moment that can be shown, in nanoseconds of the world's time
/// @param endNanos the latest
/// @param atNanos the one that is shown
/// @param sequence the number of the last event before it
/// @param lastSequence the number of the last event there is
/// @param playing whether time goes on in what is shown
/// @param course the whole run in short
/// @param word what it is doing just now, or what a person has to know; empty if nothing
/// @param jumps how often something else came to be shown: between two of them nothing is compared
public record Scrubber(
    State state,
    long firstNanos,
    long endNanos,
    long atNanos,
    long sequence,
    long lastSequence,
    boolean playing,
    Course course,
    String word,
    long jumps) {
  /// Nothing is open.
  public static final Scrubber NOTHING =
      new Scrubber(State.NOTHING, 0, 0, 0, 0, 0, false, Course.EMPTY, "", 0);

  /// What the moment is.
  public enum State {
    /// There is none: nothing is open.
    NOTHING,
    /// The present of a world that runs.
    LIVE,
    /// The past of a world that runs on.
    PAST,
    /// A moment of a run that was saved.
    SAVED
  }

  /// {@return how far along the moment is, 0 to 1}
  public double share() {
    return share(atNanos);
  }

  /// {@return how far along a moment would be, 0 to 1}
  ///
  /// @param nanos the moment
  public double share(long nanos) {
    long whole = endNanos - firstNanos;
    return whole <= 0 ? 1 : Math.clamp((double) (nanos - firstNanos) / whole, 0, 1);
  }

  /// {@return the moment that is so far along}
  ///
  /// @param share 0 to 1
  public long nanosAt(double share) {
    return firstNanos + Math.round(Math.clamp(share, 0, 1) * (endNanos - firstNanos));
  }
}
