package understudy.player;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.From;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Then;
import understudy.runtime.DownMessage;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Raised;
import understudy.runtime.Thrown;
import understudy.scenario.Continue;
import understudy.scenario.Value;
import understudy.scenario.WorkerNode;

/// A generic server that does only what a script tells it, and counts its work.
final class ScriptedWorker extends GenServer<Integer> {
  private final WorkerNode node;
  private final Trace trace;
  private final InitPlans plans;

  /// By reference, how each monitored process was written.
  private final Map<Long, String> watching = new HashMap<>();

  ScriptedWorker(WorkerNode node, Trace trace, InitPlans plans) {
    this.node = node;
    this.trace = trace;
    this.plans = plans;
  }

  @Override
  protected Init<Integer> init() {
    self().trapExit(node.trapExit());
    var roster = trace.roster();
    String path = roster.path(self().pid()).orElse(node.id());
    return begin(plans.entry(path, node, roster.attempts(path)));
  }

  private Init<Integer> begin(understudy.scenario.Init entry) {
    return switch (entry) {
      case understudy.scenario.Init.Ok _ ->
          new Init.Ok<>(0, node.proceed().<Then>map(Then.Continue::new).orElseGet(Then.Wait::new));
      case understudy.scenario.Init.Ignore _ -> new Init.Ignore<>();
      case understudy.scenario.Init.Stop(var reason) -> new Init.Stop<>(Terms.reason(reason));
      case understudy.scenario.Init.Exit(var reason) -> throw new Exit(Terms.reason(reason));
      case understudy.scenario.Init.Raise(var reason) -> throw new Raised(Terms.reason(reason));
      case understudy.scenario.Init.Delay(var millis, var then) -> {
        self().sleep(Duration.ofMillis(millis));
        yield begin(then);
      }
    };
  }

  @Override
  protected Outcome<Integer> handleContinue(Object with, Integer count) {
    return switch ((Continue) with) {
      case Continue.Exit(var reason) -> throw new Exit(Terms.reason(reason));
      case Continue.Stop(var reason) -> Outcome.stop(Terms.reason(reason), count);
    };
  }

  @Override
  protected Outcome<Integer> handleCall(Object request, From from, Integer count) {
    return switch (request) {
      case Command.GetCount _ -> Outcome.reply(Value.number(count), count);
      case Command.CallExit(var reason) -> throw new Exit(reason);
      case Command.CallStopReply(var reason) ->
          Outcome.stopWithReply(reason, Value.text("bye"), count);
      case Command.LinkTo(var to) -> Outcome.reply(link(to), count);
      case Command.UnlinkFrom(var other) -> {
        self().unlink(other);
        yield Outcome.reply(new Value.Bool(true), count);
      }
      case Command.Watch(var target, var as) -> {
        watching.put(self().monitor(target), as);
        yield Outcome.reply(Value.text("ok"), count);
      }
      case Command.Unwatch(var as) -> {
        watching.forEach((reference, written) -> {
          if (written.equals(as)) {
            self().demonitor(reference);
          }
        });
        watching.values().removeIf(as::equals);
        yield Outcome.reply(Value.text("ok"), count);
      }
      default -> throw new Raised(new ExitReason.Atom("function_clause"));
    };
  }

  private Value link(Pid to) {
    try {
      self().link(to);
      return new Value.Bool(true);
    } catch (Raised raised) {
      return Terms.error(raised.reason(), trace.roster());
    }
  }

  @Override
  protected Outcome<Integer> handleInfo(Object message, Integer count) {
    return switch (message) {
      case Command command -> obey(command, count);
      case ExitReason term ->
          Command.written(term)
              .map(command -> obey(command, count))
              .orElseGet(() -> Outcome.noReply(count));
      case ExitMessage(var from, var reason) -> {
        var label =
            trace.roster().incarnation(from) > 0 ? trace.roster().label(from) : "controller";
        trace.exitMessage(self().pid(), label, reason);
        yield Outcome.noReply(count);
      }
      case DownMessage(var reference, _, var reason) -> {
        String as = watching.remove(reference);
        if (as != null) {
          trace.down(self().pid(), as, reason);
        }
        yield Outcome.noReply(count);
      }
      default -> Outcome.noReply(count);
    };
  }

  private Outcome<Integer> obey(Command command, Integer count) {
    return switch (command) {
      case Command.Work _ -> Outcome.noReply(count + 1);
      case Command.ExitSelf(var reason) -> throw new Exit(reason);
      case Command.StopSelf(var reason) -> Outcome.stop(reason, count);
      case Command.Raise(var reason) -> throw new Raised(reason);
      case Command.BadReturn _ -> throw new Thrown(new Atom("oops"));
      case Command.Sleep(var time) -> {
        self().sleep(time);
        yield Outcome.noReply(count);
      }
      case Command.SignalTo(var to, var reason) -> {
        self().exit(to, reason);
        yield Outcome.noReply(count);
      }
      case Command.GetCount _,
          Command.CallExit _,
          Command.CallStopReply _,
          Command.LinkTo _,
          Command.UnlinkFrom _,
          Command.Watch _,
          Command.Unwatch _ ->
          Outcome.noReply(count);
    };
  }

  @Override
  protected void terminate(ExitReason reason, Integer count) {
    self().sleep(Duration.ofMillis(node.terminate().delayMillis()));
    node.terminate()
        .exit()
        .ifPresent(last -> {
          throw new Exit(Terms.reason(last));
        });
  }

  @Override
  public String name() {
    return "worker";
  }

  @Override
  public List<String> understands() {
    return Command.WRITTEN;
  }
}
