package understudy.otp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.otp.DynamicFlags.Flavour;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;

/// A supervisor of children that have no ids: DynamicSupervisor and simple_one_for_one (DYN and S14
/// rules). Every child restarts alone, and all are stopped at the same time.
final class DynamicProcess implements Behaviour, Suspension.Host {
  /// Try a restart again. Stale if nothing waits under this number.
  private record TryAgain(long number, String id) {
    @Override
    public String toString() {
      return "restart " + id;
    }
  }

  private record Retry(Child child, long era) {}

  private final Optional<String> registered;
  private final DynamicFlags flags;
  private final SequencedSet<Child> entries = new LinkedHashSet<>();
  private final Map<Pid, Child> byPid = new HashMap<>();
  private final Map<Long, Retry> retries = new HashMap<>();
  private long retryNumber;

  /// What those present are called in events: who watches has to tell them apart, though equal
  /// specifications may be started many times (DYN-13).
  private final Set<String> called = new HashSet<>();

  private long namesakes;

  private final RestartIntensity restarts;
  private final Suspension suspension = new Suspension(this);

  /// OTP's simple_one_for_one keeps the last instance whose restart was ignored as one without
  /// process, and cannot stop it: it crashes when it should.
  private Optional<Child> ghost = Optional.empty();

  DynamicProcess(Optional<String> registered, DynamicFlags flags) {
    this.registered = registered;
    this.flags = flags;
    this.restarts = new RestartIntensity(flags.maxRestarts(), flags.periodSeconds());
  }

  @Override
  public void start(Self self) {
    Starting.takeName(self, registered);
    self.trapExit(true);
    self.emit(
        new RuntimeEvent.Supervising(
            self.pid(), strategyName(), flags.maxRestarts(), flags.periodSeconds()));
    var wrong = Objection.toStart(flags);
    if (wrong.isPresent()) {
      throw Starting.fail(self, wrong.get()); // SUP-05
    }
    self.initialized();
    self.acknowledgeStarted(new StartResult.Started(self.pid()));
  }

  private String strategyName() {
    return switch (flags.flavour()) {
      case DYNAMIC -> "dynamic";
      case SIMPLE_ONE_FOR_ONE -> "simple_one_for_one";
    };
  }

  @Override
  public void handle(Self self, Object message) {
    switch (message) {
      case ExitMessage(var from, var reason) when isParent(self, from) -> shutDown(self, reason);
      case ExitMessage(var from, var reason) -> {
        Child child = byPid.get(from);
        if (child != null) {
          ended(self, child, from, reason);
        }
      }
      case Request.SystemMessage request -> suspension.obey(self, request);
      case Request.Call(var from, SupervisorRequest request) ->
          administer(self, request, answer -> GenServer.reply(self, from, answer));
      case Request.Call _ -> shutDown(self, Request.noClause()); // GS-31
      case Request.Cast _ when flags.flavour() == Flavour.SIMPLE_ONE_FOR_ONE ->
          shutDown(self, Request.noClause());
      case Request.Stop stop -> shutDown(self, stop.taken(self));
      case TryAgain(var number, _) -> {
        Retry retry = retries.remove(number);
        if (retry != null
            && retry.child.presence() == Child.Presence.RESTARTING
            && retry.child.era() == retry.era) {
          restart(self, retry.child, restarts.count(self.nanos()));
        }
      }
      default -> {}
    }
  }

  private void ended(Self self, Child child, Pid pid, ExitReason reason) {
    Decision decision =
        switch (child.spec.restart()) {
          case PERMANENT -> counted(self);
          case TRANSIENT -> reason.isClean() ? left(child) : counted(self);
          case TEMPORARY -> left(child);
        };
    self.emit(
        new RuntimeEvent.ChildExited(
            self.pid(), child.id(), pid, reason, decision, restarts.counted()));
    switch (decision) {
      case RESTART, GIVE_UP -> restart(self, child, decision == Decision.RESTART);
      case REMOVE, LEAVE -> remove(self, child);
      case AUTO_SHUTDOWN -> {
        remove(self, child);
        shutDown(self, Atom.SHUTDOWN);
      }
    }
  }

  /// Decides what the last end of `child` means; all instances of a template are significant, or
  /// none.
  private Decision left(Child child) {
    boolean shuts =
        child.spec.significant()
            && switch (flags.autoShutdown()) {
              case NEVER -> false;
              case ANY_SIGNIFICANT -> true;
              case ALL_SIGNIFICANT -> entries.size() == 1;
            };
    return shuts ? Decision.AUTO_SHUTDOWN : Decision.REMOVE;
  }

  private Decision counted(Self self) {
    return restarts.count(self.nanos()) ? Decision.RESTART : Decision.GIVE_UP;
  }

  private void restart(Self self, Child child, boolean tolerated) {
    child.pid().ifPresent(byPid::remove);
    child.absent();
    if (!tolerated) {
      self.emit(
          new RuntimeEvent.GaveUp(
              self.pid(),
              child.id(),
              restarts.counted(),
              flags.maxRestarts(),
              flags.periodSeconds()));
      shutDown(self, Atom.SHUTDOWN);
      return;
    }
    new Nursery(self)
        .start(
            child,
            result -> {
              switch (result) {
                case StartResult.Started(Pid pid) -> running(child, pid);
                case StartResult.Ignored _ -> ignored(self, child);
                case StartResult.Failed _ -> {
                  child.restarting(); // DYN-08
                  retries.put(++retryNumber, new Retry(child, child.era()));
                  self.send(self.pid(), new TryAgain(retryNumber, child.id()));
                }
              }
            });
  }

  private void ignored(Self self, Child child) {
    switch (flags.flavour()) {
      case DYNAMIC -> remove(self, child); // DYN-09
      case SIMPLE_ONE_FOR_ONE -> {
        ghost.ifPresent(earlier -> remove(self, earlier));
        ghost = Optional.of(child);
      }
    }
  }

  private void running(Child child, Pid pid) {
    child.running(pid, 0); // It has no back-off, for which this time is.
    byPid.put(pid, child);
  }

  private void remove(Self self, Child child) {
    child.pid().ifPresent(byPid::remove);
    child.absent();
    entries.remove(child);
    called.remove(child.id());
    self.emit(new RuntimeEvent.ChildRemoved(self.pid(), child.id()));
  }

  private void shutDown(Self self, ExitReason reason) {
    self.terminating(reason);
    if (ghost.isPresent()) {
      throw new Exit(Request.noClause());
    }
    new ConcurrentStop(self, new ArrayList<>(entries))
        .begin(() -> {
          throw new Exit(reason);
        });
  }

  // ---- administration ----

  private void administer(Self self, SupervisorRequest request, Consumer<Object> answer) {
    switch (request) {
      case SupervisorRequest.StartChild(var spec) -> startChild(self, spec, answer);
      case SupervisorRequest.TerminatePid(var pid) -> terminate(self, pid, answer);
      case SupervisorRequest.TerminateChild _ -> answer.accept(noIds());
      case SupervisorRequest.RestartChild _, SupervisorRequest.DeleteChild _ -> {
        switch (flags.flavour()) {
          case DYNAMIC -> shutDown(self, Request.noClause()); // It has no clause for these.
          case SIMPLE_ONE_FOR_ONE -> answer.accept(noIds());
        }
      }
      case SupervisorRequest.WhichChildren _ -> answer.accept(lines());
      case SupervisorRequest.CountChildren _ -> answer.accept(counts());
    }
  }

  private ChildResult noIds() {
    return ChildResult.failed(
        flags.flavour() == Flavour.DYNAMIC ? "not_found" : "simple_one_for_one"); // S14-03
  }

  private ChildCounts counts() {
    ChildCounts all = Counting.count(entries, _ -> true);
    return flags.flavour() == Flavour.DYNAMIC
        ? all
        : new ChildCounts(
            1, all.active() + (ghost.isPresent() ? 1 : 0), all.supervisors(), all.workers());
  }

  private static ChildInfo line(Child child) {
    return new ChildInfo(
        "undefined",
        child.presence() == Child.Presence.ABSENT ? "undefined" : child.spec.id(),
        child.pid().orElse(Pid.NONE),
        child.presence() == Child.Presence.RESTARTING,
        child.spec.kind());
  }

  private void startChild(Self self, ChildSpec spec, Consumer<Object> answer) {
    var wrong =
        flags.flavour() == Flavour.DYNAMIC
            ? Objection.toDynamicChild(spec)
            : Optional.<ExitReason>empty();
    if (wrong.isPresent()) {
      answer.accept(new ChildResult.Failed(wrong.get()));
      return;
    }
    if (entries.size() >= flags.maxChildren()) {
      answer.accept(ChildResult.failed("max_children"));
      return;
    }
    var child = new Child(spec, call(spec.id()));
    new Nursery(self)
        .start(
            child,
            result ->
                answer.accept(
                    switch (result) {
                      case StartResult.Started(Pid pid) -> {
                        entries.add(child);
                        running(child, pid);
                        yield new ChildResult.Ok(pid);
                      }
                      case StartResult.Ignored _ -> {
                        called.remove(child.id());
                        yield flags.flavour() == Flavour.DYNAMIC
                            ? new ChildResult.Ignored()
                            : new ChildResult.Undefined(); // S14-09
                      }
                      case StartResult.Failed(var reason) -> {
                        called.remove(child.id());
                        yield new ChildResult.Failed(reason);
                      }
                    }));
  }

  /// {@return an id that nobody here has: the specification's, with a number if that is taken}
  private String call(String id) {
    String free = id;
    while (!called.add(free)) {
      free = id + "#" + ++namesakes;
    }
    return free;
  }

  private void terminate(Self self, Pid pid, Consumer<Object> answer) {
    Child child = byPid.get(pid);
    if (child != null) {
      new Nursery(self)
          .stop(
              child,
              pid,
              _ -> {
                remove(self, child);
                answer.accept(ChildResult.ok());
              });
      return;
    }
    boolean gone = flags.flavour() == Flavour.SIMPLE_ONE_FOR_ONE && !self.isAlive(pid); // S14-04
    answer.accept(gone ? ChildResult.ok() : ChildResult.failed("not_found"));
  }

  // ---- being looked at ----

  @Override
  public Object seen() {
    return new SupervisorState(
        strategyName(), flags.maxRestarts(), flags.periodSeconds(), restarts.counted(), lines());
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

  private List<ChildInfo> lines() {
    return entries.stream().map(DynamicProcess::line).toList();
  }

  @Override
  public String name() {
    return flags.flavour() == Flavour.DYNAMIC ? "DynamicSupervisor" : "Supervisor";
  }

  @Override
  public String state() {
    return "%s, at most %d restarts in %d s"
        .formatted(strategyName(), flags.maxRestarts(), flags.periodSeconds());
  }
}
