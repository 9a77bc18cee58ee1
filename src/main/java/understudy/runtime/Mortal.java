package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.probe.Status;

/// What others can reach of a process, on any thread: its channel, and with that its mailbox, its
/// links and monitors, and its life.
///
/// Everything that reaches a process is pushed on its [Inbox] and is *received* later, in the order
/// sent, by whoever holds this object's lock ([#receiveAll]): in the rule the process's own thread
/// before it takes a message, and another one where a signal must not wait for a handler to return
/// (EXI-14, PRC-12). Receiving turns an exit signal into a message or into this process's death.
///
/// Death is apart from the turn: `dead` is set once, under the lock; the thread that still runs the
/// code finds out at its next step. Signals that follow from a death leave through an [Outbox],
/// after the lock, so that the locks of two live processes are never held.
abstract sealed class Mortal extends Inbox permits Cell {
  private static final VarHandle RUNNER;

  static {
    try {
      RUNNER = MethodHandles.lookup().findVarHandle(Mortal.class, "runner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Vm vm;
  final Pid pid;
  final Pid parent;
  final Behaviour behaviour;
  final long spawnedNanos;

  /// Guarded by this process's lock.
  final Interior interior;

  /// Made by its death.
  private volatile @Nullable Outbox outbox;

  /// The thread in whose turn it is, also while that blocks in a handler. Written under the lock.
  private @Nullable Thread runner;

  /// Whether the runner waits for a message in the middle of a handler. Written under the lock.
  volatile boolean blocked;

  private volatile boolean dead;
  private boolean haunting;
  private boolean initialized;
  private boolean terminating;

  Mortal(Vm vm, Pid pid, Pid parent, Behaviour behaviour, long spawnedNanos) {
    this.vm = vm;
    this.pid = pid;
    this.parent = parent;
    this.behaviour = behaviour;
    this.spawnedNanos = spawnedNanos;
    this.interior = new Interior(pid);
  }

  private Cell me() {
    return (Cell) this;
  }

  // ---- what others do to it, on any thread ----

  /// Puts `signal` into the channel and sees to it that it will be received.
  final void deliver(Signal signal) {
    boolean rested = push(signal);
    if (rested) {
      vm.scheduler.ready(me());
    }
    if (dead) {
      settle();
    } else if (signal instanceof Signal.ExitSignal exit && isRunning() && interior.mayDieOf(exit)) {
      vm.scheduler.interrupt(me());
    }
  }

  /// Puts a message into the channel and sees to it that it will be received.
  ///
  /// @param sent the event of its sending; null if nobody watched
  final void deliver(Object body, RuntimeEvent.@Nullable Sent sent) {
    if (post(body, sent)) {
      vm.scheduler.ready(me());
    }
    if (dead) {
      settle();
    }
  }

  final void wake() {
    if (rouse()) {
      vm.scheduler.ready(me());
    }
  }

  /// Receives what has arrived, whoever asks.
  final void settle() {
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

  final void sendLast() {
    Outbox filled = outbox;
    if (filled != null) {
      filled.send();
    }
  }

  final boolean isDead() {
    return dead;
  }

  /// {@return whether it is alive, after every signal that the asker has sent (PRC-12)}
  final boolean isAlive() {
    if (mayHaveExit()) {
      settle();
    }
    return !dead;
  }

  final int depth() {
    return dead ? 0 : waiting() + interior.size();
  }

  final void suspend(boolean on) {
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

  // ---- who runs it ----

  /// Says, under the lock, on which thread it has its turn; null if on none.
  final void runs(@Nullable Thread thread) {
    if (thread == null) {
      Thread.interrupted(); // It was meant for this process, if anyone.
      if (haunting) {
        haunting = false;
        vm.emit(new RuntimeEvent.Rested(pid));
      }
    }
    RUNNER.setRelease(this, thread);
  }

  final boolean isRunning() {
    return RUNNER.getAcquire(this) != null && !blocked;
  }

  final boolean runsHere() {
    return RUNNER.getOpaque(this) == Thread.currentThread();
  }

  final @Nullable Thread runner() {
    return (Thread) RUNNER.getAcquire(this);
  }

  /// {@return whether nothing keeps a thread that blocks in it}
  final boolean isOver() {
    return dead || interior.isWaitOver();
  }

  // ---- receiving signals, under the lock ----

  final void receiveAll() {
    receive(takeAll());
  }

  /// Receives a chain of signals, and what comes too late.
  final void receive(@Nullable Signal chain) {
    Signal oldest = chain;
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
  final void die(ExitReason reason) {
    lock();
    try {
      if (dead) {
        return;
      }
      dead = true;
      vm.forget(me());
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

  /// Under the lock.
  final void initialized() {
    initialized = true;
    vm.emit(new RuntimeEvent.Initialized(pid));
  }

  /// Under the lock.
  final void terminating(ExitReason reason) {
    terminating = true;
    vm.emit(new RuntimeEvent.Terminating(pid, reason));
  }

  final Status status() {
    if (dead || interior.suspended || terminating) {
      return dead ? Status.DOWN : interior.suspended ? Status.SUSPENDED : Status.TERMINATING;
    }
    if (!initialized && !behaviour.blocks()) {
      return Status.STARTING;
    }
    if (blocked) {
      // Who has no handler does nothing else in its life, and OTP says waiting of it too.
      return behaviour.blocks() ? Status.WAITING : Status.BLOCKED;
    }
    return isRunning() || !isResting() ? Status.RUNNING : Status.WAITING;
  }
}
