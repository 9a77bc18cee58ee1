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
              name(graph, pid) + (on ? " is suspended: its messages pile up" : " goes on"));
      case RuntimeEvent.ExitSignalled e -> signalled(stamped, e, graph);
      case RuntimeEvent.Supervising(var pid, var strategy, var most, var seconds) ->
          line(
              stamped,
              graph,
              Level.INFO,
              pid,
              name(graph, pid)
                  + " supervises "
                  + strategy
                  + ": at most "
                  + times(most)
                  + " in "
                  + seconds
                  + " s");
      case RuntimeEvent.ChildStarted e -> started(stamped, e, graph);
      case RuntimeEvent.ChildStartFailed(var supervisor, var id, var reason) ->
          line(
              stamped,
              graph,
              Level.CRASH,
              supervisor,
              name(graph, supervisor) + " could not start " + id + ": " + Reasons.plain(reason));
      case RuntimeEvent.ChildIgnored(var supervisor, var id) ->
          line(
              stamped,
              graph,
              Level.INFO,
              supervisor,
              name(graph, supervisor) + " leaves " + id + " out: its init said ignore");
      case RuntimeEvent.ChildExited e -> decided(stamped, e, graph);
      case RuntimeEvent.ChildStopping e -> taken(stamped, e, graph);
      case RuntimeEvent.ChildStopped(var supervisor, var id, var child, var reason)
          when reason.equals(ExitReason.Atom.KILLED) ->
          line(
              stamped,
              graph,
              Level.RESTART,
              child,
              id
                  + " "
                  + child
                  + " was killed by "
                  + name(graph, supervisor)
                  + ": it did not stop in time");
      case RuntimeEvent.RestartDelayed(var supervisor, var id, var millis) ->
          line(
              stamped,
              graph,
              Level.RESTART,
              supervisor,
              name(graph, supervisor)
                  + " waits "
                  + millis
                  + " ms before it restarts "
                  + id
                  + " (back-off, an extension of OTP)");
      case RuntimeEvent.GaveUp(var supervisor, var id, var restarts, var most, var seconds) -> {
        stopping.put(supervisor, Why.IT_GIVES_UP);
        yield line(
            stamped,
            graph,
            Level.ESCALATION,
            supervisor,
            name(graph, supervisor)
                + " gave up: "
                + times(restarts)
                + " in "
                + seconds
                + " s, "
                + most
                + " allowed; "
                + id
                + " was the last to die");
      }
      case RuntimeEvent.Haunting(var pid) ->
          line(
              stamped,
              graph,
              Level.INFO,
              pid,
              "the code of "
                  + Labels.full(graph, pid)
                  + " still runs though it is dead: a zombie; what it does has no effect");
      case RuntimeEvent.Gap(_, var lost) ->
          line(
              stamped,
              graph,
              Level.RESTART,
              Pid.NONE,
              Figures.whole(lost) + " events are missing here");
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
    String by = e.parent().isNone() ? "" : " by " + Labels.full(graph, e.parent());
    return line(
        at,
        graph,
        Level.INFO,
        e.subject(),
        e.behaviour() + " " + e.subject() + " was spawned" + by);
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
            ? name(graph, e.to()) + " is sent the exit signal " + reason + " from outside"
            : Labels.name(graph, e.subject())
                + " sends the exit signal "
                + reason
                + " to "
                + name(graph, e.to());
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
      return line(at, graph, Level.INFO, e.subject(), who + " ended: " + Reasons.plain(e.reason()));
    }
    return e.reason().equals(ExitReason.Atom.KILLED)
        ? line(at, graph, Level.CRASH, e.subject(), who + " was killed")
        : line(at, graph, Level.CRASH, e.subject(), who + " crashed: " + Reasons.plain(e.reason()));
  }

  private static Optional<EventLine> rested(Stamped at, Zombie zombie, Graph graph) {
    String since = Figures.duration(zombie.nanos(at.nanos()));
    String who = Labels.full(graph, zombie.pid());
    String text = "the code of " + who + " has returned, " + since + " after its death";
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
      return line(at, graph, Level.INFO, e.child(), boss + " starts " + e.id() + " " + e.child());
    }
    String strategy = supervisor.flatMap(Vertex::strategy).orElse("a supervisor");
    String budget =
        pending
            .map(p ->
                supervisor
                    .map(v ->
                        ", "
                            + p.restarts()
                            + " of "
                            + v.maxRestarts()
                            + " in "
                            + v.periodSeconds()
                            + " s")
                    .orElse(""))
            .orElse("");
    var dead = pending.map(Pending::dead).or(() -> previous);
    return line(
        at,
        graph,
        Level.RESTART,
        e.child(),
        boss
            + " restarts "
            + e.id()
            + " ("
            + strategy
            + budget
            + "): "
            + dead.map(p -> p + " is now ").orElse("it is now ")
            + e.child());
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
              boss
                  + " leaves "
                  + e.id()
                  + " down: "
                  + Reasons.plain(e.reason())
                  + " is an orderly end"
                  + (type.isEmpty() ? "" : " of a " + type + " child"));
      case REMOVE ->
          line(
              at,
              graph,
              Level.INFO,
              e.subject(),
              boss
                  + " forgets "
                  + e.id()
                  + ": "
                  + (type.equals("temporary")
                      ? "a temporary child is never restarted"
                      : Reasons.plain(e.reason()) + " is an orderly end of a " + type + " child"));
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
            boss + " shuts down: its significant child " + e.id() + " ended");
      }
    };
  }

  private Optional<EventLine> taken(Stamped at, RuntimeEvent.ChildStopping e, Graph graph) {
    var supervisor = graph.vertex(e.subject());
    String strategy = supervisor.flatMap(Vertex::strategy).orElse("");
    boolean itself =
        supervisor.map(Vertex::state).filter(s -> s == VertexState.STOPPING).isPresent();
    var why = itself ? null : stopping.get(e.subject());
    String because =
        why == null
            ? itself ? " because it is stopping itself" : ""
            : switch (why) {
              case A_CHILD_DIED ->
                  strategy.equals("rest_for_one")
                      ? " because rest_for_one takes down those started after the dead one"
                      : " because " + strategy + " takes the group down";
              case IT_GIVES_UP -> " because it gave up";
              case IT_SHUTS_DOWN -> " because it shuts down";
            };
    var level = because.isEmpty() ? Level.INFO : Level.RESTART;
    return line(
        at, graph, level, e.child(), name(graph, e.subject()) + " stops " + e.id() + because);
  }

  private static Optional<EventLine> line(
      Stamped at, Graph graph, Level level, Pid about, String text) {
    int slot = about.isNone() ? -1 : graph.vertex(about).map(Vertex::slot).orElse(-1);
    return Optional.of(new EventLine(at.sequence(), at.nanos(), level, about, slot, text));
  }

  private static String name(Graph graph, Pid pid) {
    return Labels.name(graph, pid);
  }

  private static String times(int restarts) {
    return restarts + (restarts == 1 ? " restart" : " restarts");
  }
}
