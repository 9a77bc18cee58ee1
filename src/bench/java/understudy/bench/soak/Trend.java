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
  private static final double TOLERATED_GROWTH = 1.15;
  private static final long TOLERATED_BYTES = 4 * MEGABYTE;

  private final List<Long> heaps = new ArrayList<>();

  /// {@return the megabytes in use now, noted}
  double note() {
    long heap = Heap.afterCollection();
    heaps.add(heap);
    return (double) heap / MEGABYTE;
  }

  /// {@return how the last quarter of the minutes stands to the first, the very first one left out;
  /// empty if it is no more than 15 % and 4 MB above it}
  Optional<String> complaint() {
    List<Long> steady = heaps.subList(Math.min(1, heaps.size() - 1), heaps.size());
    int part = Math.max(1, steady.size() / 4);
    double early = mean(steady.subList(0, part));
    double late = mean(steady.subList(steady.size() - part, steady.size()));
    return late > early * TOLERATED_GROWTH + TOLERATED_BYTES
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
