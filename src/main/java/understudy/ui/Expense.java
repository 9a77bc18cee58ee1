package understudy.ui;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.stream.LongStream;

/// What the window takes of the machine: processor time of the thread that asks, which is JavaFX's,
/// and of the one that renders.
final class Expense {
  private static final String RENDERER = "QuantumRenderer";
  private static final long LOOK_NANOS = 500_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long renderer = -1;
  private long before;
  private double idle = 1;
  private long looked = Long.MIN_VALUE;

  /// {@return processor time in nanoseconds since the last call; 0 where the machine does not tell}
  long take() {
    if (!threads.isCurrentThreadCpuTimeSupported()) {
      return 0;
    }
    if (renderer < 0) {
      renderer = find();
    }
    long drawn = renderer < 0 ? 0 : Math.max(0, threads.getThreadCpuTime(renderer));
    long now = threads.getCurrentThreadCpuTime() + drawn;
    long taken = now - before;
    before = now;
    return Math.max(0, taken);
  }

  private long find() {
    return LongStream.of(threads.getAllThreadIds())
        .mapToObj(threads::getThreadInfo)
        .filter(Objects::nonNull)
        .filter(info -> info.getThreadName().startsWith(RENDERER))
        .mapToLong(ThreadInfo::getThreadId)
        .findFirst()
        .orElse(-1);
  }

  /// {@return which share of all processors of the machine was idle lately, 0 to 1; 0 where the
  /// machine does not tell}
  ///
  /// @param now in nanoseconds
  double idle(long now) {
    if (now >= looked + LOOK_NANOS || looked == Long.MIN_VALUE) {
      looked = now;
      double busy =
          ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
              ? machine.getCpuLoad()
              : 1;
      idle = busy >= 0 && busy <= 1 ? 1 - busy : 0;
    }
    return idle;
  }
}
