package understudy.viewmodel;

import understudy.event.Pid;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// What a person calls a process.
final class Labels {
  private Labels() {}

  /// {@return a child's id; without a supervisor, or with a mere pid for an id, its registered
  /// name}
  static String name(Vertex vertex) {
    boolean named = vertex.parent().isPresent() && !vertex.id().startsWith("<");
    return named ? vertex.id() : vertex.name().orElseGet(vertex::id);
  }

  /// {@return name and pid, or the pid alone where that is all there is}
  static String full(Graph graph, Pid pid) {
    String name = name(graph, pid);
    if (pid.isNone() || graph.isOutside(pid)) {
      return name;
    }
    return name.equals(pid.toString()) ? name : name + " " + pid;
  }

  static String name(Graph graph, Pid pid) {
    if (pid.isNone() || graph.isOutside(pid)) {
      return Words.get("outside");
    }
    return graph.vertex(pid).map(Labels::name).orElseGet(pid::toString);
  }

  static Peer peer(Graph graph, Pid pid) {
    return graph
        .vertex(pid)
        .map(v -> new Peer(pid, v.slot(), name(v)))
        .orElseGet(() -> new Peer(pid, -1, pid.toString()));
  }
}
