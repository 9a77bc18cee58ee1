package understudy.runtime;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// As fast as the machine goes: a worker a processor, each with its own queue of ready processes,
/// who take from each other when they have none.
///
/// A process that blocks in a handler, or computes in one for long, keeps its thread, and another
/// worker takes the place. One that blocks again and again, and one in the blocking style, runs on
/// virtual threads instead.
final class LiveScheduler implements Scheduler {
  private static final int MESSAGES_PER_TURN = 512;

  /// How often a process may hold a worker by blocking before it gets threads of its own.
  static final int STRIKES = 3;

  /// After so many more turns without blocking that is forgotten.
  private static final int FORGIVEN = STRIKES + 64;

  private static final long CALM_NANOS = 100_000;

  private static final long SPIN_NANOS = 10_000;
  private static final int SPINS = 16;
  private static final byte BAD_LUCK = -16;

  /// How many processes must wait at one worker for another to be woken for them.
  private static final int WORTH_WAKING = 16;

  private final int processors;
  private final long startNanos = System.nanoTime();

  /// What became ready outside of any worker, and what workers could not keep.
  private final Queue<Cell> outside = new ConcurrentLinkedQueue<>();

  /// Processes in the middle of a handler whose signals must be looked at.
  private final Queue<Cell> looks = new ConcurrentLinkedQueue<>();

  /// All that serve or will do so again, or hold processes that others must take.
  private volatile Worker[] workers = {};

  private final ConcurrentLinkedDeque<Worker> spares = new ConcurrentLinkedDeque<>();

  /// What goes on and no worker has: turns on other threads, processes on their way from one queue
  /// to another.
  final AtomicInteger apart = new AtomicInteger();

  /// How often a turn on another thread has begun or gone on.
  final AtomicLong turnsApart = new AtomicLong();

  private final AtomicInteger named = new AtomicInteger();
  private final Clock clock;
  private final Watchdog watchdog = new Watchdog(this);
  private volatile long tickedNanos;
  private volatile boolean closed;

  LiveScheduler(int processors) {
    this.processors = processors;
    this.clock = new Clock(startNanos, processors);
    for (int i = 0; i < processors; i++) {
      replace();
    }
    clock.start();
    watchdog.start();
  }

  // ---- what is ready ----

  @Override
  public void ready(Cell cell) {
    Worker here = worker();
    if (here == null) {
      adopt(cell);
    } else {
      here.ready(cell);
    }
  }

  @Override
  public void readyLast(Cell cell) {
    Worker here = worker();
    if (here == null) {
      adopt(cell);
    } else {
      here.readyLast(cell);
    }
  }

  /// {@return the worker that this thread is, if it serves here}
  private @Nullable Worker worker() {
    return Thread.currentThread() instanceof Worker worker
            && worker.scheduler == this
            && worker.serves()
        ? worker
        : null;
  }

  /// Takes in a process for whoever comes first.
  void adopt(Cell cell) {
    outside.add(cell);
    rouse();
  }

  /// Takes in all that a worker leaves.
  void adopt(RunQueue left) {
    apart.incrementAndGet(); // Or what is in this thread's hand would be nowhere.
    for (Cell cell = left.takeNext(); cell != null; cell = left.takeNext()) {
      outside.add(cell);
    }
    for (Cell cell = left.take(); cell != null; cell = left.take()) {
      outside.add(cell);
    }
    apart.decrementAndGet();
    if (!outside.isEmpty()) {
      rouse();
    }
  }

  @Nullable Cell takeOutside() {
    for (Cell cell = looks.poll(); cell != null; cell = looks.poll()) {
      cell.settle();
    }
    return outside.poll();
  }

  /// {@return whether there is something worth waking up for; the [Watchdog] sees to the rest}
  boolean hasWork() {
    return hasReady(WORTH_WAKING);
  }

  /// {@return whether so many wait at one worker, or anybody for whoever comes}
  boolean hasReady(int count) {
    if (!outside.isEmpty() || !looks.isEmpty()) {
      return true;
    }
    for (Worker worker : workers) {
      if (worker.queue.size() >= count) {
        return true;
      }
    }
    return false;
  }

  /// Wakes a worker for what waits in `queue`, if it is worth that; the watchdog sees to the rest.
  void help(RunQueue queue) {
    if (queue.size() >= WORTH_WAKING) {
      rouse();
    }
  }

  /// Wakes one worker that sleeps, if there is one.
  void rouse() {
    for (Worker worker : workers) {
      if (worker.rouse()) {
        return;
      }
    }
  }

  // ---- turns ----

  void turn(Cell cell) {
    if (cell.blocks() || cell.strikes >= STRIKES) {
      apart.incrementAndGet();
      watchdog.wake();
      Thread.ofVirtual().name("understudy-" + cell.pid).start(() -> turnApart(cell));
    } else {
      cell.turn(MESSAGES_PER_TURN);
    }
  }

  private void turnApart(Cell cell) {
    turnsApart.incrementAndGet();
    long start = System.nanoTime();
    try {
      cell.turn(MESSAGES_PER_TURN);
    } finally {
      if (cell.strikes >= STRIKES) {
        boolean calm = System.nanoTime() - start < CALM_NANOS;
        cell.strikes = (byte) (calm ? (cell.strikes + 1) % FORGIVEN : STRIKES);
      }
      apart.decrementAndGet();
    }
  }

  @Override
  public void interrupt(Cell cell) {
    looks.add(cell);
    rouse();
  }

  @Override
  public void block(Cell cell) {
    Worker here = Thread.currentThread() instanceof Worker worker ? worker : null;
    if (here == null) {
      apart.decrementAndGet();
    } else {
      strike(cell);
      here.waits.incrementAndGet();
      release(here);
    }
    spin(cell);
    boolean interrupted = false;
    while (!cell.isRunning() && !closed) {
      LockSupport.park(cell);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (closed) {
      throw new ProcessDead();
    }
  }

  /// Waits for a moment without giving the thread away: an answer is often quicker than a thread is
  /// woken. Who waited in vain does not try the next few times.
  private void spin(Cell cell) {
    if (cell.luck < 0 || processors == 1) {
      cell.luck++;
      return;
    }
    for (long end = System.nanoTime() + SPIN_NANOS; System.nanoTime() < end; ) {
      for (int i = 0; i < SPINS; i++) {
        if (cell.isRunning()) {
          return;
        }
        Thread.onSpinWait();
      }
    }
    cell.luck = BAD_LUCK;
  }

  @Override
  public void unblock(Cell cell) {
    Thread waits = cell.runner();
    if (waits instanceof Worker worker) {
      worker.waits.decrementAndGet();
    } else {
      apart.incrementAndGet(); // For the thread that goes on.
      turnsApart.incrementAndGet();
    }
    LockSupport.unpark(waits);
  }

  static void strike(Cell cell) {
    if (cell.strikes < STRIKES) {
      cell.strikes++;
    }
  }

  // ---- workers come and go ----

  /// Says that a worker has woken up.
  void awake() {
    watchdog.wake();
  }

  Worker[] workers() {
    return workers;
  }

  /// Has a worker serve no more, and another in its place.
  void release(Worker held) {
    if (held.release()) {
      adopt(held.queue);
      replace();
    }
  }

  private void replace() {
    Worker spare = spares.poll();
    if (spare != null) {
      spare.engage();
      return;
    }
    var fresh = new Worker(this, "understudy-worker-" + named.incrementAndGet());
    synchronized (this) {
      Worker[] more = Arrays.copyOf(workers, workers.length + 1);
      more[workers.length] = fresh;
      workers = more; // Whole before anybody sees it.
    }
    fresh.start();
  }

  void spare(Worker worker) {
    spares.push(worker);
  }

  /// {@return whether the spare is needed no more and may end}
  synchronized boolean dismiss(Worker worker) {
    if (!spares.remove(worker)) {
      return false;
    }
    workers = Arrays.stream(workers).filter(other -> other != worker).toArray(Worker[]::new);
    return true;
  }

  boolean isClosed() {
    return closed;
  }

  // ---- time and what else is asked ----

  @Override
  public long nanos() {
    return System.nanoTime() - startNanos;
  }

  @Override
  public long roughNanos() {
    return Thread.currentThread() instanceof Worker worker && worker.scheduler == this
        ? worker.roughNanos(tickedNanos)
        : nanos();
  }

  /// Called by the watchdog about every millisecond while anybody works.
  void tick() {
    tickedNanos = nanos();
  }

  @Override
  public void schedule(long delayNanos, Alarm alarm) {
    clock.schedule(delayNanos, alarm);
  }

  @Override
  public void forget(Alarm alarm) {
    clock.forget(alarm);
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
    // Asked twice with no turn between, it is the truth: who takes a process from a queue is busy
    // before that.
    long before = turns();
    if (!rests()) {
      return false;
    }
    return turns() == before && rests();
  }

  /// {@return whether nothing goes on, at a glance: what is on its way meanwhile may be missed}
  boolean rests() {
    if (apart.get() > 0 || !outside.isEmpty() || !looks.isEmpty() || !clock.rests()) {
      return false;
    }
    for (Worker worker : workers) {
      if (worker.isBusy() || !worker.queue.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long turns() {
    long sum = turnsApart.get();
    for (Worker worker : workers) {
      sum += worker.turns();
    }
    return sum;
  }

  @Override
  public void close() {
    closed = true;
    clock.close();
    watchdog.interrupt();
    for (Worker worker : workers) {
      LockSupport.unpark(worker);
    }
  }
}
