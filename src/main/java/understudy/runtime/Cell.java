package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.probe.Status;

/// One process: its channel, its mailbox, its links and monitors, and its turn.
///
/// Everything that reaches a process is pushed on its [Inbox] and is *received* later, in the order
/// sent, by whoever holds this object's lock ([#receiveAll]): in the rule the process's own thread
/// before it takes a message, and another one where a signal must not wait for a handler to return
/// (EXI-14, PRC-12). Receiving turns an exit signal into a message or into this process's death.
///
/// Death is apart from the turn: `dead` is set once, under the lock; the thread that still runs the
/// code finds out at its next step. Signals that follow from a death leave through an
/// [Outbox], after the lock, so that the locks of two live processes are never held.
final class Cell extends Inbox {
  private static final VarHandle RUNNER;

  static {
    try {
      RUNNER = MethodHandles.lookup().findVarHandle(Cell.class, "runner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Vm vm;
  final Pid pid;
  final Pid parent;
  final Behaviour behaviour;
  final long spawnedNanos;
  private final Self self;

  /// Guarded by this cell's lock.
  final Interior interior;

  /// Made by its death.
  private volatile @Nullable Outbox outbox;

  /// The alias to which the start is acknowledged; 0 once it is, or if nobody waits.
  long startReference;

  /// The thread in whose turn it is, also while that blocks in a handler. Written under the lock.
  private @Nullable Thread runner;

  /// Whether the runner waits for a message in the middle of a handler.
  private volatile boolean blocked;

  private volatile boolean dead;
  private boolean started;
  private boolean haunting;
  private boolean initialized;
  private boolean terminating;

  /// How often it held a worker for no good, for the live scheduler.
  byte strikes;

  /// Below zero: so often it shall not wait for a moment before its thread is given away.
  byte luck;

  Cell(Vm vm, Pid pid, Pid parent, Behaviour behaviour, long spawnedNanos) {
    this.vm = vm;
    this.pid = pid;
    this.parent = parent;
    this.behaviour = behaviour;
    this.spawnedNanos = spawnedNanos;
    this.self = new Self(this);
    this.interior = new Interior(pid);
  }

  // ---- what others do to it, on any thread ----

  /// Puts `signal` into the channel and sees to it that it will be received.
  void deliver(Signal signal) {
    boolean rested = push(signal);
    if (rested) {
      vm.scheduler.ready(this);
    }
    if (dead) {
      settle();
    } else if (signal instanceof Signal.ExitSignal exit
        && isRunning()
        && interior.mayDieOf(exit)) {
      vm.scheduler.interrupt(this);
    }
  }

  void wake() {
    if (rouse()) {
      vm.scheduler.ready(this);
    }
  }

  /// Receives what has arrived, whoever asks.
  void settle() {
    lock();
    boolean waitOver;
    try {
      receiveAll();
      waitOver = blocked && isOver();
    } finally {
      unlock();
    }
    sendLast();
    if (waitOver) {
      wake();
    }
  }

  private void sendLast() {
    Outbox filled = outbox;
    if (filled != null) {
      filled.send();
    }
  }

  boolean isDead() {
    return dead;
  }

  /// {@return whether it is alive, after every signal that the asker has sent (PRC-12)}
  boolean isAlive() {
    if (mayHaveExit()) {
      settle();
    }
    return !dead;
  }

  int depth() {
    return dead ? 0 : waiting() + interior.size();
  }

  void suspend(boolean on) {
    lock();
    try {
      interior.suspended = on;
      interior.look();
    } finally {
      unlock();
    }
    if (!on) {
      wake();
    }
  }

  // ---- its turn, on the thread that the scheduler gives it ----

  /// Runs this process for at most `budget` messages, or looks whether a thread that blocks in it
  /// may go on.
  void turn(int budget) {
    if (blocked) {
      wakeBlocked();
      return;
    }
    if (!started) {
      started = true;
      begin();
    }
    int left = budget;
    while (next()) {
      if (--left == 0) {
        pause();
        return;
      }
    }
  }

  /// {@return whether its next turn needs a thread of its own}
  boolean blocks() {
    return behaviour.blocks() && !started;
  }

  private interface Code {
    void run() throws Exception;
  }

  private void begin() {
    lock();
    try {
      enter();
      receiveAll();
    } finally {
      unlock();
    }
    sendLast();
    if (!dead) {
      run(() -> behaviour.start(self));
    }
  }

  /// Takes and handles one message.
  ///
  /// @return false if there was none: it rests then
  private boolean next() {
    Signal.Message message = null;
    Wait over = null;
    lock();
    try {
      enter();
      do {
        receiveAll();
        if (!dead) {
          over = interior.takeWaitOver();
          message = over != null ? over.met : interior.hasNext() ? interior.takeOldest() : null;
        }
      } while (message == null && over == null && !leave());
    } finally {
      unlock();
    }
    sendLast();
    if (over != null && over.then != null) {
      var then = over.then;
      Object body = message == null ? null : taken(message);
      run(() -> then.accept(body));
      return true;
    }
    if (message == null) {
      return false;
    }
    Object body = taken(message);
    try {
      behaviour.handle(self, body);
    } catch (Throwable thrown) {
      failed(thrown);
    }
    return true;
  }

  private void run(Code code) {
    try {
      code.run();
    } catch (Throwable thrown) {
      failed(thrown);
    }
  }

  private void failed(Throwable thrown) {
    unlockAll(); // A full stack can tear the code out of a guarded section.
    if (!(thrown instanceof ProcessDead)) { // Else everything has been said already.
      die(Reasons.of(thrown));
    }
  }

  private void enter() {
    if (runner == null) {
      RUNNER.setRelease(this, Thread.currentThread());
      if (isEmpty()) {
        VarHandle.fullFence(); // Who pushes from now on must see that it runs.
      }
    }
  }

  /// Ends a turn for lack of work.
  ///
  /// @return false if something has come meanwhile
  private boolean leave() {
    out();
    if (rest()) {
      return true;
    }
    enter();
    return false;
  }

  private void out() {
    if (haunting) {
      haunting = false;
      Thread.interrupted();
      vm.emit(new RuntimeEvent.Rested(pid));
    }
    RUNNER.setRelease(this, (Thread) null);
  }

  /// Ends a turn for the sake of others.
  private void pause() {
    boolean more;
    lock();
    try {
      out();
      do {
        receiveAll();
        more = !dead && (interior.isWaitOver() || interior.hasNext());
      } while (!more && !rest());
    } finally {
      unlock();
    }
    sendLast();
    if (more) {
      vm.scheduler.readyLast(this);
    }
  }

  boolean isRunning() {
    return RUNNER.getAcquire(this) != null && !blocked;
  }

  boolean runsHere() {
    return RUNNER.getOpaque(this) == Thread.currentThread();
  }

  @Nullable Thread runner() {
    return (Thread) RUNNER.getAcquire(this);
  }

  /// To be asked under the lock before whatever a process does to others.
  void ensureAlive() {
    self.ensureAlive();
  }

  /// Does `act` as one step with the question whether this process is alive: what a process does to
  /// others is before its death or not at all (MSG-13, EXI-15).
  void whileAlive(Runnable act) {
    lock();
    try {
      ensureAlive();
      act.run();
    } finally {
      unlock();
    }
  }

  // ---- waiting ----

  /// Blocks the calling handler until a message matches or `nanos` have passed; negative: for ever,
  /// zero: only what is already there (MSG-08).
  @Nullable Object takeBlocking(Predicate<Object> accepts, long nanos) {
    var waiting = new Wait(accepts, null);
    lock();
    try {
      receiveAll();
      if (!dead) {
        waiting.met = interior.take(accepts);
        if (waiting.met == null && nanos != 0) {
          interior.wait = waiting;
          startTimer(waiting, nanos);
        }
      }
    } finally {
      unlock();
    }
    sendLast();
    self.ensureAlive();
    if (waiting.met == null && nanos != 0) {
      if (block()) {
        vm.scheduler.block(this);
      }
      endWait();
      self.ensureAlive();
    }
    return waiting.met == null ? null : taken(waiting.met);
  }

  /// Has `waiting` met by the next message after `mark` that it accepts, instead of the behaviour.
  void await(Wait waiting, long mark, long nanos) {
    lock();
    try {
      interior.await(waiting, mark);
      if (interior.waits()) {
        startTimer(waiting, nanos);
      }
    } finally {
      unlock();
    }
  }

  private void startTimer(Wait waiting, long nanos) {
    if (nanos >= 0) {
      waiting.timer = vm.scheduler.schedule(nanos, () -> deliver(new Signal.WaitOver(waiting)));
    }
  }

  private void endWait() {
    lock();
    try {
      interior.wait = null;
      receiveAll();
    } finally {
      unlock();
    }
    sendLast();
  }

  /// Says that the runner blocks here, and rests.
  ///
  /// @return false if the wait is over already
  private boolean block() {
    lock();
    try {
      blocked = true;
      boolean rests = restsUntilOver();
      blocked = rests;
      return rests;
    } finally {
      unlock();
    }
  }

  /// Lets the thread that blocks here go on if its wait is over; else rests again.
  private void wakeBlocked() {
    boolean rests;
    lock();
    try {
      rests = restsUntilOver();
      blocked = rests;
    } finally {
      unlock();
    }
    sendLast();
    if (!rests) {
      vm.scheduler.unblock(this);
    }
  }

  private boolean restsUntilOver() {
    do {
      receiveAll();
      if (isOver()) {
        return false;
      }
    } while (!rest());
    return true;
  }

  private boolean isOver() {
    return dead || interior.isWaitOver();
  }

  private Object taken(Signal.Message message) {
    if (vm.wants(RuntimeEvent.Received.class)) {
      vm.emit(new RuntimeEvent.Received(pid, message.id(), Labels.of(message.body)));
    }
    return message.body;
  }

  // ---- receiving signals, under the lock ----

  private void receiveAll() {
    Signal oldest = takeAll();
    while (oldest != null) {
      Signal after = oldest.next;
      oldest.next = null;
      Outbox filled = outbox;
      if (filled != null) {
        filled.answerForTheDead(pid, oldest);
      } else {
        ExitReason fatal = interior.receive(oldest, vm);
        if (fatal != null) {
          die(fatal);
        }
      }
      // Whoever sent before `dead` was set does not come back to look.
      oldest = after == null && dead ? takeAll() : after;
    }
  }

  // ---- death ----

  /// Ends this process: names first, then the event, then its links and monitors (LNK-13, MON-11).
  void die(ExitReason reason) {
    lock();
    try {
      if (dead) {
        return;
      }
      dead = true;
      vm.forget(this);
      vm.emit(new RuntimeEvent.Exited(pid, reason));
      var last = new Outbox(vm);
      last.addFarewell(pid, reason, interior);
      outbox = last;
      interior.clear();
      Thread running = runner;
      if (running != null && running != Thread.currentThread() && !blocked) {
        haunting = true;
        running.interrupt();
        vm.emit(new RuntimeEvent.Haunting(pid));
      }
    } finally {
      unlock();
    }
    if (!holdsLock()) {
      sendLast();
    }
    if (blocked) {
      wake();
    }
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
    if (dead || interior.suspended || terminating) {
      return dead ? Status.DOWN : interior.suspended ? Status.SUSPENDED : Status.TERMINATING;
    }
    if (!initialized && !behaviour.blocks()) {
      return Status.STARTING;
    }
    if (blocked) {
      return Status.BLOCKED;
    }
    return isRunning() || !isResting() ? Status.RUNNING : Status.WAITING;
  }
}
