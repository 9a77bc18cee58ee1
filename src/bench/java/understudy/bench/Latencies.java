package understudy.bench;

/// A histogram of times: each power of two is cut into 32 parts, so a value is right to 3 %.
///
/// Written by one thread at a time; read when nobody writes.
public final class Latencies {
  private static final int PARTS = 32;
  private static final int BITS = 5;

  private final long[] counts = new long[64 * PARTS];
  private long total;

  /// An empty one.
  public Latencies() {}

  /// Counts one time.
  ///
  /// @param nanos zero or more
  public void add(long nanos) {
    counts[slot(Math.max(0, nanos))]++;
    total++;
  }

  /// {@return how many were counted}
  public long count() {
    return total;
  }

  /// {@return the time in nanoseconds that `fraction` of all did not exceed}
  ///
  /// @param fraction between 0 and 1
  public double quantile(double fraction) {
    long wanted = (long) Math.ceil(fraction * total);
    long seen = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      seen += counts[slot];
      if (seen >= wanted && seen > 0) {
        return middle(slot);
      }
    }
    return Double.NaN;
  }

  private static int slot(long nanos) {
    if (nanos < PARTS) {
      return (int) nanos;
    }
    int power = 63 - Long.numberOfLeadingZeros(nanos);
    return (power - BITS + 1) * PARTS + (int) (nanos >>> (power - BITS)) - PARTS;
  }

  private static double middle(int slot) {
    if (slot < PARTS) {
      return slot;
    }
    int shift = slot / PARTS - 1;
    long low = (long) (slot % PARTS + PARTS) << shift;
    return low + (1L << shift) / 2.0;
  }
}
