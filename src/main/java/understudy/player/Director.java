package understudy.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;
import understudy.otp.ChildInfo;
import understudy.otp.ChildResult;
import understudy.otp.GenServer;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.Self;
import understudy.scenario.Mail;
import understudy.scenario.ProcessPath;
import understudy.scenario.Step;
import understudy.scenario.SupervisorNode;
import understudy.scenario.TreeNode;
import understudy.scenario.Value;
import understudy.scenario.WorkerNode;

/// Carries out a script's operations, inside a controller process that is neither parent of nor
/// linked to anything.
final class Director {
  private static final Duration AFTER_ASYNC = Duration.ofMillis(20);
  private static final Duration GLANCE = Duration.ofMillis(1);
  private static final Value NO_PROCESS = Value.text("no_process");

  private final Play play;
  private final Map<String, Value> collected = new ConcurrentHashMap<>();
  private final Map<String, WorkerNode> templates = new HashMap<>();

  Director(Play play, TreeNode tree) {
    this.play = play;
    templatesOf(tree, tree.id());
  }

  private void templatesOf(TreeNode node, String path) {
    if (node instanceof SupervisorNode supervisor) {
      supervisor.template().ifPresent(template -> templates.put(path, template));
      supervisor.children().forEach(child -> templatesOf(child, path + "/" + child.id()));
    }
  }

  /// Carries out one operation in the process `self`, which may block meanwhile.
  ///
  /// @return its result
  Value perform(Self self, Step step) {
    return switch (step) {
      case Step.Start _ -> play.startTree(self);
      case Step.ExitSelf(var path, var reason) ->
          tell(self, path, new Command.ExitSelf(Terms.reason(reason)));
      case Step.StopSelf(var path, var reason) ->
          tell(self, path, new Command.StopSelf(Terms.reason(reason)));
      case Step.Raise(var path, var reason) ->
          tell(self, path, new Command.Raise(Terms.reason(reason)));
      case Step.BadReturn(var path) -> tell(self, path, new Command.BadReturn());
      case Step.Sleep(var path, var millis) ->
          tell(self, path, new Command.Sleep(Duration.ofMillis(millis)));
      case Step.Signal(var path, var reason, var from) ->
          signal(self, path, Terms.reason(reason), from);
      case Step.Send(var path, var count) -> on(path, pid -> send(self, pid, count));
      case Step.Batch(var path, var messages) -> on(path, pid -> batch(self, pid, messages));
      case Step.GetCount(var path) -> ask(self, path, new Command.GetCount());
      case Step.CallExit(var path, var reason) ->
          ask(self, path, new Command.CallExit(Terms.reason(reason)));
      case Step.CallStopReply(var path, var reason) ->
          ask(self, path, new Command.CallStopReply(Terms.reason(reason)));
      case Step.Link(var a, var b) -> between(self, a, b, Command.LinkTo::new);
      case Step.Unlink(var a, var b) -> between(self, a, b, Command.UnlinkFrom::new);
      case Step.Monitor(var a, var b) ->
          between(self, a, b, target -> new Command.Watch(target, b.toString()));
      case Step.Demonitor(var a, var b) -> ask(self, a, new Command.Unwatch(b.toString()));
      case Step.SetInit(var path, var init) -> {
        play.plans().replace(path.path(), init, roster().attempts(path.path()));
        yield Value.nothing();
      }
      case Step.StartChild(var sup, var spec, var id) -> startChild(self, sup, spec, id);
      case Step.TerminateChild(var sup, var id, var byId) -> terminateChild(self, sup, id, byId);
      case Step.RestartChild(var sup, var id, _) ->
          admin(sup, pid -> Supervisor.restartChild(self, pid, id));
      case Step.DeleteChild(var sup, var id, _) ->
          admin(sup, pid -> Supervisor.deleteChild(self, pid, id));
      case Step.WhichChildren(var sup) -> on(sup, pid -> attempt(() -> whichChildren(self, pid)));
      case Step.CountChildren(var sup) -> on(sup, pid -> attempt(() -> countChildren(self, pid)));
      case Step.Whereis(var name) ->
          self.whereis(name).map(pid -> Value.text(roster().label(pid))).orElseGet(Value::nothing);
      case Step.Stop(var path, var reason) ->
          on(path, pid -> attempt(() -> stop(self, pid, Terms.reason(reason))));
      case Step.ParentExit(var reason) -> play.parentExit(self, Terms.reason(reason));
      case Step.Wait(var millis) -> {
        self.sleep(Duration.ofMillis(millis));
        yield Value.nothing();
      }
      case Step.Sequence(var ops) ->
          new Value.Items(ops.stream().map(op -> perform(self, op)).toList());
      case Step.Parallel(var ops) -> parallel(self, ops);
      case Step.Async(var tag, var of) -> async(self, tag, of);
      case Step.Collect(var tag) -> collect(self, tag);
    };
  }

  private Roster roster() {
    return play.roster();
  }

  Behaviour controller(Step step, Consumer<Value> result) {
    return Behaviour.of("(controller)", self -> result.accept(perform(self, step)));
  }

  /// {@return the process meant, if the operation should happen at all: a path with an explicit
  /// incarnation may be dead}
  private Optional<Pid> find(ProcessPath path) {
    var found = roster().find(path.path(), path.incarnation().orElse(0));
    return path.incarnation().isPresent() ? found : found.filter(roster()::isAlive);
  }

  private Value on(ProcessPath path, Function<Pid, Value> act) {
    return find(path).map(act).orElse(NO_PROCESS);
  }

  private Value tell(Self self, ProcessPath path, Command command) {
    return on(
        path,
        pid -> {
          self.send(pid, command);
          return Value.nothing();
        });
  }

  private Value ask(Self self, ProcessPath path, Command command) {
    return on(path, pid -> attempt(() -> (Value) GenServer.call(self, pid, command)));
  }

  private Value between(Self self, ProcessPath a, ProcessPath b, Function<Pid, Command> command) {
    return find(b).map(target -> ask(self, a, command.apply(target))).orElse(NO_PROCESS);
  }

  private Value attempt(Supplier<Value> act) {
    try {
      return act.get();
    } catch (Exit exit) {
      return new Value.Items(
          List.of(Value.text("exit"), Terms.value(bare(exit.reason()), roster())));
    }
  }

  /// The reason of a failed call without the call itself.
  private static ExitReason bare(ExitReason reason) {
    return reason instanceof Tuple(var parts)
            && parts.size() == 2
            && parts.getLast() instanceof Tuple(var call)
            && call.getFirst().equals(new ExitReason.Atom("GenServer"))
        ? parts.getFirst()
        : reason;
  }

  private Value signal(Self self, ProcessPath path, ExitReason reason, Optional<ProcessPath> from) {
    return on(
        path,
        pid -> {
          if (from.isPresent()) {
            return tell(self, from.get(), new Command.SignalTo(pid, reason));
          }
          self.exit(pid, reason);
          return Value.nothing();
        });
  }

  private static Value send(Self self, Pid pid, int count) {
    for (int i = 0; i < count; i++) {
      self.send(pid, new Command.Work());
    }
    return Value.nothing();
  }

  private Value batch(Self self, Pid pid, List<Mail> messages) {
    play.vm().suspend(pid, true);
    for (Mail mail : messages) {
      self.send(
          pid,
          switch (mail) {
            case Mail.Work _ -> new Command.Work();
            case Mail.ExitSelf(var reason) -> new Command.ExitSelf(Terms.reason(reason));
            case Mail.StopSelf(var reason) -> new Command.StopSelf(Terms.reason(reason));
          });
    }
    play.vm().suspend(pid, false);
    return Value.nothing();
  }

  private static Value stop(Self self, Pid pid, ExitReason reason) {
    GenServer.stop(self, pid, reason);
    return Value.text("ok");
  }

  // ---- supervisors ----

  private Value startChild(
      Self self, ProcessPath sup, Optional<TreeNode> spec, Optional<String> id) {
    var node = spec.or(() -> named(sup.path(), id.orElse("undefined")));
    return admin(
        sup,
        pid ->
            node.map(child -> Supervisor.startChild(self, pid, play.casting().spec(child)))
                .orElseGet(() ->
                    new ChildResult.Failed(
                        ExitReason.tuple(
                            new ExitReason.Atom("invalid_child_spec"),
                            new ExitReason.Text(id.orElse("undefined"))))));
  }

  private Optional<TreeNode> named(String sup, String id) {
    return Optional.ofNullable(templates.get(sup)).map(template -> named(template, id));
  }

  private static WorkerNode named(WorkerNode template, String id) {
    return new WorkerNode(
        id,
        template.restart(),
        template.significant(),
        template.shutdown(),
        template.name(),
        template.trapExit(),
        template.init(),
        template.terminate(),
        template.proceed(),
        template.behaviour(),
        template.args());
  }

  private Value terminateChild(Self self, ProcessPath sup, String id, boolean byId) {
    return admin(
        sup,
        pid -> {
          if (byId || !play.hasNoIds(sup.path())) {
            return Supervisor.terminateChild(self, pid, id);
          }
          return roster()
              .find(sup.path() + "/" + id, 0)
              .map(child -> Supervisor.terminateChild(self, pid, child))
              .orElse(new ChildResult.Failed(new ExitReason.Atom("no_process")));
        });
  }

  private Value admin(ProcessPath sup, Function<Pid, ChildResult> request) {
    return on(sup, pid -> attempt(() -> result(request.apply(pid))));
  }

  private Value result(ChildResult result) {
    return switch (result) {
      case ChildResult.Ok _ -> Value.text("ok");
      case ChildResult.Undefined _ -> Value.items(Value.text("ok"), Value.text("undefined"));
      case ChildResult.Ignored _ -> Value.text("ignore");
      case ChildResult.Failed(var reason) when reason.equals(new ExitReason.Atom("no_process")) ->
          NO_PROCESS;
      case ChildResult.Failed(var reason) -> Terms.error(reason, roster());
    };
  }

  private static Value whichChildren(Self self, Pid pid) {
    return new Value.Items(
        Supervisor.whichChildren(self, pid).stream()
            .sorted(Comparator.comparing(ChildInfo::label))
            .map(Director::line)
            .toList());
  }

  private static Value line(ChildInfo child) {
    String presence =
        child.restarting() ? "restarting" : child.pid().isNone() ? "undefined" : "alive";
    return Value.items(
        Value.text(child.label()),
        Value.text(presence),
        Value.text(child.kind().name().toLowerCase(Locale.ROOT)));
  }

  private static Value countChildren(Self self, Pid pid) {
    var counts = Supervisor.countChildren(self, pid);
    var fields = new LinkedHashMap<String, Value>();
    fields.put("specs", Value.number(counts.specs()));
    fields.put("active", Value.number(counts.active()));
    fields.put("supervisors", Value.number(counts.supervisors()));
    fields.put("workers", Value.number(counts.workers()));
    return new Value.Fields(fields);
  }

  // ---- several at once ----

  private Value parallel(Self self, List<Step> ops) {
    var results = new ConcurrentHashMap<Integer, Value>();
    var references = new ArrayList<Long>();
    for (int i = 0; i < ops.size(); i++) {
      int index = i;
      references.add(
          self.monitor(self.spawn(controller(ops.get(i), result -> results.put(index, result)))));
    }
    for (long reference : references) {
      self.receive(message -> message instanceof DownMessage down && down.reference() == reference);
    }
    var inOrder = new ArrayList<Value>();
    for (int i = 0; i < ops.size(); i++) {
      inOrder.add(results.getOrDefault(i, Value.nothing()));
    }
    return new Value.Items(inOrder);
  }

  /// Goes on 20 ms after the other process has begun: on a busy machine that may be a while.
  private Value async(Self self, String tag, Step of) {
    var begun = new AtomicLong(-1);
    self.spawn(
        Behaviour.of(
            "(controller)",
            other -> {
              begun.set(other.nanos());
              collected.put(tag, perform(other, of));
            }));
    self.sleep(AFTER_ASYNC);
    while (begun.get() < 0) {
      self.sleep(GLANCE);
    }
    self.sleep(Duration.ofNanos(Math.max(0, begun.get() + AFTER_ASYNC.toNanos() - self.nanos())));
    return Value.nothing();
  }

  private Value collect(Self self, String tag) {
    Value result = collected.get(tag);
    while (result == null) {
      self.sleep(GLANCE);
      result = collected.get(tag);
    }
    return result;
  }
}
