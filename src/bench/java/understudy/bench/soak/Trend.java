package understudy.bench.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.bench.Heap;

/// The heap after collection, minute by minute, and whether it has grown.
///
/// Used by one thread.
final class Trend {
  private static final long MEGABYTE = 1 << 20;
  private static final long TOLERATED_BYTES = 4 * MEGABYTE;

  private final int quarter;
  private final double tolerated;
  private final List<Long> heaps = new ArrayList<>();

  /// @param quarter which quarter of the minutes the last one is held against, 0 to 2
  /// @param tolerated how much more it may be, beside 4 MB: 0.1 is a tenth
  Trend(int quarter, double tolerated) {
    this.quarter = quarter;
    this.tolerated = tolerated;
  }

  /// {@return the megabytes in use now, noted}
  double note() {
    long heap = Heap.afterCollection();
    heaps.add(heap);
    return (double) heap / MEGABYTE;
  }

  /// {@return how the last quarter of the minutes, the very first one left out, stands to the one
  /// that it is held against; empty if it is not too far above it}
  Optional<String> complaint() {
    List<Long> steady = heaps.subList(Math.min(1, heaps.size() - 1), heaps.size());
    int part = Math.max(1, steady.size() / 4);
    int from = Math.min(quarter * part, steady.size() - part);
    if (from + part > steady.size() - part) {
      return Optional.of("so few minutes do not say whether the heap grows; soak for ten or more");
    }
    double early = mean(steady.subList(from, from + part));
    double late = mean(steady.subList(steady.size() - part, steady.size()));
    return late > early * (1 + tolerated) + TOLERATED_BYTES
        ? Optional.of(
            "the heap grew from %.1f MB to %.1f MB".formatted(early / MEGABYTE, late / MEGABYTE))
        : Optional.empty();
  }

  /// {@return how many platform threads there are}
  static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).average().orElse(0);
  }
}
