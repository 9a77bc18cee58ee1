package understudy.otp;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;

/// A supervisor of children that it knows by id: carries out what its [Family] decides.
///
/// One thing at a time (SUP-40): while a child starts or stops, everything else waits in the
/// mailbox. A restart that failed is tried again by a message to itself, so that others are served
/// in between (INI-05, INI-10).
final class SupervisorProcess implements Behaviour, Suspension.Host {
  private static final long NANOS_A_MILLI = 1_000_000;

  /// Try a restart again. With a back-off it is stale if the child's era is another; OTP knows no
  /// stale ones, and neither does this without a back-off.
  private record TryAgain(String id, long era) {
    @Override
    public String toString() {
      return "try_again_restart " + id;
    }
  }

  /// The delay of a back-off is over. Stale if the child's era is another.
  private record DelayOver(String id, long era) {
    @Override
    public String toString() {
      return "backoff over " + id;
    }
  }

  private final Optional<String> registered;
  private final SupervisorFlags flags;
  private final List<ChildSpec> specs;
  private final Family family;
  private final Suspension suspension = new Suspension(this);

  /// What is done once the name is taken and before the first child starts.
  private final Consumer<Self> prelude;

  SupervisorProcess(Optional<String> registered, SupervisorFlags flags, List<ChildSpec> specs) {
    this(registered, flags, specs, _ -> {});
  }

  SupervisorProcess(
      Optional<String> registered,
      SupervisorFlags flags,
      List<ChildSpec> specs,
      Consumer<Self> prelude) {
    this.registered = registered;
    this.prelude = prelude;
    this.flags = flags;
    this.specs = List.copyOf(specs);
    this.family =
        new Family(flags, Objection.toStart(flags, specs).isPresent() ? List.of() : specs);
  }

  @Override
  public void start(Self self) {
    Starting.takeName(self, registered);
    prelude.accept(self);
    self.trapExit(true); // SUP-08
    self.emit(
        new RuntimeEvent.Supervising(
            self.pid(), flags.strategy().otpName(), flags.maxRestarts(), flags.periodSeconds()));
    var wrong = Objection.toStart(flags, specs);
    if (wrong.isPresent()) {
      throw Starting.fail(self, wrong.get()); // SUP-05
    }
    startEach(
        self,
        family.all().iterator(),
        () -> {
          self.initialized();
          self.acknowledgeStarted(new StartResult.Started(self.pid()));
        },
        (failed, reason) ->
            stopEach(
                self,
                family.all(),
                false,
                () -> {
                  throw Starting.fail(self, failedToStart(failed, reason)); // SUP-06
                }));
  }

  private static ExitReason failedToStart(Child child, ExitReason reason) {
    return ExitReason.tuple(
        Atom.SHUTDOWN,
        ExitReason.tuple(new Atom("failed_to_start_child"), new Atom(child.id()), reason));
  }

  @Override
  public void handle(Self self, Object message) {
    switch (message) {
      case ExitMessage(var from, var reason) when isParent(self, from) ->
          shutDown(self, reason); // SUP-32
      case ExitMessage(var from, var reason) ->
          family.byPid(from).ifPresent(child -> ended(self, child, from, reason)); // SUP-34
      case Request.SystemMessage request -> suspension.obey(self, request);
      case Request.Call(var from, SupervisorRequest request) ->
          new Administration(self, family, flags)
              .answer(request, answer -> GenServer.reply(self, from, answer));
      case Request.Call _, Request.Cast _ -> shutDown(self, Request.noClause()); // GS-31
      case Request.Stop stop -> shutDown(self, stop.taken(self)); // SUP-33
      case TryAgain(var id, var era) ->
          toTryAgain(id, era)
              .ifPresent(child -> restart(self, child, family.counted(self.nanos())));
      case DelayOver(var id, var era) ->
          pending(id, era).ifPresent(child -> startGroup(self, family.group(child)));
      default -> {} // SUP-43
    }
  }

  private Optional<Child> toTryAgain(String id, long era) {
    return flags.backoff().isPresent() ? pending(id, era) : restarting(id);
  }

  private Optional<Child> pending(String id, long era) {
    return restarting(id).filter(child -> child.era() == era);
  }

  private Optional<Child> restarting(String id) {
    return family.byId(id).filter(child -> child.presence() == Child.Presence.RESTARTING);
  }

  // ---- a child ended ----

  private void ended(Self self, Child child, Pid pid, ExitReason reason) {
    Decision decision = family.ended(child, reason, self.nanos());
    self.emit(
        new RuntimeEvent.ChildExited(
            self.pid(), child.id(), pid, reason, decision, family.restartsInWindow()));
    switch (decision) {
      case RESTART, GIVE_UP -> restart(self, child, decision);
      case LEAVE -> family.absent(child);
      case REMOVE -> family.remove(child, self);
      case AUTO_SHUTDOWN -> {
        family.absent(child);
        shutDown(self, Atom.SHUTDOWN);
      }
    }
  }

  private void restart(Self self, Child child, Decision decision) {
    Optional<Duration> delay =
        flags
            .backoff()
            .map(backoff ->
                backoff.delay(
                    child.nextAttempt(self.nanos(), backoff.reset().toNanos()), self.random()));
    family.absent(child);
    if (decision == Decision.GIVE_UP) {
      self.emit(
          new RuntimeEvent.GaveUp(
              self.pid(),
              child.id(),
              family.restartsInWindow(),
              flags.maxRestarts(),
              flags.periodSeconds()));
      shutDown(self, Atom.SHUTDOWN); // INT-05, INT-06
      return;
    }
    if (flags.strategy() == Strategy.ONE_FOR_ONE && delay.isEmpty()) {
      start(self, child); // It is dead, and nobody else is concerned.
      return;
    }
    List<Child> group = family.group(child);
    stopEach(
        self,
        group,
        true,
        () ->
            delay.ifPresentOrElse(
                time -> startLater(self, child, time), () -> startGroup(self, group)));
  }

  private void startLater(Self self, Child child, Duration delay) {
    family.restarting(child);
    self.emit(
        new RuntimeEvent.RestartDelayed(self.pid(), child.id(), delay.toNanos() / NANOS_A_MILLI));
    self.sendAfter(delay, self.pid(), new DelayOver(child.id(), child.era()));
  }

  /// Starts who is still known (RST-09) and was not started by hand during a delay (BKO-08).
  private void startGroup(Self self, List<Child> group) {
    startEach(
        self,
        group.stream().filter(family::has).filter(child -> child.pid().isEmpty()).iterator(),
        () -> {},
        (failed, _) -> tryAgain(self, failed));
  }

  private void start(Self self, Child child) {
    new Nursery(self)
        .start(
            child,
            result -> {
              switch (result) {
                case StartResult.Started(Pid pid) -> running(self, child, pid);
                case StartResult.Ignored _ -> ignored(self, child);
                case StartResult.Failed _ -> tryAgain(self, child);
              }
            });
  }

  private void tryAgain(Self self, Child failed) {
    family.restarting(failed);
    self.send(self.pid(), new TryAgain(failed.id(), failed.era()));
  }

  /// Without a back-off nobody asks since when.
  private void running(Self self, Child child, Pid pid) {
    family.running(child, pid, flags.backoff().isPresent() ? self.nanos() : 0);
  }

  private void shutDown(Self self, ExitReason reason) {
    self.terminating(reason);
    stopEach(
        self,
        family.all(),
        false,
        () -> {
          throw new Exit(reason);
        });
  }

  // ---- starting and stopping many, one after the other ----

  /// Starts in order; the next begins when the previous init has returned (SUP-01).
  private void startEach(
      Self self, Iterator<Child> rest, Runnable done, BiConsumer<Child, ExitReason> failed) {
    if (!rest.hasNext()) {
      done.run();
      return;
    }
    Child child = rest.next();
    new Nursery(self)
        .start(
            child,
            result -> {
              switch (result) {
                case StartResult.Started(Pid pid) -> {
                  running(self, child, pid);
                  startEach(self, rest, done, failed);
                }
                case StartResult.Ignored _ -> {
                  ignored(self, child);
                  startEach(self, rest, done, failed);
                }
                case StartResult.Failed(var reason) -> failed.accept(child, reason);
              }
            });
  }

  private void ignored(Self self, Child child) {
    if (child.spec.restart() == RestartType.TEMPORARY) {
      family.remove(child, self); // INI-04
    } else {
      family.absent(child); // INI-03
    }
  }

  /// Stops in reverse order, each dead before the next is asked (SUP-03); those without process are
  /// skipped (SHD-01).
  private void stopEach(Self self, List<Child> children, boolean forRestart, Runnable done) {
    stopNext(self, children.reversed().iterator(), forRestart, done);
  }

  private void stopNext(Self self, Iterator<Child> rest, boolean forRestart, Runnable done) {
    while (rest.hasNext()) {
      Child child = rest.next();
      var pid = child.pid();
      if (pid.isPresent()) {
        new Nursery(self)
            .stop(
                child,
                pid.get(),
                _ -> {
                  stopped(self, child, forRestart);
                  stopNext(self, rest, forRestart, done);
                });
        return;
      }
      if (child.presence() == Child.Presence.RESTARTING) {
        family.absent(child);
      }
    }
    done.run();
  }

  private void stopped(Self self, Child child, boolean forRestart) {
    if (forRestart && child.spec.restart() == RestartType.TEMPORARY) {
      family.remove(child, self); // RST-09
    } else {
      family.absent(child);
    }
  }

  // ---- being looked at ----

  @Override
  public Object seen() {
    return new SupervisorState(
        flags.strategy().otpName(),
        flags.maxRestarts(),
        flags.periodSeconds(),
        family.restartsInWindow(),
        Administration.lines(family));
  }

  @Override
  public Object changed(UnaryOperator<Object> change) {
    return SupervisorState.unchanged(seen(), change);
  }

  @Override
  public boolean isParent(Self self, Pid from) {
    return from.equals(self.parent());
  }

  @Override
  public void end(Self self, ExitReason reason) {
    shutDown(self, reason);
  }

  @Override
  public String name() {
    return "Supervisor";
  }

  @Override
  public String state() {
    return "%s, at most %d restarts in %d s"
        .formatted(flags.strategy().otpName(), flags.maxRestarts(), flags.periodSeconds());
  }
}
