package understudy.runtime;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.probe.Status;

/// One process: its channel, its mailbox, its links and monitors, and its turn.
///
/// Everything that reaches a process is pushed on `inbox`, a stack without a lock, and is
/// *received* later, in the order sent, by whoever holds this object's monitor ([#receiveAll]): in
/// the rule the process's own thread before it takes a message, and another one where a signal must
/// not wait for a handler to return (EXI-14, PRC-12). Receiving turns an exit signal into a message
/// or into this process's death.
///
/// Death is apart from the [Phase]: `dead` is set once, under the monitor; the thread that still
/// runs the code finds out at its next step. Signals that follow from a death leave through
/// `outbox`, after the monitor, so that no two monitors are ever held.
final class Cell {
  private static final AtomicReferenceFieldUpdater<Cell, Phase> PHASE =
      AtomicReferenceFieldUpdater.newUpdater(Cell.class, Phase.class, "phase");
  private static final AtomicIntegerFieldUpdater<Cell> DEPTH =
      AtomicIntegerFieldUpdater.newUpdater(Cell.class, "depth");

  final Vm vm;
  final Pid pid;
  final Pid parent;
  final Behaviour behaviour;
  final long spawnedNanos;
  private final Self self;

  private final Inbox inbox = new Inbox();
  private volatile Phase phase = Phase.IDLE;
  private volatile int depth;
  private volatile boolean dead;
  private volatile boolean initialized;
  private volatile boolean terminating;
  private boolean started;

  /// The alias to which the start is acknowledged; 0 once it is, or if nobody waits.
  long startReference;

  volatile @Nullable Thread runner;
  private boolean haunting;

  /// Guarded by this cell's monitor.
  final Interior interior;

  private final Outbox outbox;

  Cell(Vm vm, Pid pid, Pid parent, Behaviour behaviour, long spawnedNanos) {
    this.vm = vm;
    this.pid = pid;
    this.parent = parent;
    this.behaviour = behaviour;
    this.spawnedNanos = spawnedNanos;
    this.self = new Self(this);
    this.interior = new Interior(pid);
    this.outbox = new Outbox(vm);
  }

  // ---- what others do to it, on any thread ----

  /// Puts `signal` into the channel and sees to it that it will be received.
  void deliver(Signal signal) {
    if (signal instanceof Signal.Message || signal instanceof Signal.Aliased) {
      DEPTH.getAndAdd(this, 1);
    }
    inbox.push(signal);
    if (dead) {
      settle();
      return;
    }
    wake(signal instanceof Signal.ExitSignal);
  }

  void wake(boolean urgent) {
    switch (phase) {
      case IDLE -> {
        if (PHASE.compareAndSet(this, Phase.IDLE, Phase.READY)) {
          vm.scheduler.ready(this);
        }
      }
      case BLOCKED -> {
        if (PHASE.compareAndSet(this, Phase.BLOCKED, Phase.WAKING)) {
          vm.scheduler.ready(this);
        }
      }
      case RUNNING -> {
        if (urgent) {
          vm.scheduler.interrupt(this);
        }
      }
      case READY, WAKING -> {}
    }
  }

  /// Receives what has arrived, whoever asks.
  void settle() {
    synchronized (this) {
      receiveAll();
    }
    outbox.send();
    if (phase == Phase.BLOCKED && isWaitOver()) {
      wake(false);
    }
  }

  boolean isDead() {
    return dead;
  }

  int depth() {
    return depth;
  }

  void suspend(boolean on) {
    synchronized (this) {
      interior.suspended = on;
      interior.look();
    }
    if (!on) {
      wake(false);
    }
  }

  // ---- its turn, on the thread that the scheduler gives it ----

  /// Runs this process for at most `budget` messages, or looks whether a thread that blocks in it
  /// may go on.
  void turn(int budget) {
    if (phase == Phase.WAKING) {
      wakeBlocked();
      return;
    }
    phase = Phase.RUNNING;
    runner(Thread.currentThread());
    if (!started && !dead) {
      started = true;
      run(() -> behaviour.start(self));
    }
    int left = budget;
    do {
      left--;
    } while (next() && left > 0);
    runner(null);
    settle();
    phase = Phase.IDLE;
    if (hasWork()) {
      wake(false);
    }
  }

  boolean blocks() {
    return behaviour.blocks() && !started;
  }

  private interface Code {
    void run() throws Exception;
  }

  private boolean next() {
    Signal.Message message;
    Wait over = null;
    synchronized (this) {
      receiveAll();
      if (dead) {
        message = null;
      } else if (interior.wait != null) {
        over = interior.waits() ? null : interior.wait;
        message = over == null ? null : over.met;
        interior.wait = over == null ? interior.wait : null;
      } else {
        message = interior.hasNext() ? interior.mailbox.takeOldest() : null;
      }
    }
    outbox.send();
    if (message == null && over == null) {
      return false;
    }
    Object body = message == null ? null : taken(message);
    if (over != null && over.then != null) {
      var then = over.then;
      run(() -> then.accept(body));
    } else if (body != null) {
      run(() -> behaviour.handle(self, body));
    }
    return true;
  }

  private void run(Code code) {
    try {
      code.run();
    } catch (ProcessDead _) {
      // It died while its code ran: everything has been said already.
    } catch (Throwable thrown) {
      die(Reasons.of(thrown));
    }
  }

  private boolean hasWork() {
    if (dead) {
      return false;
    }
    synchronized (this) {
      return !inbox.isEmpty() || interior.isWaitOver() || interior.hasNext();
    }
  }

  private synchronized void runner(@Nullable Thread thread) {
    if (thread == null && runner != null && haunting) {
      haunting = false;
      Thread.interrupted();
      vm.emit(new RuntimeEvent.Rested(pid));
    }
    runner = thread;
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  boolean runsHere() {
    return runner == Thread.currentThread();
  }

  /// Does `act` as one step with the question whether this process is alive: what a process does to
  /// others is before its death or not at all (MSG-13, EXI-15).
  void whileAlive(Runnable act) {
    synchronized (this) {
      self.ensureAlive();
      act.run();
    }
  }

  // ---- waiting ----

  /// Blocks the calling handler until a message matches or `nanos` have passed; negative: for ever,
  /// zero: only what is already there (MSG-08).
  @Nullable Object takeBlocking(Predicate<Object> accepts, long nanos) {
    var waiting = new Wait(accepts, null);
    synchronized (this) {
      receiveAll();
      if (!dead) {
        waiting.met = interior.take(accepts);
        if (waiting.met == null && nanos != 0) {
          interior.wait = waiting;
          startTimer(waiting, nanos);
        }
      }
    }
    outbox.send();
    self.ensureAlive();
    if (waiting.met == null && nanos != 0) {
      block();
      vm.scheduler.block(this);
      self.ensureAlive();
      synchronized (this) {
        interior.wait = null;
      }
    }
    return waiting.met == null ? null : taken(waiting.met);
  }

  /// Has `waiting` met by the next message after `mark` that it accepts, instead of the behaviour.
  void await(Wait waiting, long mark, long nanos) {
    synchronized (this) {
      interior.await(waiting, mark);
      if (interior.waits()) {
        startTimer(waiting, nanos);
      }
    }
  }

  private void startTimer(Wait waiting, long nanos) {
    if (nanos >= 0) {
      waiting.timer = vm.scheduler.schedule(nanos, () -> deliver(new Signal.WaitOver(waiting)));
    }
  }

  private void wakeBlocked() {
    synchronized (this) {
      receiveAll();
    }
    outbox.send();
    if (isWaitOver()) {
      phase = Phase.RUNNING;
      vm.scheduler.unblock(this);
    } else {
      block();
    }
  }

  /// Says that a thread blocks here, then looks again: what came before that was not told to wake.
  private void block() {
    phase = Phase.BLOCKED;
    if (!inbox.isEmpty() || isWaitOver()) {
      wake(false);
    }
  }

  private synchronized boolean isWaitOver() {
    return dead || interior.isWaitOver();
  }

  private Object taken(Signal.Message message) {
    DEPTH.getAndAdd(this, -1);
    if (vm.wants(RuntimeEvent.Received.class)) {
      vm.emit(new RuntimeEvent.Received(pid, message.id, Labels.of(message.body)));
    }
    return message.body;
  }

  // ---- receiving signals, under the monitor ----

  private void receiveAll() {
    Signal oldest = inbox.takeAll();
    while (oldest != null) {
      Signal after = oldest.next;
      oldest.next = null;
      if (dead) {
        depth = 0;
        outbox.answerForTheDead(pid, oldest);
      } else {
        ExitReason fatal = interior.receive(oldest, vm, this::deepen);
        if (oldest instanceof Signal.Unlink unlink) {
          outbox.confirm(pid, unlink);
        }
        if (fatal != null) {
          die(fatal);
        }
      }
      oldest = after;
    }
  }

  // ---- death ----

  /// Ends this process: names first, then the event, then its links and monitors (LNK-13, MON-11).
  void die(ExitReason reason) {
    synchronized (this) {
      if (dead) {
        return;
      }
      dead = true;
      vm.forget(this);
      vm.emit(new RuntimeEvent.Exited(pid, reason));
      outbox.addFarewell(pid, reason, interior);
      interior.clear();
      depth = 0;
      if (runner != null && runner != Thread.currentThread() && phase == Phase.RUNNING) {
        haunting = true;
        runner.interrupt();
        vm.emit(new RuntimeEvent.Haunting(pid));
      }
    }
    if (!Thread.holdsLock(this)) {
      outbox.send();
    }
    if (phase == Phase.BLOCKED) {
      wake(false);
    }
  }

  void deepen(int change) {
    DEPTH.getAndAdd(this, change);
  }

  // ---- what can be seen of it ----

  void initialized() {
    initialized = true;
    vm.emit(new RuntimeEvent.Initialized(pid));
  }

  void terminating(ExitReason reason) {
    terminating = true;
    vm.emit(new RuntimeEvent.Terminating(pid, reason));
  }

  Status status() {
    boolean held = interior.suspended;
    if (dead || held || terminating) {
      return dead ? Status.DOWN : held ? Status.SUSPENDED : Status.TERMINATING;
    }
    if (!initialized && !behaviour.blocks()) {
      return Status.STARTING;
    }
    return switch (phase) {
      case IDLE -> Status.WAITING;
      case READY, RUNNING -> Status.RUNNING;
      case BLOCKED, WAKING -> Status.BLOCKED;
    };
  }
}
