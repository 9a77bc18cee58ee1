package understudy.recording;

import java.util.List;

/// What went on in a recording, in short: numbers for stretches of the runtime's time.
///
/// @param bucketNanos how long a stretch is
/// @param buckets those in which something happened, in order of time
/// @param unknownNanos the runtime's time before which it is not known, 0 if all of it is: older
///   files and damaged ones do not tell
public record Trend(long bucketNanos, List<Bucket> buckets, long unknownNanos) {
  /// Nothing went on.
  public static final Trend NOTHING = new Trend(Trend.NANOS, List.of(), 0);

  /// How long a stretch is as it is written, in nanoseconds.
  public static final long NANOS = 100_000_000;

  /// Takes a copy.
  public Trend {
    buckets = List.copyOf(buckets);
  }

  /// A stretch of time.
  ///
  /// @param number its beginning, in such stretches since the runtime's start
  /// @param sent messages sent in it
  /// @param waiting messages waiting in all mailboxes at its end
  /// @param restarts starts in the place of a dead process, acknowledged in it
  /// @param crashes deaths in it that were no orderly end
  /// @param gaveUp supervisors that gave up in it
  /// @param lost events that were dropped in it
  public record Bucket(
      long number, long sent, long waiting, long restarts, long crashes, long gaveUp, long lost) {

    Bucket plus(Bucket later) {
      return new Bucket(
          number,
          sent + later.sent,
          later.waiting,
          restarts + later.restarts,
          crashes + later.crashes,
          gaveUp + later.gaveUp,
          lost + later.lost);
    }

    Bucket in(long longer) {
      return new Bucket(
          Math.floorDiv(number, longer), sent, waiting, restarts, crashes, gaveUp, lost);
    }
  }
}
