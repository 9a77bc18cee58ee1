package understudy.ui;

/// Decides when the window shows the next frame.
///
/// With every pulse while a person's hand is at work, or while the machine has processors to spare.
/// Where the world keeps all processors busy, so seldom that the window takes a small share of them
/// away from it; but never less than five times a second, whatever a frame costs.
final class Pace {
  /// Of all processors, where none is idle.
  static final double LEAST_SHARE = 0.02;

  static final long LONGEST_NANOS = 200_000_000;
  static final long HAND_NANOS = 500_000_000;

  private static final double SHARE_OF_IDLE = 0.5;
  private static final long AHEAD_NANOS = 25_000_000;
  private static final long JITTER_NANOS = 4_000_000;

  private final int processors;
  private long due = Long.MIN_VALUE;
  private long handUntil = Long.MIN_VALUE;

  Pace(int processors) {
    this.processors = processors;
  }

  /// Takes note that a person did something.
  void hand(long now) {
    handUntil = now + HAND_NANOS;
  }

  /// {@return whether it is time for the next frame}
  boolean isDue(long now) {
    return now >= due || now < handUntil;
  }

  /// {@return whether it is time to ask for the next frame, so that it is there when it is due}
  boolean isNear(long now) {
    return isDue(now + AHEAD_NANOS) || isDue(now);
  }

  /// Takes note that a frame was shown.
  ///
  /// @param spentNanos processor time that the window took since the frame before
  /// @param idle which share of all processors was idle lately, 0 to 1
  void shown(long now, long spentNanos, double idle) {
    double share = Math.max(LEAST_SHARE, SHARE_OF_IDLE * idle) * processors;
    due = now - JITTER_NANOS + (long) Math.min(LONGEST_NANOS, spentNanos / share);
  }
}
