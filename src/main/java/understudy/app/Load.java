package understudy.app;

/// How much of the time something was at work, over the last second or so.
final class Load {
  private static final long WINDOW_NANOS = 1_000_000_000L;

  private long busy;
  private long all;
  private double share;

  /// Takes note of a while.
  ///
  /// @param busyNanos how long it was at work
  /// @param realNanos how long the while was
  void note(long busyNanos, long realNanos) {
    busy += Math.max(0, Math.min(busyNanos, realNanos));
    all += Math.max(0, realNanos);
    if (all >= WINDOW_NANOS) {
      share = (double) busy / all;
      busy = 0;
      all = 0;
    }
  }

  /// {@return the share of the last whole second, 0 to 1}
  double share() {
    return share;
  }
}
