package understudy.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;

/// Sees to it that no handler keeps others from running: a worker that is held in one is released,
/// and another takes its place.
///
/// Held means blocked for a moment, or computing in one turn for [#PATIENCE_NANOS] of its own
/// processor time; a worker that only waits for a processor is not held. Sleeps while all workers
/// do.
final class Watchdog extends Thread {
  private static final long TICK_NANOS = 1_000_000;
  private static final long QUICK_TICK_NANOS = 100_000;
  private static final long PATIENCE_NANOS = 5_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// What was seen of a worker at the last look.
  private static final class Seen {
    long turns;
    boolean blocked;
    long cpuNanos;
  }

  private final LiveScheduler scheduler;
  private final Carriers carriers = new Carriers();
  private final Map<Worker, Seen> seen = new WeakHashMap<>();
  private volatile boolean sleeps;
  private boolean anyBlocked;

  Watchdog(LiveScheduler scheduler) {
    super("understudy-watchdog");
    this.scheduler = scheduler;
    setDaemon(true);
  }

  /// Says that a worker is awake again.
  void wake() {
    if (sleeps) {
      sleeps = false;
      LockSupport.unpark(this);
    }
  }

  @Override
  public void run() {
    while (!scheduler.isClosed()) {
      scheduler.tick();
      anyBlocked = false;
      for (Worker worker : scheduler.workers()) {
        look(worker);
      }
      if (scheduler.hasReady(1)) {
        scheduler.rouse(); // A few were not worth waking anybody; still there, they are.
      }
      carriers.look(scheduler.apart.get() > 0, scheduler.turnsApart.get());
      if (scheduler.rests()) {
        sleep();
      } else {
        LockSupport.parkNanos(this, anyBlocked ? QUICK_TICK_NANOS : TICK_NANOS);
      }
    }
  }

  private void sleep() {
    carriers.giveBack(); // Asleep, nobody would.
    sleeps = true;
    if (scheduler.rests()) {
      LockSupport.park(this);
    }
    sleeps = false;
  }

  private void look(Worker worker) {
    Cell cell = worker.current();
    Seen last = seen.computeIfAbsent(worker, _ -> new Seen());
    if (cell == null || !worker.isBusy()) {
      last.turns = -1;
      return;
    }
    if (!worker.serves()) {
      scheduler.adopt(worker.queue); // It may have been released in the middle of an addition.
      return;
    }
    boolean blocked =
        switch (worker.getState()) {
          case BLOCKED, WAITING, TIMED_WAITING -> true;
          case NEW, RUNNABLE, TERMINATED -> false;
        };
    long cpu = blocked ? last.cpuNanos : THREADS.getThreadCpuTime(worker.threadId());
    if (last.turns != worker.turns()) {
      last.turns = worker.turns();
      last.cpuNanos = cpu;
    } else if (blocked && last.blocked) {
      LiveScheduler.strike(cell);
      scheduler.release(worker);
    } else if (!blocked && cpu - last.cpuNanos >= PATIENCE_NANOS) {
      scheduler.release(worker);
    } else if (!worker.queue.isEmpty()) {
      scheduler.adopt(worker.queue); // For those who have nothing to do.
    }
    last.blocked = blocked;
    anyBlocked |= blocked;
  }
}
