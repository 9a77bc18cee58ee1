package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import understudy.event.EventSink;

/// A thread of the live scheduler that gives processes their turns, as long as it serves.
///
/// It stops serving when it blocks in a handler, or when the [Watchdog] finds that a handler holds
/// it; another takes its place. When the handler returns it goes to the spares, to serve again
/// where the next is missing.
final class Worker extends Thread {
  /// What it does, for who looks at it.
  enum State {
    /// Looks for work or does some.
    BUSY,
    /// Has found none and sleeps, or is about to.
    ASLEEP,
    /// Does not serve, or not yet again.
    SPARE
  }

  private static final VarHandle CURRENT;
  private static final VarHandle TURNS;
  private static final VarHandle STATE;
  private static final VarHandle RELEASED;

  static {
    try {
      var lookup = MethodHandles.lookup();
      CURRENT = lookup.findVarHandle(Worker.class, "current", Cell.class);
      TURNS = lookup.findVarHandle(Worker.class, "turns", long.class);
      STATE = lookup.findVarHandle(Worker.class, "state", State.class);
      RELEASED = lookup.findVarHandle(Worker.class, "released", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// How often in a row the process woken last may go before the others.
  private static final int MOST_JUMPS = 64;

  /// How many turns apart it looks first at what came from outside; a power of two.
  private static final int OUTSIDE_EVERY = 64;

  private static final int TURNS_A_LOOK = 32;
  private static final int MOST_STOLEN = 256;
  private static final long SPIN_NANOS = 20_000;
  private static final long SPARE_NANOS = 5_000_000_000L;

  final LiveScheduler scheduler;
  final RunQueue queue = new RunQueue();

  /// This worker's shares of references and of message numbers.
  final Numbers.Block[] blocks = {new Numbers.Block(), new Numbers.Block()};

  /// Where this thread puts its events, once it has any.
  private @Nullable EventSink door;

  /// When it last looked at the clock, and in which turn. Touched by this thread only.
  private long seenNanos;

  private long seenTurn = -TURNS_A_LOOK;
  volatile State state = State.BUSY;

  /// Above zero while it waits for a message in the middle of a handler: it adds one and whoever
  /// ends its wait takes one away, in either order.
  final AtomicInteger waits = new AtomicInteger();

  /// Set once by whoever makes it stop serving, cleared only while it is spare.
  private volatile boolean released;

  /// The process in whose turn it is. Written by this thread only.
  private volatile @Nullable Cell current;

  private volatile long turns;
  private int jumps;

  Worker(LiveScheduler scheduler, String name) {
    super(name);
    this.scheduler = scheduler;
    setDaemon(true);
  }

  @Override
  public void run() {
    try {
      do {
        serve();
      } while (!scheduler.isClosed() && waitToServe());
    } finally {
      if (door != null) {
        door.leave();
      }
    }
  }

  /// {@return the way to `sink`, which is the system's, for this thread alone: it is the caller}
  EventSink door(EventSink sink) {
    EventSink open = door;
    if (open == null) {
      open = sink.enter();
      door = open;
    }
    return open;
  }

  private void serve() {
    while (!released && !scheduler.isClosed()) {
      try {
        Cell cell = find();
        if (cell == null) {
          rest();
        } else {
          give(cell);
        }
      } catch (Throwable thrown) {
        // Not a process's own error, which ends that process: the others shall go on.
        getUncaughtExceptionHandler().uncaughtException(this, thrown);
      }
    }
    scheduler.adopt(queue);
  }

  private void give(Cell cell) {
    CURRENT.setOpaque(this, cell);
    TURNS.setOpaque(this, turns + 1);
    scheduler.turn(cell);
    CURRENT.setOpaque(this, (Cell) null);
  }

  /// {@return about what time it is, from a look at the clock that is a few turns old at most}
  ///
  /// @param ticked the last tick of a clock that another thread reads
  long roughNanos(long ticked) {
    if (turns - seenTurn >= TURNS_A_LOOK) {
      seenNanos = scheduler.nanos();
      seenTurn = turns;
    }
    return Math.max(seenNanos, ticked);
  }

  // ---- what is ready ----

  /// Takes in a process that was woken while this thread ran one: it goes first.
  void ready(Cell cell) {
    Cell displaced = queue.wake(cell);
    if (displaced != null) {
      readyLast(displaced);
    }
  }

  /// Takes in a process whose turn was cut short, or which has just been made: at the end.
  void readyLast(Cell cell) {
    queue.add(cell);
    scheduler.help(queue);
  }

  private @Nullable Cell find() {
    if ((turns & (OUTSIDE_EVERY - 1)) == 0) {
      Cell outside = scheduler.takeOutside();
      if (outside != null) {
        return outside;
      }
    }
    if (jumps < MOST_JUMPS) {
      Cell next = queue.takeNext();
      if (next != null) {
        jumps++;
        return next;
      }
    }
    jumps = 0;
    Cell cell = queue.take();
    if (cell == null) {
      cell = scheduler.takeOutside();
    }
    if (cell == null) {
      cell = queue.takeNext();
    }
    return cell == null ? steal() : cell;
  }

  /// Takes the half of what another has.
  private @Nullable Cell steal() {
    Worker[] all = scheduler.workers();
    int start = ThreadLocalRandom.current().nextInt(all.length);
    for (int i = 0; i < all.length; i++) {
      Worker other = all[(start + i) % all.length];
      Cell first = other == this ? null : other.queue.take();
      if (first != null) {
        takeHalf(other.queue);
        return first;
      }
    }
    return null;
  }

  private void takeHalf(RunQueue others) {
    for (int left = Math.min(others.size() / 2, MOST_STOLEN); left > 0; left--) {
      Cell cell = others.take();
      if (cell == null) {
        return;
      }
      queue.add(cell);
    }
  }

  // ---- nothing to do ----

  private void rest() {
    long end = System.nanoTime() + SPIN_NANOS;
    do {
      Thread.onSpinWait();
      if (scheduler.hasWork()) {
        return;
      }
    } while (System.nanoTime() < end);
    state = State.ASLEEP;
    while (state == State.ASLEEP && !scheduler.hasWork() && !released && !scheduler.isClosed()) {
      LockSupport.park(this);
      Thread.interrupted(); // It was meant for a handler that has returned meanwhile.
    }
    state = State.BUSY;
    seenTurn = turns - TURNS_A_LOOK; // Time has passed.
    scheduler.awake();
  }

  /// Wakes it, if it sleeps.
  ///
  /// @return whether it slept
  boolean rouse() {
    if (state == State.ASLEEP && STATE.compareAndSet(this, State.ASLEEP, State.BUSY)) {
      LockSupport.unpark(this);
      return true;
    }
    return false;
  }

  // ---- serving no more, and again ----

  boolean isBusy() {
    return state == State.BUSY && waits.get() <= 0;
  }

  boolean serves() {
    return !released;
  }

  @Nullable Cell current() {
    return current;
  }

  long turns() {
    return turns;
  }

  /// Makes it stop serving once its handler returns.
  ///
  /// @return false if it had been told already
  boolean release() {
    return RELEASED.compareAndSet(this, false, true);
  }

  /// Has a spare serve again.
  void engage() {
    released = false;
    state = State.BUSY;
    LockSupport.unpark(this);
  }

  private boolean waitToServe() {
    state = State.SPARE;
    scheduler.spare(this);
    long end = System.nanoTime() + SPARE_NANOS;
    while (released && !scheduler.isClosed()) {
      long left = end - System.nanoTime();
      if (left <= 0 && scheduler.dismiss(this)) {
        return false;
      }
      LockSupport.parkNanos(this, Math.max(left, SPARE_NANOS / 10));
      Thread.interrupted();
    }
    return true;
  }
}
