package understudy.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import understudy.event.EventSink;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.otp.ChildResult;
import understudy.otp.GenServer;
import understudy.otp.StartResult;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;
import understudy.runtime.Vm;
import understudy.scenario.Restart;
import understudy.scenario.Scenario;
import understudy.scenario.Step;
import understudy.scenario.Strategy;
import understudy.scenario.SupervisorNode;
import understudy.scenario.Timed;
import understudy.scenario.TreeNode;
import understudy.scenario.Value;

/// One running scenario: its tree, its holder, its trace.
///
/// The holder is the process that starts the tree: it traps exits and does nothing else. Time
/// passes only as the caller says, through [#perform] or the system's own [Vm#steps].
public final class Play implements AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000;

  private record StartTree(Pid asks) {}

  private record TreeStarted(Value answer) {}

  private record ExitTree(ExitReason reason) {}

  private final Scenario scenario;
  private final Trace trace;
  private final InitPlans plans = new InitPlans();
  private final Casting casting;
  private final Director director;
  private final Vm vm;
  private final Pid holder;
  private final Mischief mischief;
  private final Set<String> withoutIds = new HashSet<>();
  private Pid script = Pid.NONE;

  /// Sets the scene; nothing runs yet.
  ///
  /// @param scenario what is played
  /// @param seed decides who runs next
  /// @param sink takes the runtime's events
  public Play(Scenario scenario, long seed, EventSink sink) {
    this(scenario, sink, trace -> Vm.stepped(seed, trace));
  }

  /// Sets the scene on a live system, which runs by itself and in real time.
  ///
  /// @param scenario what is played
  /// @param sink takes the runtime's events, on many threads
  /// @return the play; nothing runs yet but its holder
  public static Play live(Scenario scenario, EventSink sink) {
    return new Play(scenario, sink, Vm::live);
  }

  private Play(Scenario scenario, EventSink sink, Function<EventSink, Vm> system) {
    this.scenario = scenario;
    this.trace = new Trace(scenario.tree().id(), sink);
    this.casting = new Casting(trace, plans);
    this.director = new Director(this, scenario.tree());
    withoutIds(scenario.tree(), scenario.tree().id());
    this.vm = system.apply(trace);
    this.mischief = new Mischief(vm, trace);
    this.holder = vm.spawn(Behaviour.of("(holder)", this::hold));
    trace.heldBy(holder);
  }

  private void withoutIds(TreeNode node, String path) {
    if (node instanceof SupervisorNode supervisor) {
      if (supervisor.strategy() == Strategy.DYNAMIC
          || supervisor.strategy() == Strategy.SIMPLE_ONE_FOR_ONE) {
        withoutIds.add(path);
      }
      supervisor.children().forEach(child -> withoutIds(child, path + "/" + child.id()));
    }
  }

  private void hold(Self self) {
    self.trapExit(true);
    while (true) {
      switch (self.receive()) {
        case StartTree(var asks) -> self.send(asks, new TreeStarted(start(self)));
        case ExitTree(var reason) -> rootPid().ifPresent(root -> self.exit(root, reason));
        case ExitMessage _ -> {}
        default -> {}
      }
    }
  }

  private Value start(Self self) {
    var root = new Titled(scenario.tree().id(), casting.process(scenario.tree()));
    StartResult result = Supervisor.startLink(self, root);
    return switch (result) {
      case StartResult.Started _ -> Value.text("ok");
      case StartResult.Ignored _ -> {
        trace.startIgnored(scenario.tree().id());
        yield Value.text("ignore");
      }
      case StartResult.Failed(var reason) -> {
        trace.startFailed(scenario.tree().id(), reason);
        yield Terms.error(reason, roster());
      }
    };
  }

  private Optional<Pid> rootPid() {
    return roster().find(scenario.tree().id(), 0).filter(roster()::isAlive);
  }

  // ---- what the director asks ----

  Value startTree(Self self) {
    self.send(holder, new StartTree(self.pid()));
    var started = (TreeStarted) self.receive(message -> message instanceof TreeStarted);
    return started.answer();
  }

  Value parentExit(Self self, ExitReason reason) {
    if (rootPid().isEmpty()) {
      return Value.text("no_process");
    }
    self.send(holder, new ExitTree(reason));
    return Value.nothing();
  }

  Casting casting() {
    return casting;
  }

  InitPlans plans() {
    return plans;
  }

  Roster roster() {
    return trace.roster();
  }

  boolean hasNoIds(String path) {
    return withoutIds.contains(path);
  }

  // ---- the door ----

  /// {@return the system that it runs on}
  public Vm vm() {
    return vm;
  }

  /// {@return the trouble that can be made for it}
  public Mischief mischief() {
    return mischief;
  }

  /// {@return what is played}
  public Scenario scenario() {
    return scenario;
  }

  /// Carries out one step of a script and runs until nothing has happened for its quiet time.
  ///
  /// @param step the step
  /// @return its result and what happened
  public PlayedStep perform(Timed step) {
    var result = new AtomicReference<>(Value.nothing());
    Pid controller = vm.spawn(director.controller(step.step(), result::set));
    var quiet = Duration.ofMillis(step.quietMillis().orElse(scenario.quietMillis()));
    if (vm.isStepped()) {
      settleStepped(controller, quiet);
    } else {
      settleLive(controller, quiet);
    }
    return new PlayedStep(result.get(), trace.take());
  }

  /// Lets virtual time pass until nothing more happens or is due within ten seconds.
  void settle() {
    vm.steps().settle(Duration.ofSeconds(10));
  }

  private void settleStepped(Pid controller, Duration quiet) {
    vm.steps().settle(quiet);
    while (vm.isAlive(controller) && vm.steps().nextDueNanos().isPresent()) {
      vm.steps().settle(quiet); // The operation itself takes longer than the quiet time.
    }
  }

  private void settleLive(Pid controller, Duration quiet) {
    long last = vm.activity();
    long since = vm.nanos();
    while (true) {
      // Asked before the look: time that this thread was kept from its processor proves nothing.
      boolean enough = !vm.isAlive(controller) && vm.nanos() - since >= quiet.toNanos();
      long now = vm.activity();
      if (now != last || !vm.isIdle()) {
        last = now;
        since = vm.nanos();
      } else if (enough) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// Lets time pass without a step: virtual time on the stepped system, real time on the live one.
  ///
  /// @param time how long
  public void advance(Duration time) {
    if (vm.isStepped()) {
      vm.steps().advance(time);
      return;
    }
    long end = vm.nanos() + time.toNanos();
    while (vm.nanos() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// Begins to carry out the whole script, pausing its quiet time after each step; returns at once,
  /// and the script goes on as time passes. The tree is started first if no step does. From then on
  /// no trace is kept: [#perform] tells nothing of what happened.
  public void begin() {
    trace.keepNothing();
    var steps = new ArrayList<Step>();
    if (scenario.steps().stream().noneMatch(step -> step.step() instanceof Step.Start)) {
      steps.add(new Step.Start());
    }
    for (Timed step : scenario.steps()) {
      steps.add(step.step());
      steps.add(new Step.Wait(step.quietMillis().orElse(scenario.quietMillis())));
    }
    script = vm.spawn(director.controller(new Step.Sequence(steps), _ -> {}));
  }

  /// {@return whether the script that [#begin] began still goes on}
  public boolean isScripted() {
    return vm.isAlive(script);
  }

  /// Starts a child by hand: a worker of one of the [Repertoire].
  ///
  /// @param supervisor under whom
  /// @param id its id
  /// @param behaviour one of [Repertoire#names]
  /// @param restart when it is started again
  /// @param refused takes one line if that fails, on the thread that lets time pass
  public void startChild(
      Pid supervisor, String id, String behaviour, RestartType restart, Consumer<String> refused) {
    var type =
        switch (restart) {
          case PERMANENT -> Restart.PERMANENT;
          case TRANSIENT -> Restart.TRANSIENT;
          case TEMPORARY -> Restart.TEMPORARY;
        };
    var spec = casting.spec(Repertoire.worker(id, behaviour, type));
    byHand(
        refused,
        self -> {
          var result = Supervisor.startChild(self, supervisor, spec);
          if (result instanceof ChildResult.Failed(var reason)) {
            refused.accept("spawn '%s' failed: %s".formatted(id, reason));
          }
        });
  }

  /// Makes a process crash as if its code had raised `error`.
  ///
  /// @param pid a worker; supervisors run no code that could raise
  /// @param error what is raised
  /// @param refused takes one line if that cannot be
  public void crash(Pid pid, ExitReason error, Consumer<String> refused) {
    if (roster().isSupervisor(pid)) {
      refused.accept(
          "a supervisor runs no code of yours that could raise, and ignores exit signals of"
              + " strangers (SUP-34); kill it, or crash one of its children");
      return;
    }
    byHand(refused, self -> GenServer.raise(self, pid, error));
  }

  /// Stops a process in order: through its supervisor where it has one, so that it stays down.
  ///
  /// @param pid the process
  /// @param refused takes one line if that fails
  public void stop(Pid pid, Consumer<String> refused) {
    byHand(
        refused,
        self -> {
          var above = roster().supervisorOf(pid).filter(self::isAlive);
          if (above.isEmpty()) {
            if (rootPid().filter(pid::equals).isPresent()) {
              self.send(holder, new ExitTree(ExitReason.Atom.SHUTDOWN));
            } else {
              self.exit(pid, ExitReason.Atom.SHUTDOWN);
            }
            return;
          }
          String path = roster().path(above.get()).orElse("");
          var result =
              hasNoIds(path)
                  ? Supervisor.terminateChild(self, above.get(), pid)
                  : Supervisor.terminateChild(self, above.get(), roster().idOf(pid));
          if (result instanceof ChildResult.Failed(var reason)) {
            refused.accept("stop %s failed: %s".formatted(pid, reason));
          }
        });
  }

  private void byHand(Consumer<String> refused, Behaviour.Body body) {
    vm.spawn(
        Behaviour.of(
            "(controller)",
            self -> {
              try {
                body.run(self);
              } catch (Exit exit) {
                refused.accept("that process is gone: " + exit.reason());
              }
            }));
  }

  /// {@return `path@n` of every process of the tree that is alive, sorted}
  public List<String> alive() {
    return roster().alive();
  }

  @Override
  public void close() {
    vm.close();
  }
}
