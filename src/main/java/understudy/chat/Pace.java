package understudy.chat;

/// How much somebody may do: a bucket of so many, filled up at a rate.
final class Pace {
  private static final double NANOS = 1e9;

  private final int burst;
  private final int perSecond;
  private double left;
  private long lastNanos;

  Pace(int burst, int perSecond, long nowNanos) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.left = burst;
    this.lastNanos = nowNanos;
  }

  /// Takes one.
  ///
  /// @return how many nanoseconds to wait before the next, 0 if none
  long take(long nowNanos) {
    left = Math.min(burst, left + (nowNanos - lastNanos) / NANOS * perSecond) - 1;
    lastNanos = nowNanos;
    return left >= 0 ? 0 : Math.round(-left / perSecond * NANOS);
  }

  /// {@return whether nothing is owed any more and there is some to spare}
  boolean isCalm() {
    return left > burst / 2.0;
  }
}
