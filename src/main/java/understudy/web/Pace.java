package understudy.web;

import java.time.Duration;

/// How much somebody may do: a bucket of so many, filled up at a rate. For one thread at a time.
public final class Pace {
  private static final double NANOS = 1e9;
  private static final long NEVER = Long.MIN_VALUE;

  private final int burst;
  private final int perSecond;
  private double left;
  private long lastNanos;
  private long tooMuchSince = NEVER;

  /// @param burst how many at once
  /// @param perSecond how many a second after that, 1 or more
  /// @param nowNanos on any clock that goes on
  public Pace(int burst, int perSecond, long nowNanos) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.left = burst;
    this.lastNanos = nowNanos;
  }

  /// Takes one.
  ///
  /// @param nowNanos on the same clock
  /// @return how many nanoseconds to wait before the next, 0 if none
  public long take(long nowNanos) {
    left = Math.min(burst, left + (nowNanos - lastNanos) / NANOS * perSecond) - 1;
    lastNanos = nowNanos;
    if (left > burst / 2.0) {
      tooMuchSince = NEVER;
    } else if (left < 0 && tooMuchSince == NEVER) {
      tooMuchSince = nowNanos;
    }
    return left >= 0 ? 0 : Math.round(-left / perSecond * NANOS);
  }

  /// {@return whether it was too much for longer than that, without a calm between}
  ///
  /// @param patience how long it may be too much
  public boolean isFlood(Duration patience) {
    return tooMuchSince != NEVER && lastNanos - tooMuchSince > patience.toNanos();
  }
}
