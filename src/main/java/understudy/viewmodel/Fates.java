package understudy.viewmodel;

import java.util.HashMap;
import java.util.Map;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.graph.VertexState;

/// How the last process in each place came to its end.
final class Fates {
  private record End(Pid pid, Fate fate) {}

  private final Map<Integer, End> bySlot = new HashMap<>();

  void note(RuntimeEvent event, Graph graph) {
    if (event instanceof RuntimeEvent.Exited(var pid, var reason)) {
      put(graph, pid, reason.isClean() ? Fate.ENDED : Fate.CRASHED);
    } else if (event instanceof RuntimeEvent.ChildExited(_, _, var child, var reason, _, _)) {
      put(graph, child, reason.isClean() ? Fate.ENDED : Fate.CRASHED);
    } else if (event instanceof RuntimeEvent.ChildStopping(_, _, var child, _)) {
      put(graph, child, Fate.TAKEN_DOWN);
    } else if (event instanceof RuntimeEvent.ChildStopped(_, _, var child, _)) {
      put(graph, child, Fate.TAKEN_DOWN);
    } else if (event instanceof RuntimeEvent.GaveUp gaveUp) {
      put(graph, gaveUp.subject(), Fate.GAVE_UP);
    }
  }

  /// A supervisor that gave up ends with an orderly reason: the first word stands.
  private void put(Graph graph, Pid pid, Fate fate) {
    graph
        .vertex(pid)
        .ifPresent(v ->
            bySlot.merge(
                v.slot(),
                new End(pid, fate),
                (old, next) -> old.fate() == Fate.GAVE_UP && old.pid().equals(pid) ? old : next));
  }

  Fate of(Vertex vertex) {
    var end = bySlot.get(vertex.slot());
    return end == null ? unseen(vertex) : end.fate();
  }

  /// Of an end before the events that were seen, the place itself tells.
  private static Fate unseen(Vertex vertex) {
    if (vertex.lastExit().isEmpty()) {
      return Fate.NONE;
    }
    var reason = vertex.lastExit().get();
    boolean killedFromAbove =
        reason.equals(ExitReason.Atom.KILLED) && vertex.lastDecision().isEmpty();
    if (vertex.state() == VertexState.GAVE_UP) {
      return Fate.GAVE_UP;
    } else if (reason.equals(ExitReason.Atom.SHUTDOWN) || killedFromAbove) {
      return Fate.TAKEN_DOWN;
    }
    return reason.isClean() ? Fate.ENDED : Fate.CRASHED;
  }

  /// Forgets places that are gone.
  void keepOnly(int places, Graph graph) {
    if (bySlot.size() > 2 * places + 1_000) {
      bySlot.keySet().removeIf(slot -> graph.vertex((int) slot).isEmpty());
    }
  }
}
