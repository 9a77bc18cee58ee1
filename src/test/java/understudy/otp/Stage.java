package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Behaviour;
import understudy.runtime.ExitMessage;
import understudy.runtime.Rig;
import understudy.runtime.Self;

/// A supervision tree under test: its holder, which traps exits, its root, and its children by id.
///
/// Nothing here lets time pass but [#start] with its argument's own init and the rig's methods.
final class Stage {
  private interface Order extends Consumer<Self> {}

  final Rig rig;
  private final Pid holder;
  private final Map<Pid, String> ids = new HashMap<>();
  private final Map<String, Pid> latest = new HashMap<>();
  private final Set<Pid> up = new HashSet<>();
  private final StringBuilder lines = new StringBuilder();
  private int read;

  Stage(Rig rig) {
    this.rig = rig;
    holder =
        rig.spawn(self -> {
          self.trapExit(true);
          while (true) {
            switch (self.receive()) {
              case Order order -> order.accept(self);
              case ExitMessage(_, var reason) -> rig.say("holder got " + reason);
              default -> {}
            }
          }
        });
    rig.idle();
  }

  // ---- the cast ----

  ChildSpec worker(String id) {
    return worker(id, Puppet.PLAIN, Puppet.SILENT);
  }

  /// {@return a worker that traps exits and takes `millis` for its terminate}
  ChildSpec slow(String id, long millis) {
    return worker(id, Puppet.TRAPS, (puppet, _, _) -> puppet.door().sleep(ms(millis)));
  }

  ChildSpec worker(String id, Puppet.Beginning beginning, Puppet.Ending ending) {
    return ChildSpec.worker(id, () -> Puppet.process(rig, id, beginning, ending));
  }

  /// {@return a worker whose first starts go as told, and all later ones well}
  ChildSpec worker(String id, List<Init<Integer>> first) {
    var plans = new ArrayList<>(first);
    return worker(id, _ -> plans.isEmpty() ? Init.ok(0) : plans.removeFirst(), Puppet.SILENT);
  }

  static ChildSpec nested(String id, SupervisorFlags flags, ChildSpec... children) {
    return ChildSpec.supervisor(id, () -> Supervisor.process(flags, List.of(children)));
  }

  static SupervisorFlags flags(Strategy strategy) {
    return SupervisorFlags.of(strategy).tolerating(100, 5);
  }

  // ---- what happens to it ----

  /// Starts the root and runs until everybody waits.
  StartResult start(SupervisorFlags flags, ChildSpec... children) {
    return start(Supervisor.process(flags, List.of(children)));
  }

  StartResult start(Behaviour root) {
    var result = new AtomicReference<@Nullable StartResult>();
    order(self -> result.set(Supervisor.startLink(self, root)));
    rig.advance(5_000);
    StartResult known = result.get();
    assertThat(known).as("the result of the start").isNotNull();
    return known == null ? new StartResult.Ignored() : known;
  }

  /// Has the holder do something.
  void order(Consumer<Self> what) {
    Order order = what::accept;
    rig.vm.send(holder, order);
    rig.idle();
  }

  /// Has the present process of `id` end by itself with `reason`.
  void end(String id, ExitReason reason) {
    tell(id, Puppet.exit(reason));
  }

  void tell(String id, Puppet.Deed deed) {
    rig.vm.send(pid(id), deed);
    rig.idle();
  }

  /// {@return what the root answers to a request, without time passing}
  ChildResult admin(BiFunction<Self, Pid, ChildResult> request) {
    Pid root = pid("root");
    return asking(self -> request.apply(self, root)).getFirst();
  }

  /// {@return the root's children, in its own order}
  List<ChildInfo> children() {
    Pid root = pid("root");
    return asking(self -> Supervisor.whichChildren(self, root)).getFirst();
  }

  ChildCounts counts() {
    Pid root = pid("root");
    return asking(self -> Supervisor.countChildren(self, root)).getFirst();
  }

  /// {@return the state of the puppet that is `id` now}
  Object count(String id) {
    Pid pid = pid(id);
    return asking(self -> GenServer.call(self, pid, Puppet.COUNT)).getFirst();
  }

  /// {@return the answer of `question`, as soon as there is one}
  <T> List<T> asking(Function<Self, T> question) {
    List<T> answer = new ArrayList<>();
    rig.spawn(self -> answer.add(question.apply(self)));
    rig.idle();
    return answer;
  }

  // ---- what is seen of it ----

  Pid pid(String id) {
    news(lines);
    Pid pid = latest.get(id);
    if (pid == null) {
      throw new AssertionError("nobody is called " + id + " in " + latest);
    }
    return pid;
  }

  boolean alive(String id) {
    return rig.vm.isAlive(pid(id));
  }

  /// {@return who came up, failed and ended since the last call, with reasons}
  String news() {
    news(lines);
    String told = lines.toString();
    lines.setLength(0);
    return told;
  }

  private void news(StringBuilder into) {
    var events = rig.events();
    for (; read < events.size(); read++) {
      String line = line(events.get(read).event());
      if (!line.isEmpty()) {
        into.append(into.isEmpty() ? "" : ", ").append(line);
      }
    }
  }

  private String line(RuntimeEvent event) {
    return switch (event) {
      case RuntimeEvent.Spawned(var pid, var parent, _) when parent.equals(holder) ->
          born(pid, "root");
      case RuntimeEvent.ChildStarting(_, var id, var pid, _, _, _) -> born(pid, id);
      case RuntimeEvent.Initialized(var pid) when ids.containsKey(pid) ->
          up.add(pid) ? ids.get(pid) + " up" : "";
      case RuntimeEvent.Exited(var pid, var reason) when up.contains(pid) ->
          ids.get(pid) + " " + reason;
      case RuntimeEvent.ChildStartFailed(_, var id, var reason) -> id + " failed " + reason;
      case RuntimeEvent.ChildIgnored(_, var id) -> id + " ignored";
      default -> "";
    };
  }

  private String born(Pid pid, String id) {
    ids.put(pid, id);
    latest.put(id, pid);
    return "";
  }
}
