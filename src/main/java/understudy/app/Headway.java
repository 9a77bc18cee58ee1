package understudy.app;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Lets a world go as far as it should within a turn, or as far as the turn's real time allows: it
/// is slower then than it was asked to be, and [#kept] says so.
///
/// Goes in slices that take about two milliseconds each, by what the slices before took.
final class Headway {
  private static final long SLICE_NANOS = 2_000_000;
  private static final double SHORTEST = 1_000;
  private static final double GROWTH = 4;
  private static final long WINDOW_NANOS = 1_000_000_000L;

  private final LongSupplier clock;
  private double slice = SLICE_NANOS;
  private long real;
  private double wanted;
  private double gone;
  private double kept = 1;

  /// @param clock real time, in nanoseconds
  Headway(LongSupplier clock) {
    this.clock = clock;
  }

  /// Goes on.
  ///
  /// @param realNanos real time since the call before
  /// @param distance virtual time that should pass
  /// @param most real time that it may take
  /// @param advance lets virtual time pass
  void go(long realNanos, long distance, long most, LongConsumer advance) {
    long began = clock.getAsLong();
    long left = distance;
    while (left > 0 && clock.getAsLong() - began < most) {
      long next = most == Long.MAX_VALUE ? left : Math.min(left, (long) slice);
      long before = clock.getAsLong();
      advance.accept(next);
      left -= next;
      long took = Math.max(1, clock.getAsLong() - before);
      double fits = slice * Math.clamp((double) SLICE_NANOS / took, 1 / GROWTH, GROWTH);
      slice = Math.max(SHORTEST, fits);
    }
    note(realNanos, distance, distance - left);
  }

  private void note(long realNanos, long distance, long passed) {
    real += realNanos;
    wanted += distance;
    gone += passed;
    if (real >= WINDOW_NANOS) {
      kept = wanted <= 0 ? 1 : gone / wanted;
      real = 0;
      wanted = 0;
      gone = 0;
    }
  }

  /// {@return the share of the time that should have passed in the last whole second and did, 0 to
  /// 1}
  double kept() {
    return kept;
  }
}
