package understudy.viewmodel;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// How the places of one run stand.
final class Standings {
  private Standings() {}

  static Map<String, Standing> of(Graph graph, Tally tally) {
    Map<String, Standing> all = new LinkedHashMap<>();
    add("", graph.roots(), tally, all);
    add("", graph.loose(), tally, all);
    return all;
  }

  private static void add(
      String above, List<Vertex> vertices, Tally tally, Map<String, Standing> all) {
    for (var vertex : vertices) {
      String path = above + vertex.id();
      all.putIfAbsent(
          path,
          new Standing(
              vertex.slot(), Phases.of(vertex.state()), vertex.restarts(), tally.of(vertex.pid())));
      if (vertex.childCount() > 0) {
        add(path + "/", vertex.children(), tally, all);
      }
    }
  }

  static Set<Integer> shown(Set<Integer> slots, Graph graph, Field field) {
    Set<Integer> inView = new HashSet<>();
    for (int row = 0; row < field.size(); row++) {
      inView.add(field.slot(row));
    }
    Set<Integer> shown = new HashSet<>();
    for (int slot : slots) {
      var at = graph.vertex(slot);
      while (at.isPresent() && !inView.contains(at.get().slot())) {
        at = at.flatMap(Vertex::parent);
      }
      at.map(Vertex::slot).ifPresent(shown::add);
    }
    return shown;
  }
}
