package understudy.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// A process's own door to the system: what Erlang code does by built-in functions.
///
/// Belongs to one process and may be used only by the thread that runs it; elsewhere every method
/// throws `IllegalStateException`. In code that still runs although its process is dead, every
/// method throws an `Error` that unwinds it (EXI-15).
public final class Self {
  private static final long FOREVER = -1;

  private final Cell cell;
  private @Nullable Map<Object, Object> dictionary;

  Self(Cell cell) {
    this.cell = cell;
  }

  void ensureAlive() {
    if (!cell.runsHere()) {
      throw new IllegalStateException(
          "self of " + cell.pid + " was used outside its process; use Vm from other threads");
    }
    if (cell.isDead()) {
      throw new ProcessDead();
    }
  }

  Vm vm() {
    ensureAlive();
    return cell.vm;
  }

  /// {@return this process's identity}
  public Pid pid() {
    return cell.pid;
  }

  /// {@return who spawned this process, [Pid#NONE] for the outside}
  public Pid parent() {
    return cell.parent;
  }

  /// {@return the runtime's time since its start, in nanoseconds: virtual if stepped}
  public long nanos() {
    return vm().scheduler.nanos();
  }

  /// {@return where this run's chance comes from: seeded on the stepped scheduler}
  public RandomGenerator random() {
    return vm().scheduler.random();
  }

  /// {@return the process dictionary: private, and gone with the process (PRC-08)}
  public Map<Object, Object> dictionary() {
    ensureAlive();
    if (dictionary == null) {
      dictionary = new HashMap<>();
    }
    return dictionary;
  }

  // ---- messages ----

  /// Sends `message`; never blocks, and a dead receiver is no error (MSG-01).
  ///
  /// @param to the receiver
  /// @param message a value that nobody can change (MSG-11); anything else is refused
  public void send(Pid to, Object message) {
    cell.send(to, message);
  }

  /// Sends `message` to the process that holds `name`.
  ///
  /// @param name a registered name
  /// @param message a value that nobody will change
  /// @throws Raised with `badarg` if nobody holds the name (MSG-02)
  public void send(String name, Object message) {
    Pid to =
        whereis(name)
            .orElseThrow(() -> new Raised(ExitReason.tuple(new Atom("badarg"), new Atom(name))));
    send(to, message);
  }

  /// Sends `message` to an alias: it is dropped where the alias is no longer active (MON-14).
  ///
  /// @param to the owner of the alias
  /// @param alias its number
  /// @param message a value that nobody will change
  public void sendToAlias(Pid to, long alias, Object message) {
    cell.whileAlive(() -> cell.vm.sendToAlias(pid(), to, alias, message));
  }

  /// Takes the oldest message that `accepts` takes, and waits until there is one (MSG-06, MSG-07).
  ///
  /// @param accepts quick, without side effects
  /// @return the message
  public Object receive(Predicate<Object> accepts) {
    ensureAlive();
    Object taken = cell.takeBlocking(accepts, FOREVER);
    if (taken == null) {
      throw new ProcessDead();
    }
    return taken;
  }

  /// {@return the oldest message, as soon as there is one}
  public Object receive() {
    return receive(_ -> true);
  }

  /// Takes the oldest message that `accepts` takes, or gives up after `after`, measured from now
  /// (MSG-09); zero looks once through what is there (MSG-08).
  ///
  /// @param accepts quick, without side effects
  /// @param after zero or more
  /// @return the message, or nothing if none matched in time
  public Optional<Object> receive(Predicate<Object> accepts, Duration after) {
    ensureAlive();
    return Optional.ofNullable(cell.takeBlocking(accepts, Timers.nanosOf(after)));
  }

  /// {@return the oldest message that `accepts` takes, taken out; nothing if none is there}
  ///
  /// @param accepts quick, without side effects
  public Optional<Object> take(Predicate<Object> accepts) {
    return receive(accepts, Duration.ZERO);
  }

  /// Does nothing for `time`, zero or more; a fatal signal ends it.
  public void sleep(Duration time) {
    ensureAlive();
    if (!time.isZero()) {
      cell.takeBlocking(_ -> false, Timers.nanosOf(time));
    }
  }

  /// {@return the place of the next message in the mailbox, for [#await]; taken before asking}
  public long mark() {
    ensureAlive();
    cell.lock();
    try {
      return cell.interior.mark();
    } finally {
      cell.unlock();
    }
  }

  /// Has the next message after `mark` that `accepts` takes given to `then` instead of to the
  /// behaviour; all others wait in the mailbox meanwhile. Returns at once: a selective receive for
  /// an event-driven process, which may wait for one thing at a time.
  ///
  /// @param mark what came before it is not looked at
  /// @param accepts quick, without side effects
  /// @param after how long to wait, empty for ever
  /// @param then takes the message, or null when the time is over
  public void await(
      long mark,
      Predicate<Object> accepts,
      Optional<Duration> after,
      Consumer<@Nullable Object> then) {
    ensureAlive();
    cell.await(new Wait(accepts, then), mark, after.map(Timers::nanosOf).orElse(FOREVER));
  }

  // ---- exit signals, links, monitors ----

  /// Sends an exit signal: Erlang's `exit/2` (EXI-01, EXI-02). A fatal one to oneself ends the
  /// process before the next instruction (EXI-18).
  ///
  /// @param to the receiver, dead or alive
  /// @param reason `kill` cannot be trapped
  public void exit(Pid to, ExitReason reason) {
    cell.whileAlive(() -> cell.vm.exit(pid(), to, reason));
    if (to.equals(pid())) {
      cell.settle();
      ensureAlive();
    }
  }

  /// Switches whether exit signals come as messages (PRC-07).
  ///
  /// @param on the new value
  /// @return the value before
  public boolean trapExit(boolean on) {
    return cell.trapExit(on);
  }

  /// Links this process with `other`; again changes nothing (LNK-01, LNK-02, LNK-09).
  ///
  /// @param other dead, it yields an exit message to a process that traps (LNK-07)
  /// @throws Raised with `noproc` if `other` is dead and this process does not trap (LNK-08)
  public void link(Pid other) {
    ensureAlive();
    new Bonds(cell).link(other);
  }

  /// Takes the link away; no exit signal of it will come after this (LNK-10, LNK-11).
  ///
  /// @param other the other end, linked or not
  public void unlink(Pid other) {
    ensureAlive();
    new Bonds(cell).unlink(other);
  }

  /// Watches `target` (MON-01 to MON-05). The reference is an alias as well (MON-14).
  ///
  /// @param target dead, it yields DOWN with `noproc`
  /// @return this monitor's number
  public long monitor(Pid target) {
    ensureAlive();
    return new Bonds(cell).monitor(target);
  }

  /// Takes a monitor away with its DOWN message, should it have arrived (MON-06).
  ///
  /// @param reference the monitor's number
  public void demonitor(long reference) {
    ensureAlive();
    new Bonds(cell).demonitor(reference);
  }

  /// {@return whether `other` is alive, asked after every signal that this process sent it
  /// (PRC-12)}
  ///
  /// @param other the process asked about
  public boolean isAlive(Pid other) {
    return vm().isAlive(other);
  }

  /// {@return whether `other` seems alive: [#isAlive] without a lock, blind to signals under way}
  ///
  /// @param other the process asked about
  public boolean seemsAlive(Pid other) {
    return vm().seemsAlive(other);
  }

  // ---- spawning ----

  /// {@return a new process (PRC-09)}
  ///
  /// @param behaviour its code, for this process alone
  public Pid spawn(Behaviour behaviour) {
    return vm().spawn(cell, behaviour, false, false, _ -> {}).pid();
  }

  /// {@return a new process that is linked from its first moment (PRC-10, LNK-12)}
  ///
  /// @param behaviour its code, for this process alone
  public Pid spawnLink(Behaviour behaviour) {
    return vm().spawn(cell, behaviour, true, false, _ -> {}).pid();
  }

  /// Spawns a process that is monitored, and perhaps linked, from its first moment, and that may
  /// [#acknowledge] its start.
  ///
  /// @param behaviour its code, for this process alone
  /// @param link whether it is linked as well
  /// @param beforeItRuns called in this process once the new one exists and before it runs
  /// @return its identity, and the monitor's number
  public Spawned spawnMonitor(Behaviour behaviour, boolean link, Consumer<Pid> beforeItRuns) {
    return vm().spawn(cell, behaviour, link, true, beforeItRuns);
  }

  /// Tells who spawned this process by [#spawnMonitor], once, that its start is over.
  ///
  /// @param result how it went, as the two sides agree
  public void acknowledge(Object result) {
    ensureAlive();
    new Bonds(cell).acknowledge(result, false);
  }

  /// Like [#acknowledge], for a start that succeeded: the monitor is over, at this end at once.
  ///
  /// @param result how it went, as the two sides agree
  public void acknowledgeStarted(Object result) {
    ensureAlive();
    new Bonds(cell).acknowledge(result, true);
  }

  /// {@return what this process ends with if `thrown` is not caught (PRC-02 to PRC-04)}
  ///
  /// To be asked first wherever process code catches whatever comes: in a process that is already
  /// dead it unwinds instead.
  ///
  /// @param thrown what was caught
  public ExitReason reasonOf(Throwable thrown) {
    ensureAlive();
    return Reasons.of(thrown);
  }

  /// Says that this process is ready.
  public void initialized() {
    cell.whileAlive(cell::initialized);
  }

  /// Says that this process entered its terminate callback.
  ///
  /// @param reason what it was told
  public void terminating(ExitReason reason) {
    cell.whileAlive(() -> cell.terminating(reason));
  }

  // ---- names ----

  /// Takes a name (NAM-01, NAM-02, NAM-09).
  ///
  /// @param name not `undefined` or `nil`
  /// @return nothing if it is taken now, else who holds it
  /// @throws Raised with `badarg` if the name may not be registered or this process has one
  public Optional<Pid> register(String name) {
    return vm().names.register(cell, name);
  }

  /// Gives this process's name up; without one, nothing happens.
  public void unregister() {
    vm().names.release(cell);
  }

  /// {@return who holds `name`; never a process that is dead for the asker (NAM-03)}
  ///
  /// @param name a name
  public Optional<Pid> whereis(String name) {
    return vm().whereis(name);
  }

  // ---- timers ----

  /// Puts `message` into a mailbox not earlier than in `delay` (TMR-01).
  ///
  /// @param delay zero or more; zero still goes through the mailbox (TMR-06)
  /// @param to who gets it; its death ends the timer, this process's does not (TMR-04, TMR-07)
  /// @param message what it gets
  /// @return the timer's number
  public long sendAfter(Duration delay, Pid to, Object message) {
    return vm().timers().start(cell, Timers.nanosOf(delay), to, message, _ -> message);
  }

  /// Like [#sendAfter], delivering a [TimeoutMessage] by which a stale one is recognised (TMR-05).
  ///
  /// @param delay zero or more
  /// @param to who gets it
  /// @param message what the timeout carries
  /// @return the timer's number
  public long startTimer(Duration delay, Pid to, Object message) {
    return vm().timers()
        .start(cell, Timers.nanosOf(delay), to, message, id -> new TimeoutMessage(id, message));
  }

  /// Keeps a timer from firing (TMR-02).
  ///
  /// @param timer its number
  /// @return the milliseconds that were left; empty if it has fired, was cancelled or never was,
  ///   and then its message may be in the mailbox (TMR-03)
  public OptionalLong cancelTimer(long timer) {
    return vm().timers().cancel(timer);
  }

  /// {@return the milliseconds left of a timer, which goes on; empty as for [#cancelTimer]
  /// (TMR-09)}
  ///
  /// @param timer its number
  public OptionalLong readTimer(long timer) {
    return vm().timers().read(timer);
  }

  // ---- being watched ----

  /// {@return whether events of `kind` are wanted; ask before making one}
  ///
  /// @param kind the record class of the event
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return vm().wants(kind);
  }

  /// Puts a fact about this process into the event stream.
  ///
  /// @param event what happened, with this process as its subject
  public void emit(RuntimeEvent event) {
    if (wants(event.getClass())) {
      cell.whileAlive(() -> cell.vm.emit(event));
    }
  }
}
