package understudy.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// One baton, virtual time, a seed.
///
/// Whoever holds the baton runs the loop: draw a ready process, run its turn, again. A turn that
/// does not block costs no thread switch. One that blocks inside a handler keeps its thread and
/// passes the baton to another runner; when its wait is met it gets the baton back in the middle of
/// its handler, and goes on with the loop when the handler returns. So exactly one thread runs at
/// any time, and the order is the seed's alone.
final class SteppedScheduler implements Scheduler, Steps {
  private static final long RUNAWAY_TURNS = 20_000_000;

  private final class Runner implements Runnable {
    private final Semaphore baton = new Semaphore(0);

    @Override
    public void run() {
      while (takeBaton()) {
        loop(this);
      }
    }

    boolean takeBaton() {
      baton.acquireUninterruptibly();
      running = this;
      return !closed;
    }
  }

  private final Object lock = new Object();
  private final SplittableRandom random;
  private final List<Cell> ready = new ArrayList<>();
  private final PriorityQueue<Alarm> timers = new PriorityQueue<>(SteppedScheduler::byMoment);
  private int timerOrder;
  private volatile long nanos;
  private volatile boolean closed;

  // Only the holder of the baton touches these.
  private final ArrayDeque<Runner> idle = new ArrayDeque<>();
  private final Map<Cell, Runner> blocked = new HashMap<>();
  private @Nullable Runner running;
  private @Nullable Runner handTo;
  private Supplier<@Nullable Cell> plan = () -> null;
  private long turns;
  private final AtomicLong allTurns = new AtomicLong();
  private final AtomicLong rings = new AtomicLong();
  private final Semaphore done = new Semaphore(0);

  private @Nullable Chooser chooser;

  SteppedScheduler(long seed) {
    this.random = new SplittableRandom(seed);
  }

  void serves(Vm vm) {
    chooser = new Chooser(vm);
  }

  // ---- what the processes ask of it ----

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public int schedulers() {
    return 1;
  }

  @Override
  public boolean isIdle() {
    return ready() == 0;
  }

  @Override
  public long turns() {
    return allTurns.get();
  }

  @Override
  public void ready(Cell cell) {
    synchronized (lock) {
      ready.add(cell);
    }
  }

  @Override
  public void interrupt(Cell cell) {
    // The one who sends is the one who runs: a running cell can only signal itself, and does look.
  }

  @Override
  public void schedule(long delayNanos, Alarm alarm) {
    synchronized (lock) {
      alarm.due = Timers.moment(nanos, delayNanos);
      alarm.place = timerOrder++;
      timers.add(alarm);
    }
  }

  @Override
  public void forget(Alarm alarm) {
    synchronized (lock) {
      timers.remove(alarm);
    }
  }

  /// Those of one moment ring in the order set.
  private static int byMoment(Alarm one, Alarm other) {
    return one.due != other.due ? Long.compare(one.due, other.due) : one.place - other.place;
  }

  @Override
  public void block(Cell cell) {
    Runner me = running;
    if (me == null) {
      throw new IllegalStateException(cell.pid + " blocks outside the stepped scheduler");
    }
    blocked.put(cell, me);
    passBaton();
    if (!me.takeBaton()) {
      throw new ProcessDead();
    }
  }

  @Override
  public void unblock(Cell cell) {
    handTo = blocked.remove(cell);
  }

  private void passBaton() {
    Runner next = idle.poll();
    if (next == null) {
      next = new Runner();
      Thread.ofVirtual().name("understudy-baton").start(next);
    }
    next.baton.release();
  }

  private void loop(Runner me) {
    while (!closed) {
      Cell cell = plan.get();
      if (cell == null) {
        idle.push(me);
        done.release();
        return;
      }
      allTurns.incrementAndGet();
      cell.turn(1);
      Runner next = handTo;
      if (next != null) {
        handTo = null;
        idle.push(me);
        next.baton.release();
        return;
      }
    }
  }

  // ---- the hand ----

  @Override
  public boolean step() {
    boolean[] did = {false};
    drive(() -> {
      Cell cell = did[0] ? null : draw();
      did[0] |= cell != null;
      return cell;
    });
    return did[0];
  }

  @Override
  public boolean stepUntil(long end) {
    boolean[] did = {false};
    drive(() -> {
      Cell cell = did[0] ? null : drawUntil(end);
      did[0] |= cell != null;
      return cell;
    });
    nanos = did[0] ? nanos : Math.max(nanos, end);
    return did[0];
  }

  @Override
  public Delivered deliver(Pid to, long message) {
    var result = new AtomicReference<>(Delivered.GONE);
    boolean[] did = {false};
    drive(() -> {
      if (did[0]) {
        return null;
      }
      did[0] = true;
      return choose(to, message, result);
    });
    return result.get();
  }

  /// {@return who has to run now because of it, if anybody}
  private @Nullable Cell choose(Pid to, long message, AtomicReference<Delivered> result) {
    Chooser by = chooser;
    if (by != null) {
      result.set(by.choose(to, message));
    }
    return result.get() == Delivered.TAKEN ? takeReady(to) : null;
  }

  private @Nullable Cell takeReady(Pid pid) {
    synchronized (lock) {
      for (int i = 0; i < ready.size(); i++) {
        if (ready.get(i).pid.equals(pid)) {
          return takeReady(i);
        }
      }
      return null;
    }
  }

  private Cell takeReady(int index) {
    Cell cell = ready.get(index);
    Cell last = ready.removeLast();
    if (index < ready.size()) {
      ready.set(index, last);
    }
    return cell;
  }

  @Override
  public void runUntilIdle() {
    drive(this::draw);
  }

  @Override
  public void advance(Duration time) {
    long end = nanos + time.toNanos();
    drive(() -> drawUntil(end));
    nanos = end;
  }

  @Override
  public void advanceTo(long moment) {
    drive(() -> {
      boolean more;
      do {
        more = fireNext(moment);
      } while (more);
      return null;
    });
    nanos = Math.max(nanos, moment);
  }

  @Override
  public void settle(Duration quiet) {
    long[] end = {nanos + quiet.toNanos()};
    drive(() -> {
      Cell cell = drawUntil(end[0]);
      if (cell != null) {
        end[0] = nanos + quiet.toNanos();
      }
      return cell;
    });
    nanos = end[0];
  }

  @Override
  public long beats() {
    return allTurns.get() + rings.get();
  }

  @Override
  public boolean beat(long end) {
    long before = beats();
    drive(() -> {
      Cell cell = beats() == before ? draw() : null;
      if (cell == null && beats() == before) {
        fireNext(end);
      }
      return cell;
    });
    boolean did = beats() > before;
    nanos = did ? nanos : Math.max(nanos, end);
    return did;
  }

  @Override
  public boolean runTo(long beats, long end) {
    drive(() -> {
      while (beats() < beats) {
        Cell cell = draw();
        if (cell != null || !fireNext(end)) {
          return cell;
        }
      }
      return null;
    });
    nanos = Math.max(nanos, end);
    return beats() == beats;
  }

  @Override
  public int ready() {
    synchronized (lock) {
      return ready.size();
    }
  }

  @Override
  public OptionalLong nextDueNanos() {
    synchronized (lock) {
      Alarm next = timers.peek();
      return next == null ? OptionalLong.empty() : OptionalLong.of(next.due);
    }
  }

  private synchronized void drive(Supplier<@Nullable Cell> next) {
    if (closed) {
      return;
    }
    plan = next;
    turns = 0;
    passBaton();
    done.acquireUninterruptibly();
    if (turns > RUNAWAY_TURNS) {
      throw new IllegalStateException(
          "no rest after "
              + RUNAWAY_TURNS
              + " turns in one call; some processes never stop talking");
    }
  }

  private @Nullable Cell draw() {
    if (++turns > RUNAWAY_TURNS) {
      return null;
    }
    synchronized (lock) {
      int count = ready.size();
      return count == 0 ? null : takeReady(count == 1 ? 0 : random.nextInt(count));
    }
  }

  private @Nullable Cell drawUntil(long end) {
    while (true) {
      Cell cell = draw();
      if (cell != null || !fireNext(end)) {
        return cell;
      }
    }
  }

  /// Fires the next timer that is due by `end`, at its own moment.
  private boolean fireNext(long end) {
    Alarm due;
    synchronized (lock) {
      due = timers.peek();
      if (due == null || due.due > end) {
        return false;
      }
      timers.remove();
      nanos = Math.max(nanos, due.due);
    }
    rings.incrementAndGet();
    due.ring();
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(runner -> runner.baton.release());
    blocked.values().forEach(runner -> runner.baton.release());
  }
}
