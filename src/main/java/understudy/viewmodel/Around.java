package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.probe.ProcessTable;

/// What there is to be said about one process and the way to others.
final class Around {
  private static final int FEW_SIBLINGS = 2_000;

  private Around() {}

  static List<Peer> path(Vertex vertex) {
    List<Peer> path = new ArrayList<>();
    for (Optional<Vertex> at = Optional.of(vertex); at.isPresent(); at = at.get().parent()) {
      path.addFirst(new Peer(at.get().pid(), at.get().slot(), Labels.name(at.get())));
    }
    return path;
  }

  static Hint hint(Vertex vertex, Graph graph, ProcessTable table, long nanos) {
    var text = new StringBuilder(vertex.pid().toString());
    vertex
        .strategy()
        .or(() -> Optional.of(vertex.behaviour()))
        .filter(s -> !s.isEmpty())
        .ifPresent(runs -> add(text, runs));
    add(text, Words.get("hint.waiting", Figures.compact((long) vertex.depth())));
    if (vertex.childCount() > 0) {
      String key = vertex.childCount() == 1 ? "hint.child" : "hint.children";
      add(text, Words.get(key, Figures.compact((long) vertex.childCount())));
    }
    if (vertex.restarts() > 0) {
      add(text, Words.get("hint.restarts", vertex.restarts()));
    }
    var phase = Phases.now(vertex, table);
    if (phase != Phase.WAITING) {
      add(text, phase.words());
    }
    String ghosts = Ghosts.words(graph.zombies(vertex.slot()), nanos);
    if (!ghosts.isEmpty()) {
      add(text, ghosts);
    }
    return new Hint(vertex.slot(), Labels.name(vertex), text.toString());
  }

  private static void add(StringBuilder text, String part) {
    text.append(" · ").append(part);
  }

  private static int down(Vertex vertex, Survey survey) {
    if (vertex.childCount() == 0) {
      return -1;
    }
    return vertex.childCount() > FEW_SIBLINGS
        ? survey.below(vertex).map(Vertex::slot).orElse(-1)
        : vertex.children().getFirst().slot();
  }

  static Steps steps(Vertex vertex, Graph graph, Survey survey) {
    int up = vertex.parent().map(Vertex::slot).orElse(-1);
    int down = down(vertex, survey);
    int beside = vertex.parent().map(Vertex::childCount).orElseGet(survey::size);
    if (beside > FEW_SIBLINGS) {
      return new Steps(
          up,
          down,
          survey.beside(vertex, -1).map(Vertex::slot).orElse(-1),
          survey.beside(vertex, 1).map(Vertex::slot).orElse(-1));
    }
    List<Vertex> siblings =
        vertex.parent().map(Vertex::children).orElseGet(() -> Survey.top(graph));
    int at = siblings.indexOf(vertex);
    return new Steps(
        up,
        down,
        at > 0 ? siblings.get(at - 1).slot() : -1,
        at >= 0 && at + 1 < siblings.size() ? siblings.get(at + 1).slot() : -1);
  }
}
