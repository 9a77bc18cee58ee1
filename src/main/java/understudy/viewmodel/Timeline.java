package understudy.viewmodel;

import java.util.List;

/// The last minute.
///
/// @param endNanos the world's time at the right edge
/// @param bucketNanos how much time one value stands for
/// @param depth messages waiting in all mailboxes, oldest first; -1 where it is not known, or the
///   time was not lived yet
/// @param sent messages sent within each, oldest first
/// @param marks restarts and worse, oldest first
public record Timeline(
    long endNanos, long bucketNanos, List<Integer> depth, List<Integer> sent, List<Mark> marks) {
  /// No time has passed.
  public static final Timeline EMPTY =
      new Timeline(0, Minute.BUCKET_NANOS, List.of(), List.of(), List.of());

  /// A moment worth a mark.
  ///
  /// @param nanos the world's time
  /// @param level RESTART, CRASH or ESCALATION
  public record Mark(long nanos, Level level) {}

  /// {@return how much time the whole line stands for, in nanoseconds}
  public long spanNanos() {
    return bucketNanos * depth.size();
  }
}
