package understudy.bench.ours;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Time on a processor, so that what else the machine does is not counted.
final class Processor {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Processor() {}

  /// {@return how long the calling thread has been on a processor, in nanoseconds}
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
