package understudy.bench.chat;

import java.util.Arrays;

/// How long things took, in nanoseconds.
final class Trips {
  private long[] nanos = new long[1024];
  private int count;

  void add(long each) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = each;
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  /// {@return the value below which that part of them is; NaN if there are none}
  double at(double part) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.floor(part * count))];
  }
}
