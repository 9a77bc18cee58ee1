package understudy.runtime;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// As fast as the machine goes: one queue of ready processes, a worker thread a processor.
///
/// A handler that blocks keeps its worker and another takes its place; a watchdog does the same for
/// a handler that computes too long. Where too many are awake again, the surplus retires.
final class LiveScheduler implements Scheduler {
  private static final int MESSAGES_PER_TURN = 200;
  private static final long WATCH_MILLIS = 5;

  private record Look(Cell cell) {}

  private static final class Due implements Timer {
    private final long due;
    private @Nullable ScheduledFuture<?> future;

    Due(long due) {
      this.due = due;
    }

    @Override
    public synchronized boolean cancel() {
      return future != null && future.cancel(false);
    }

    @Override
    public long dueNanos() {
      return due;
    }

    @Override
    public synchronized boolean pending() {
      return future != null && !future.isDone();
    }
  }

  private final int processors;
  private final long startNanos = System.nanoTime();
  private final LinkedBlockingQueue<Object> ready = new LinkedBlockingQueue<>();
  private final AtomicInteger awake = new AtomicInteger();

  /// Turns and looks that are due, and those that run and do not block: counted from before they
  /// are queued, so that there is no moment in which one of them is not seen.
  private final AtomicInteger busy = new AtomicInteger();

  /// How many more workers than processors may be awake, as that many are held.
  private final AtomicInteger rescuers = new AtomicInteger();

  private final AtomicInteger named = new AtomicInteger();
  private final AtomicLong turns = new AtomicLong();
  private final ScheduledThreadPoolExecutor clock;
  private final ScheduledFuture<?> watching;
  private volatile boolean closed;
  private long turnsSeen;

  LiveScheduler(int processors) {
    this.processors = processors;
    clock =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("understudy-clock").unstarted(task));
    clock.setRemoveOnCancelPolicy(true);
    watching =
        clock.scheduleWithFixedDelay(
            this::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    for (int i = 0; i < processors; i++) {
      startWorker();
    }
  }

  private void startWorker() {
    awake.incrementAndGet();
    Thread.ofPlatform()
        .daemon()
        .name("understudy-worker-" + named.incrementAndGet())
        .start(this::work);
  }

  private void work() {
    while (!closed && !retires()) {
      Object next;
      try {
        next = ready.take();
      } catch (InterruptedException _) {
        continue; // An interrupt that was meant for a handler which has returned meanwhile.
      }
      if (closed) {
        return;
      }
      switch (next) {
        case Cell cell when cell.blocks() ->
            Thread.ofVirtual().name("understudy-" + cell.pid).start(() -> turn(cell));
        case Cell cell -> turn(cell);
        case Look(var cell) -> look(cell);
        default -> throw new IllegalStateException("not a turn: " + next);
      }
    }
  }

  private void turn(Cell cell) {
    turns.incrementAndGet();
    try {
      cell.turn(MESSAGES_PER_TURN);
    } finally {
      busy.decrementAndGet();
    }
  }

  private void look(Cell cell) {
    try {
      cell.settle();
    } finally {
      busy.decrementAndGet();
    }
  }

  private boolean retires() {
    int now = awake.get();
    while (now > processors + rescuers.get()) {
      if (awake.compareAndSet(now, now - 1)) {
        return true;
      }
      now = awake.get();
    }
    return false;
  }

  /// Nobody has begun a turn since the last look although some are ready: every worker is held.
  private void watch() {
    long seen = turns.get();
    if (ready.isEmpty()) {
      rescuers.set(0);
    } else if (seen == turnsSeen) {
      rescuers.incrementAndGet();
      startWorker();
    }
    turnsSeen = seen;
  }

  @Override
  public long nanos() {
    return System.nanoTime() - startNanos;
  }

  @Override
  public void ready(Cell cell) {
    busy.incrementAndGet();
    ready.add(cell);
  }

  @Override
  public void interrupt(Cell cell) {
    busy.incrementAndGet();
    ready.add(new Look(cell));
  }

  @Override
  public void block(Cell cell) {
    boolean worker = !Thread.currentThread().isVirtual();
    if (worker && awake.decrementAndGet() < processors) {
      startWorker();
    }
    busy.decrementAndGet();
    boolean interrupted = false;
    while (!cell.isRunning() && !closed) {
      LockSupport.park(cell);
      interrupted |= Thread.interrupted();
    }
    if (worker) {
      awake.incrementAndGet();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (closed) {
      throw new ProcessDead();
    }
  }

  @Override
  public void unblock(Cell cell) {
    busy.incrementAndGet(); // For the thread that goes on.
    LockSupport.unpark(cell.runner());
  }

  @Override
  public Timer schedule(long delayNanos, Runnable task) {
    var due = new Due(nanos() + delayNanos);
    synchronized (due) {
      due.future = clock.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    }
    return due;
  }

  @Override
  public RandomGenerator random() {
    return ThreadLocalRandom.current();
  }

  @Override
  public int schedulers() {
    return processors;
  }

  @Override
  public boolean isIdle() {
    return busy.get() == 0;
  }

  @Override
  public long turns() {
    return turns.get();
  }

  @Override
  public void close() {
    closed = true;
    watching.cancel(false);
    clock.shutdownNow();
    for (int i = 0; i < named.get(); i++) {
      ready.add(new Object());
    }
  }
}
