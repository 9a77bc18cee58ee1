package understudy.viewmodel;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.event.ChildKind;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.graph.VertexState;
import understudy.graph.Zombie;

/// Tells in plain words what an event means for a person.
///
/// An exit is told before the graph folds it, while the dead process still has its name, and so is
/// the end of a zombie; everything else after. Remembers, for each supervisor, why it is taking
/// children down.
final class Sentences {
  private enum Why {
    A_CHILD_DIED,
    IT_GIVES_UP,
    IT_SHUTS_DOWN
  }

  private record Pending(Pid dead, int restarts) {}

  private final Map<Pid, Why> stopping = new HashMap<>();
  private final Map<Pid, Map<String, Pending>> restarting = new HashMap<>();

  Optional<EventLine> before(Stamped stamped, Graph graph) {
    if (stamped.event() instanceof RuntimeEvent.Rested(var pid)) {
      return graph.zombie(pid).flatMap(zombie -> rested(stamped, zombie, graph));
    }
    return stamped.event() instanceof RuntimeEvent.Exited exited
        ? exit(stamped, exited, graph)
        : Optional.empty();
  }

  Optional<EventLine> after(Stamped stamped, Graph graph) {
    return switch (stamped.event()) {
      case RuntimeEvent.Spawned e -> spawned(stamped, e, graph);
      case RuntimeEvent.Suspended(var pid, var on) ->
          line(
              stamped,
              graph,
              Level.INFO,
              pid,
              Words.get(on ? "event.suspended" : "event.resumed", name(graph, pid)));
      case RuntimeEvent.ExitSignalled e -> signalled(stamped, e, graph);
      case RuntimeEvent.Supervising(var pid, var strategy, var most, var seconds) ->
          line(
              stamped,
              graph,
              Level.INFO,
              pid,
              Words.get("event.supervises", name(graph, pid), strategy, most, plain(seconds)));
      case RuntimeEvent.ChildStarted e -> started(stamped, e, graph);
      case RuntimeEvent.ChildStartFailed(var supervisor, var id, var reason) ->
          line(
              stamped,
              graph,
              Level.CRASH,
              supervisor,
              Words.get("event.startFailed", name(graph, supervisor), id, Reasons.plain(reason)));
      case RuntimeEvent.ChildIgnored(var supervisor, var id) ->
          line(
              stamped,
              graph,
              Level.INFO,
              supervisor,
              Words.get("event.ignored", name(graph, supervisor), id));
      case RuntimeEvent.ChildExited e -> decided(stamped, e, graph);
      case RuntimeEvent.ChildStopping e -> taken(stamped, e, graph);
      case RuntimeEvent.ChildStopped(var supervisor, var id, var child, var reason)
          when reason.equals(ExitReason.Atom.KILLED) ->
          line(
              stamped,
              graph,
              Level.RESTART,
              child,
              Words.get("event.killedBy", id, child, name(graph, supervisor)));
      case RuntimeEvent.RestartDelayed(var supervisor, var id, var millis) ->
          line(
              stamped,
              graph,
              Level.RESTART,
              supervisor,
              Words.get("event.delayed", name(graph, supervisor), plain(millis), id));
      case RuntimeEvent.GaveUp(var supervisor, var id, var restarts, var most, var seconds) -> {
        stopping.put(supervisor, Why.IT_GIVES_UP);
        yield line(
            stamped,
            graph,
            Level.ESCALATION,
            supervisor,
            Words.get(
                "event.gaveUp",
                name(graph, supervisor),
                restarts,
                plain(seconds),
                plain(most),
                id));
      }
      case RuntimeEvent.Haunting(var pid) ->
          line(stamped, graph, Level.INFO, pid, Words.get("event.zombie", Labels.full(graph, pid)));
      case RuntimeEvent.Gap(_, var lost) ->
          line(stamped, graph, Level.RESTART, Pid.NONE, Words.get("event.gap", lost));
      case RuntimeEvent.Exited(var pid, _) -> {
        stopping.remove(pid);
        restarting.remove(pid);
        yield Optional.empty();
      }
      case RuntimeEvent.Initialized _,
          RuntimeEvent.Terminating _,
          RuntimeEvent.Rested _,
          RuntimeEvent.Registered _,
          RuntimeEvent.Unregistered _,
          RuntimeEvent.Linked _,
          RuntimeEvent.Unlinked _,
          RuntimeEvent.Monitored _,
          RuntimeEvent.Demonitored _,
          RuntimeEvent.TrapExit _,
          RuntimeEvent.Sent _,
          RuntimeEvent.Received _,
          RuntimeEvent.ChildStarting _,
          RuntimeEvent.ChildStopped _,
          RuntimeEvent.ChildRemoved _ ->
          Optional.empty();
    };
  }

  private Optional<EventLine> spawned(Stamped at, RuntimeEvent.Spawned e, Graph graph) {
    boolean supervised =
        graph.vertex(e.parent()).filter(v -> v.kind() == ChildKind.SUPERVISOR).isPresent();
    if (supervised || e.isOutside()) {
      return Optional.empty();
    }
    String text =
        e.parent().isNone()
            ? Words.get("event.spawned", e.behaviour(), e.subject())
            : Words.get(
                "event.spawnedBy", e.behaviour(), e.subject(), Labels.full(graph, e.parent()));
    return line(at, graph, Level.INFO, e.subject(), text);
  }

  /// A supervisor's signal to the child that it stops has been told already.
  private static Optional<EventLine> signalled(
      Stamped at, RuntimeEvent.ExitSignalled e, Graph graph) {
    boolean stopped =
        graph
            .vertex(e.to())
            .filter(v -> v.state() == VertexState.STOPPING)
            .flatMap(Vertex::parent)
            .filter(p -> p.pid().equals(e.subject()))
            .isPresent();
    String reason = Reasons.plain(e.reason());
    boolean outside = e.subject().isNone() || graph.isOutside(e.subject());
    String text =
        outside
            ? Words.get("event.signalledOutside", name(graph, e.to()), reason)
            : Words.get("event.signalled", name(graph, e.subject()), reason, name(graph, e.to()));
    return stopped ? Optional.empty() : line(at, graph, Level.INFO, e.to(), text);
  }

  private Optional<EventLine> exit(Stamped at, RuntimeEvent.Exited e, Graph graph) {
    if (graph.isOutside(e.subject())) {
      return Optional.empty();
    }
    var state = graph.vertex(e.subject()).map(Vertex::state).orElse(VertexState.RUNNING);
    String who = Labels.full(graph, e.subject());
    if (state == VertexState.STOPPING && isAsked(e.reason())) {
      return Optional.empty();
    }
    if (e.reason().isClean()) {
      return line(
          at,
          graph,
          Level.INFO,
          e.subject(),
          Words.get("event.ended", who, Reasons.plain(e.reason())));
    }
    return e.reason().equals(ExitReason.Atom.KILLED)
        ? line(at, graph, Level.CRASH, e.subject(), Words.get("event.killed", who))
        : line(
            at,
            graph,
            Level.CRASH,
            e.subject(),
            Words.get("event.crashed", who, Reasons.plain(e.reason())));
  }

  private static Optional<EventLine> rested(Stamped at, Zombie zombie, Graph graph) {
    String since = Figures.duration(zombie.nanos(at.nanos()));
    String who = Labels.full(graph, zombie.pid());
    String text = Words.get("event.rested", who, since);
    return line(at, graph, Level.INFO, zombie.pid(), text);
  }

  private static boolean isAsked(ExitReason reason) {
    return reason.isClean() || reason.equals(ExitReason.Atom.KILLED);
  }

  private Optional<EventLine> started(Stamped at, RuntimeEvent.ChildStarted e, Graph graph) {
    var supervisor = graph.vertex(e.subject());
    var pending =
        Optional.ofNullable(restarting.getOrDefault(e.subject(), new HashMap<>()).remove(e.id()));
    stopping.remove(e.subject(), Why.A_CHILD_DIED);
    String boss = name(graph, e.subject());
    var previous = graph.vertex(e.child()).flatMap(Vertex::previousPid);
    int incarnation = graph.vertex(e.child()).map(Vertex::incarnation).orElse(1);
    if (pending.isEmpty() && incarnation <= 1) {
      return line(
          at, graph, Level.INFO, e.child(), Words.get("event.starts", boss, e.id(), e.child()));
    }
    String strategy = supervisor.flatMap(Vertex::strategy).orElse(Words.get("event.aSupervisor"));
    String why =
        pending
            .flatMap(p ->
                supervisor.map(v ->
                    Words.get(
                        "event.budget",
                        strategy,
                        plain(p.restarts()),
                        plain(v.maxRestarts()),
                        plain(v.periodSeconds()))))
            .orElse(strategy);
    var dead = pending.map(Pending::dead).or(() -> previous);
    return line(
        at,
        graph,
        Level.RESTART,
        e.child(),
        dead.map(p -> Words.get("event.restartsAs", boss, e.id(), why, p, e.child()))
            .orElseGet(() -> Words.get("event.restarts", boss, e.id(), why, e.child())));
  }

  private Optional<EventLine> decided(Stamped at, RuntimeEvent.ChildExited e, Graph graph) {
    String boss = name(graph, e.subject());
    String type =
        graph
            .vertex(e.child())
            .flatMap(Vertex::restart)
            .map(r -> r.name().toLowerCase(Locale.ROOT))
            .orElse("");
    return switch (e.decision()) {
      case RESTART -> {
        stopping.put(e.subject(), Why.A_CHILD_DIED);
        restarting
            .computeIfAbsent(e.subject(), _ -> new HashMap<>())
            .put(e.id(), new Pending(e.child(), e.restartsInWindow()));
        yield Optional.empty();
      }
      case LEAVE ->
          line(
              at,
              graph,
              Level.INFO,
              e.child(),
              Words.get(
                  type.isEmpty() ? "event.leavesDown" : "event.leavesDownOf",
                  boss,
                  e.id(),
                  Reasons.plain(e.reason()),
                  type));
      case REMOVE ->
          line(
              at,
              graph,
              Level.INFO,
              e.subject(),
              Words.get(
                  type.equals("temporary") ? "event.forgetsTemporary" : "event.forgets",
                  boss,
                  e.id(),
                  Reasons.plain(e.reason()),
                  type));
      case GIVE_UP -> {
        stopping.put(e.subject(), Why.IT_GIVES_UP);
        yield Optional.empty();
      }
      case AUTO_SHUTDOWN -> {
        stopping.put(e.subject(), Why.IT_SHUTS_DOWN);
        yield line(
            at,
            graph,
            Level.ESCALATION,
            e.subject(),
            Words.get("event.autoShutdown", boss, e.id()));
      }
    };
  }

  private Optional<EventLine> taken(Stamped at, RuntimeEvent.ChildStopping e, Graph graph) {
    var supervisor = graph.vertex(e.subject());
    String strategy = supervisor.flatMap(Vertex::strategy).orElse("");
    boolean itself =
        supervisor.map(Vertex::state).filter(s -> s == VertexState.STOPPING).isPresent();
    var why = itself ? null : stopping.get(e.subject());
    String key =
        why == null
            ? itself ? "event.stopsItself" : "event.stops"
            : switch (why) {
              case A_CHILD_DIED ->
                  strategy.equals("rest_for_one") ? "event.stopsLater" : "event.stopsGroup";
              case IT_GIVES_UP -> "event.stopsGivingUp";
              case IT_SHUTS_DOWN -> "event.stopsShuttingDown";
            };
    var level = why == null && !itself ? Level.INFO : Level.RESTART;
    String text = Words.get(key, name(graph, e.subject()), e.id(), strategy);
    return line(at, graph, level, e.child(), text);
  }

  private static Optional<EventLine> line(
      Stamped at, Graph graph, Level level, Pid about, String text) {
    int slot = about.isNone() ? -1 : graph.vertex(about).map(Vertex::slot).orElse(-1);
    return Optional.of(new EventLine(at.sequence(), at.nanos(), level, about, slot, text));
  }

  private static String name(Graph graph, Pid pid) {
    return Labels.name(graph, pid);
  }

  /// A number as it is, without commas between its thousands.
  private static String plain(long number) {
    return Long.toString(number);
  }
}
