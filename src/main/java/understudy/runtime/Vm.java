package understudy.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import understudy.event.EventSink;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.probe.ProcessTable;

/// A running system of processes, seen from outside.
///
/// Many can live side by side; none shares anything with another. Safe on any thread. Closing one
/// ends it without a word to its processes.
public final class Vm implements AutoCloseable {
  final Scheduler scheduler;
  final Names names = new Names(this);
  final Shared.Tables shared = new Shared.Tables();
  private final EventSink sink;
  private final MessageTimers timers = new MessageTimers(this);
  private final PidTable cells = new PidTable();
  private final Numbers references;
  private final Numbers messageIds;
  private final Map<Pid, Duration> slow = new ConcurrentHashMap<>();

  private Vm(Scheduler scheduler, EventSink sink) {
    this.scheduler = scheduler;
    this.sink = sink;
    this.references = new Numbers(scheduler, 0);
    this.messageIds = new Numbers(scheduler, 1);
  }

  /// {@return a system that runs only when told to, in virtual time, exactly repeatable}
  ///
  /// @param seed decides who runs next among those who can
  /// @param sink takes the events
  public static Vm stepped(long seed, EventSink sink) {
    var scheduler = new SteppedScheduler(seed);
    var vm = new Vm(scheduler, sink);
    scheduler.serves(vm);
    return vm;
  }

  /// {@return a system that runs by itself, on the machine's time and processors}
  ///
  /// @param sink takes the events, on many threads at once
  public static Vm live(EventSink sink) {
    return new Vm(new LiveScheduler(Runtime.getRuntime().availableProcessors()), sink);
  }

  /// {@return the hand on the stepped scheduler}
  ///
  /// @throws IllegalStateException if this system runs by itself
  public Steps steps() {
    if (scheduler instanceof SteppedScheduler stepped) {
      return stepped;
    }
    throw new IllegalStateException("this system runs live and cannot be stepped; use Vm.stepped");
  }

  /// {@return whether this system runs only when told to}
  public boolean isStepped() {
    return scheduler instanceof SteppedScheduler;
  }

  /// {@return whether nobody runs and nobody is ready to; who sleeps or waits inside a handler does
  /// not count}
  public boolean isIdle() {
    return scheduler.isIdle();
  }

  /// {@return a number that changes whenever a process has had a turn; two equal ones with time
  /// between mean that nothing happened}
  public long activity() {
    return scheduler.turns();
  }

  /// {@return the runtime's time since its start, in nanoseconds: virtual if stepped}
  public long nanos() {
    return scheduler.nanos();
  }

  /// Spawns a process without parent.
  ///
  /// @param behaviour its code, for this process alone
  /// @return its identity, at once
  public Pid spawn(Behaviour behaviour) {
    Cell cell = newCell(Pid.NONE, behaviour);
    begin(cell);
    scheduler.readyLast(cell);
    return cell.pid;
  }

  Spawned spawn(
      Cell parent, Behaviour behaviour, boolean link, boolean monitor, Consumer<Pid> beforeItRuns) {
    long reference = monitor ? nextReference() : 0;
    Cell cell;
    parent.lock();
    try {
      parent.ensureAlive();
      cell = newCell(parent.pid, behaviour);
      bear(cell, parent, link, reference);
    } finally {
      parent.unlock();
    }
    try {
      beforeItRuns.accept(cell.pid);
    } finally {
      scheduler.readyLast(cell);
    }
    return new Spawned(cell.pid, reference);
  }

  private void bear(Cell cell, Cell parent, boolean link, long reference) {
    begin(cell);
    if (link) {
      cell.interior.link(parent.pid);
      parent.interior.link(cell.pid);
      if (wants(RuntimeEvent.Linked.class)) {
        emit(new RuntimeEvent.Linked(parent.pid, cell.pid));
      }
    }
    if (reference != 0) {
      var watch = new Signal.Monitor(parent.pid, cell.pid, reference);
      cell.startReference = reference;
      cell.interior.monitored(watch);
      parent.interior.monitor(watch);
    }
  }

  Cell newCell(Pid parent, Behaviour behaviour) {
    return new Cell(this, cells.next(), parent, behaviour, scheduler.roughNanos());
  }

  void begin(Cell cell) {
    cells.put(cell);
    if (wants(RuntimeEvent.Spawned.class)) {
      tell(
          cell.spawnedNanos,
          new RuntimeEvent.Spawned(cell.pid, cell.parent, cell.behaviour.name()));
    }
  }

  /// Sends `message` from outside.
  ///
  /// @param to the receiver; if it is dead nothing happens
  /// @param message a value that nobody will change
  public void send(Pid to, Object message) {
    send(Pid.NONE, to, message);
  }

  void send(Pid from, Pid to, Object message) {
    RuntimeEvent.Sent sent = announce(from, to, message);
    Cell cell = cells.get(to);
    if (cell != null) {
      cell.deliver(message, sent);
    }
  }

  void sendToAlias(Pid from, Pid to, long alias, Object message) {
    RuntimeEvent.Sent sent = announce(from, to, message);
    Cell cell = cells.get(to);
    if (cell != null) {
      cell.deliver(new Signal.Aliased(alias, message, sent));
    }
  }

  private RuntimeEvent.@Nullable Sent announce(Pid from, Pid to, Object message) {
    Values.require(message);
    return wants(RuntimeEvent.Sent.class) ? tellSent(from, to, message) : null;
  }

  /// Apart from those who ask, so that these stay small where nobody watches.
  private RuntimeEvent.Sent tellSent(Pid from, Pid to, Object message) {
    var event = new RuntimeEvent.Sent(from, to, messageIds.next(), Labels.of(message));
    tell(scheduler.roughNanos(), event);
    return event;
  }

  void tellReceived(Pid by, Signal.Message message) {
    tell(scheduler.roughNanos(), new RuntimeEvent.Received(by, message.id(), message.label()));
  }

  /// Emits an event that is wanted, by the door of the thread that is here.
  private void tell(long nanos, RuntimeEvent event) {
    if (Thread.currentThread() instanceof Worker worker && worker.scheduler == scheduler) {
      worker.door(sink).emit(nanos, event);
    } else {
      sink.emit(nanos, event);
    }
  }

  /// Sends an exit signal from outside.
  ///
  /// @param to the receiver; if it is dead nothing happens
  /// @param reason `kill` cannot be trapped
  public void exit(Pid to, ExitReason reason) {
    exit(Pid.NONE, to, reason);
  }

  void exit(Pid from, Pid to, ExitReason reason) {
    emit(new RuntimeEvent.ExitSignalled(from, to, reason));
    signal(to, new Signal.ExitSignal(from, reason, false));
  }

  /// Suspends or resumes a process: while suspended it takes no message, signals still reach it.
  ///
  /// @param pid the process; if it is dead nothing happens
  /// @param on whether it is suspended from now on
  public void suspend(Pid pid, boolean on) {
    Cell cell = cells.get(pid);
    if (cell != null) {
      cell.suspend(on);
      emit(new RuntimeEvent.Suspended(pid, on));
    }
  }

  /// Has a process take its time over each message from now on, as if its work were hard. Signals
  /// still reach it meanwhile. Processes in the blocking style are as quick as they were.
  ///
  /// @param pid the process; if it is dead nothing happens
  /// @param each how long, zero to be quick again
  public void slow(Pid pid, Duration each) {
    Cell cell = cells.get(pid);
    if (cell == null) {
      return;
    }
    if (each.isZero()) {
      slow.remove(pid);
    } else {
      slow.put(pid, each);
    }
    cell.slow = !each.isZero();
  }

  Duration slowness(Pid pid) {
    return slow.getOrDefault(pid, Duration.ZERO);
  }

  /// {@return who is alive under that number; null if nobody}
  @Nullable Cell cell(Pid pid) {
    return cells.get(pid);
  }

  /// {@return who holds `name`}
  ///
  /// @param name a name
  public Optional<Pid> whereis(String name) {
    return names.whereis(name);
  }

  /// {@return whether `pid` is alive, after every signal sent to it so far}
  ///
  /// @param pid the process asked about
  public boolean isAlive(Pid pid) {
    Cell cell = cells.get(pid);
    return cell != null && cell.isAlive();
  }

  /// {@return how many messages wait for `pid`, 0 if it is dead; costs the same whatever their
  /// number, and never waits for it}
  ///
  /// @param pid the process asked about
  public int depth(Pid pid) {
    Cell cell = cells.get(pid);
    return cell == null ? 0 : cell.depth();
  }

  boolean seemsAlive(Pid pid) {
    return cells.get(pid) != null;
  }

  /// {@return what can be asked about the processes}
  public ProcessTable table() {
    return new LiveTable(this, cells);
  }

  @Override
  public void close() {
    scheduler.close();
    // Who waits in a handler finds out only now, and its thread ends.
    cells.forEach(cell -> LockSupport.unpark(cell.runner()));
  }

  // ---- for the rest of this package ----

  void signal(Pid to, Signal signal) {
    Cell cell = cells.get(to);
    if (cell != null) {
      cell.deliver(signal);
      return;
    }
    var answer = new Outbox(this);
    answer.answerForTheDead(to, signal);
    answer.send();
  }

  void forget(Cell cell) {
    cells.remove(cell.pid);
    if (cell.slow) {
      slow.remove(cell.pid);
    }
    shared.forget(cell.pid); // Whoever takes the name next may publish under it.
    names.release(cell);
  }

  MessageTimers timers() {
    return timers;
  }

  long nextReference() {
    return references.next();
  }

  /// {@return the number of a message that is on its way; 0 if nobody watches}
  long nextMessageId() {
    return wants(RuntimeEvent.Received.class) ? messageIds.next() : 0;
  }

  boolean wants(Class<? extends RuntimeEvent> kind) {
    return sink.wants(kind);
  }

  void emit(RuntimeEvent event) {
    Class<? extends RuntimeEvent> kind = event.getClass();
    if (sink.wants(kind)) {
      tell(isMany(kind) ? scheduler.roughNanos() : scheduler.nanos(), event);
    }
  }

  /// {@return whether there are so many of these that looking at the clock for each would show}
  private static boolean isMany(Class<? extends RuntimeEvent> kind) {
    return RuntimeEvent.isMessage(kind) || kind == RuntimeEvent.Exited.class;
  }
}
