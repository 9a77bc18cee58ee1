package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
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
/// `IDLE -> READY -> RUNNING -> IDLE`, and inside a handler `RUNNING -> BLOCKED -> WAKING ->
/// RUNNING`. Death is apart from that: `dead` is set once, under the monitor; the thread that still
/// runs the code finds out at its next step. Signals that follow from a death leave through
/// `outbox`, after the monitor, so that no two monitors are ever held.
final class Cell {
  private enum Phase {
    IDLE,
    READY,
    RUNNING,
    BLOCKED,
    WAKING
  }

  private record Outgoing(Pid to, Signal signal) {}

  private static final VarHandle INBOX;
  private static final VarHandle PHASE;
  private static final VarHandle DEPTH;
  private static final VarHandle OUTBOX;

  static {
    try {
      var lookup = MethodHandles.lookup();
      INBOX = lookup.findVarHandle(Cell.class, "inbox", Signal.class);
      PHASE = lookup.findVarHandle(Cell.class, "phase", Phase.class);
      DEPTH = lookup.findVarHandle(Cell.class, "depth", int.class);
      OUTBOX = lookup.findVarHandle(Cell.class, "outbox", List.class);
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

  @SuppressWarnings("unused") // through INBOX
  private volatile @Nullable Signal inbox;

  private volatile Phase phase = Phase.IDLE;

  private volatile int depth;

  @SuppressWarnings("unused") // through OUTBOX
  private volatile @Nullable List<Outgoing> outbox;

  private volatile boolean dead;
  private volatile boolean suspended;
  private volatile boolean initialized;
  private volatile boolean terminating;
  private boolean started;
  boolean trapExit;
  @Nullable String name;

  /// The alias to which the start is acknowledged; 0 once it is, or if nobody waits.
  long startReference;

  private @Nullable Wait wait;
  private volatile @Nullable Thread runner;
  private boolean haunting;

  private final Mailbox mailbox = new Mailbox();
  final Set<Pid> links = new LinkedHashSet<>();
  final Map<Long, Pid> monitors = new LinkedHashMap<>();
  private final Map<Long, Pid> monitoredBy = new LinkedHashMap<>();
  final Set<Long> aliases = new LinkedHashSet<>();

  Cell(Vm vm, Pid pid, Pid parent, Behaviour behaviour, long spawnedNanos) {
    this.vm = vm;
    this.pid = pid;
    this.parent = parent;
    this.behaviour = behaviour;
    this.spawnedNanos = spawnedNanos;
    this.self = new Self(this);
  }

  // ---- what others do to it, on any thread ----

  /// Puts `signal` into the channel and sees to it that it will be received.
  void deliver(Signal signal) {
    if (signal instanceof Signal.Message || signal instanceof Signal.Aliased) {
      DEPTH.getAndAdd(this, 1);
    }
    Signal top;
    do {
      top = (Signal) INBOX.getVolatile(this);
      signal.next = top;
    } while (!INBOX.compareAndSet(this, top, signal));
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
    sendOutgoing();
    if (phase == Phase.BLOCKED && goesOn()) {
      wake(false);
    }
  }

  void watchedBy(long reference, Pid watcher) {
    monitoredBy.put(reference, watcher);
  }

  boolean isDead() {
    return dead;
  }

  int depth() {
    return depth;
  }

  void suspend(boolean on) {
    suspended = on;
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
      } else if (wait != null) {
        over = wait.state == Wait.State.WAITING ? null : wait;
        message = over == null ? null : over.met;
        wait = over == null ? wait : null;
      } else {
        message = suspended ? null : mailbox.takeOldest();
      }
    }
    sendOutgoing();
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
      return inbox != null
          || (wait != null ? wait.state != Wait.State.WAITING : !suspended && !mailbox.isEmpty());
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

  @Nullable Thread runner() {
    return runner;
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  boolean runsHere() {
    return runner == Thread.currentThread();
  }

  // ---- waiting ----

  /// Takes a matching message that is already there (MSG-08).
  @Nullable Object takeNow(Predicate<Object> accepts) {
    Signal.Message found;
    synchronized (this) {
      receiveAll();
      found = dead ? null : mailbox.take(accepts);
    }
    sendOutgoing();
    self.ensureAlive();
    return found == null ? null : taken(found);
  }

  /// Blocks the calling handler until a message matches or `nanos` have passed; negative: for ever.
  @Nullable Object takeBlocking(Predicate<Object> accepts, long nanos) {
    var waiting = new Wait(accepts, null);
    synchronized (this) {
      receiveAll();
      if (!dead) {
        waiting.met = mailbox.take(accepts);
        if (waiting.met == null && nanos != 0) {
          wait = waiting;
          startTimer(waiting, nanos);
        }
      }
    }
    sendOutgoing();
    self.ensureAlive();
    if (waiting.met == null && nanos != 0) {
      block();
      vm.scheduler.block(this);
      self.ensureAlive();
      synchronized (this) {
        wait = null;
      }
    }
    return waiting.met == null ? null : taken(waiting.met);
  }

  /// Has `waiting` met by the next message after `mark` that it accepts, instead of the behaviour.
  void await(Wait waiting, long mark, long nanos) {
    synchronized (this) {
      if (wait != null) {
        throw new IllegalStateException(pid + " already waits; a process waits for one thing");
      }
      waiting.met = mailbox.takeSince(mark, waiting.accepts);
      if (waiting.met != null) {
        waiting.state = Wait.State.MET;
      } else {
        startTimer(waiting, nanos);
      }
      wait = waiting;
    }
  }

  private void startTimer(Wait waiting, long nanos) {
    if (nanos >= 0) {
      waiting.timer = vm.scheduler.schedule(nanos, () -> deliver(new Signal.WaitOver(waiting)));
    }
  }

  synchronized long mark() {
    return mailbox.mark();
  }

  private void wakeBlocked() {
    synchronized (this) {
      receiveAll();
    }
    sendOutgoing();
    if (goesOn()) {
      phase = Phase.RUNNING;
      vm.scheduler.unblock(this);
    } else {
      block();
    }
  }

  /// Says that a thread blocks here, then looks again: what came before that was not told to wake.
  private void block() {
    phase = Phase.BLOCKED;
    if (goesOn()) {
      wake(false);
    }
  }

  private synchronized boolean goesOn() {
    return inbox != null || dead || (wait != null && wait.state != Wait.State.WAITING);
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
    Signal newest = (Signal) INBOX.getAndSet(this, (Signal) null);
    Signal oldest = null;
    while (newest != null) {
      Signal before = newest.next;
      newest.next = oldest;
      oldest = newest;
      newest = before;
    }
    while (oldest != null) {
      Signal after = oldest.next;
      oldest.next = null;
      if (dead) {
        answerForTheDead(oldest);
      } else {
        receive(oldest);
      }
      oldest = after;
    }
  }

  private void receive(Signal signal) {
    switch (signal) {
      case Signal.Message message -> arrive(message);
      case Signal.Aliased aliased -> {
        if (aliases.remove(aliased.alias)) {
          arrive(new Signal.Message(aliased.body, aliased.id));
        } else {
          DEPTH.getAndAdd(this, -1);
        }
      }
      case Signal.ExitSignal exit -> receiveExit(exit);
      case Signal.Link link -> links.add(link.from);
      case Signal.Unlink unlink -> links.remove(unlink.from);
      case Signal.Monitor monitor -> monitoredBy.put(monitor.reference, monitor.watcher);
      case Signal.Demonitor demonitor -> monitoredBy.remove(demonitor.reference);
      case Signal.Down down -> {
        if (monitors.remove(down.reference) != null) {
          aliases.remove(down.reference);
          inform(new DownMessage(down.reference, down.target, down.reason));
        }
      }
      case Signal.WaitOver over -> {
        if (over.wait.state == Wait.State.WAITING) {
          over.wait.state = Wait.State.OVER;
        }
      }
    }
  }

  private void receiveExit(Signal.ExitSignal exit) {
    if (exit.byLink && !links.remove(exit.from)) {
      return; // Unlinked meanwhile (LNK-10).
    }
    if (!exit.byLink && exit.reason.equals(Atom.KILL)) {
      die(Atom.KILLED);
    } else if (trapExit) {
      inform(new ExitMessage(exit.from, exit.reason));
    } else if (!exit.reason.equals(Atom.NORMAL) || (!exit.byLink && exit.from.equals(pid))) {
      die(exit.reason);
    }
  }

  /// Puts a message of the runtime's own into the mailbox.
  void inform(Object body) {
    DEPTH.getAndAdd(this, 1);
    arrive(new Signal.Message(body, vm.nextMessageId()));
  }

  private void arrive(Signal.Message message) {
    if (wait != null && wait.state == Wait.State.WAITING && accepts(wait, message.body)) {
      wait.state = Wait.State.MET;
      wait.met = message;
      wait.cancelTimer();
    } else if (!dead) {
      mailbox.add(message);
    }
  }

  private boolean accepts(Wait waiting, Object body) {
    try {
      return waiting.accepts.test(body);
    } catch (RuntimeException | StackOverflowError e) {
      die(Reasons.of(e));
      return false;
    }
  }

  private void answerForTheDead(Signal signal) {
    switch (signal) {
      case Signal.Link link -> leave(link.from, new Signal.ExitSignal(pid, Atom.NOPROC, true));
      case Signal.Monitor monitor ->
          leave(monitor.watcher, new Signal.Down(monitor.reference, pid, Atom.NOPROC));
      case Signal.Message _, Signal.Aliased _ -> DEPTH.setVolatile(this, 0);
      case Signal.ExitSignal _,
          Signal.Unlink _,
          Signal.Demonitor _,
          Signal.Down _,
          Signal.WaitOver _ -> {}
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
      links.forEach(other -> leave(other, new Signal.ExitSignal(pid, reason, true)));
      monitoredBy.forEach(
          (reference, watcher) -> leave(watcher, new Signal.Down(reference, pid, reason)));
      monitors.forEach((reference, target) -> leave(target, new Signal.Demonitor(reference)));
      if (wait != null) {
        wait.cancelTimer();
      }
      mailbox.clear();
      DEPTH.setVolatile(this, 0);
      if (runner != null && runner != Thread.currentThread() && phase == Phase.RUNNING) {
        haunting = true;
        runner.interrupt();
        vm.emit(new RuntimeEvent.Haunting(pid));
      }
    }
    if (!Thread.holdsLock(this)) {
      sendOutgoing();
    }
    if (phase == Phase.BLOCKED) {
      wake(false);
    }
  }

  private void leave(Pid to, Signal signal) {
    var leaving = outbox;
    if (leaving == null) {
      leaving = new ArrayList<>();
      outbox = leaving;
    }
    leaving.add(new Outgoing(to, signal));
  }

  @SuppressWarnings("unchecked")
  private void sendOutgoing() {
    if (outbox == null) {
      return;
    }
    List<Outgoing> leaving;
    synchronized (this) {
      leaving = (List<Outgoing>) OUTBOX.getAndSet(this, (List<Outgoing>) null);
    }
    if (leaving != null) {
      leaving.forEach(one -> vm.signal(one.to, one.signal));
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
    if (dead) {
      return Status.DOWN;
    }
    if (suspended) {
      return Status.SUSPENDED;
    }
    if (terminating) {
      return Status.TERMINATING;
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

  synchronized List<Object> oldestMessages(int most) {
    return mailbox.peek(most);
  }

  synchronized List<Pid> linked() {
    return links.stream().sorted().toList();
  }

  synchronized List<Pid> watched() {
    return monitors.values().stream().sorted().toList();
  }

  synchronized List<Pid> watchers() {
    return monitoredBy.values().stream().sorted().toList();
  }

  Optional<String> registeredName() {
    return Optional.ofNullable(name);
  }
}
