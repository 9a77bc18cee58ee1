package understudy.runtime;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/// The threads that carry virtual threads. There are as many as processors, so that a few processes
/// in the blocking style that compute without end would keep all others from running: one is added
/// for as long as all are held and somebody waits.
///
/// They belong to the whole JVM. Touched by the [Watchdog] only.
final class Carriers {
  private static final int PATIENCE_TICKS = 5;
  private static final int CALM_TICKS = 200;
  private static final int MOST = 256;

  private final VirtualThreadSchedulerMXBean bean =
      ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
  private final int usual = bean.getParallelism();
  private int held;
  private int calm;
  private long progress;

  /// @param used whether anything of ours runs on them
  /// @param begun a number that changes when something of ours begins or goes on there
  void look(boolean used, long begun) {
    int now = bean.getParallelism();
    if (!used && now <= usual) {
      return;
    }
    boolean full = bean.getMountedVirtualThreadCount() >= now;
    held = begun == progress && bean.getQueuedVirtualThreadCount() > 0 ? held + 1 : 0;
    calm = full ? Math.max(0, calm - 1) : calm + 1;
    progress = begun;
    if (held >= PATIENCE_TICKS) {
      held = 0;
      if (full && now < MOST) {
        bean.setParallelism(now + 1);
      }
      Thread.ofVirtual().start(() -> {}); // What is queued already starts no carrier.
    } else if (calm >= CALM_TICKS && now > usual) {
      calm = 0;
      bean.setParallelism(now - 1);
    }
  }

  /// Gives all back that were added: nothing of ours goes on.
  void giveBack() {
    if (bean.getParallelism() > usual) {
      bean.setParallelism(usual);
    }
  }
}
