package understudy.bench.ours;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/// Time on a processor, so that what else the machine does is not counted.
final class Processor {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Processor() {}

  /// {@return how long the calling thread has been on a processor, in nanoseconds}
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /// {@return how long all threads have been on a processor, those of the virtual machine too, in
  /// nanoseconds; 0 where that is not told}
  static long ofAll() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        ? Math.max(0, machine.getProcessCpuTime())
        : 0;
  }

  /// {@return how long each thread of Java has been on a processor, in nanoseconds, by its name}
  static Map<String, Long> byThread() {
    Map<String, Long> nanos = new HashMap<>();
    for (long id : THREADS.getAllThreadIds()) {
      ThreadInfo info = THREADS.getThreadInfo(id);
      if (info != null) {
        nanos.merge(info.getThreadName(), Math.max(0, THREADS.getThreadCpuTime(id)), Long::sum);
      }
    }
    return nanos;
  }

  /// {@return what each thread has taken since}
  static Map<String, Long> since(Map<String, Long> before) {
    Map<String, Long> now = byThread();
    now.replaceAll((name, nanos) -> nanos - before.getOrDefault(name, 0L));
    return now;
  }
}
