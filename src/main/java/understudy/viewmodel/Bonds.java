package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.event.Pid;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// Finds the links and monitors of those in view, a few times a second.
///
/// Owned by the pump's thread.
final class Bonds {
  /// More than so many are not asked: their lines would be a grey mass.
  static final int MOST_ASKED = 2_000;

  private static final long BETWEEN_NANOS = 200_000_000;

  /// What was found.
  ///
  /// @param ties those with both ends in view, at most [Overlay#MOST_TIES]
  /// @param all how many those in view have
  /// @param near whether they were few enough to be asked
  record Found(List<Tie> ties, int all, boolean near) {}

  private static final Found NOTHING = new Found(List.of(), 0, true);
  private static final Found TOO_MANY = new Found(List.of(), 0, false);

  private Found found = NOTHING;
  private List<Vertex> inView = List.of();
  private Set<Layer> layers = Set.of();
  private long version = -1;
  private long looked;

  Found look(Graph graph, List<Vertex> nowInView, Set<Layer> wanted, long now) {
    if (!wanted.contains(Layer.LINKS) && !wanted.contains(Layer.MONITORS)) {
      return NOTHING;
    }
    if (nowInView.size() > MOST_ASKED) {
      return TOO_MANY;
    }
    boolean same = nowInView.equals(inView) && wanted.equals(layers);
    boolean fresh = graph.version() == version || now - looked < BETWEEN_NANOS;
    if (!same || !fresh) {
      inView = nowInView;
      layers = wanted;
      version = graph.version();
      looked = now;
      found = new Search(graph, nowInView, wanted).found();
    }
    return found;
  }

  private static final class Search {
    private final Graph graph;
    private final Map<Pid, Vertex> seen = new HashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private int all;

    Search(Graph graph, List<Vertex> inView, Set<Layer> layers) {
      this.graph = graph;
      inView.forEach(vertex -> seen.put(vertex.pid(), vertex));
      for (var vertex : inView) {
        if (layers.contains(Layer.LINKS)) {
          links(vertex);
        }
        if (layers.contains(Layer.MONITORS)) {
          monitors(vertex);
        }
      }
    }

    Found found() {
      return new Found(List.copyOf(ties), all, true);
    }

    /// A link has no direction: of two in view the elder tells of it.
    private void links(Vertex vertex) {
      for (Pid pid : graph.links(vertex.pid())) {
        boolean told = seen.containsKey(pid) && vertex.pid().compareTo(pid) > 0;
        graph
            .vertex(pid)
            .filter(other -> !told && !areOfTheTree(vertex, other))
            .ifPresent(other -> tie(vertex, other, false));
      }
    }

    private void monitors(Vertex watcher) {
      for (Pid pid : graph.monitors(watcher.pid())) {
        graph.vertex(pid).ifPresent(target -> tie(watcher, target, true));
      }
    }

    private void tie(Vertex from, Vertex to, boolean monitor) {
      all++;
      if (seen.containsKey(to.pid()) && ties.size() < Overlay.MOST_TIES) {
        ties.add(new Tie(from.slot(), to.slot(), monitor));
      }
    }
  }

  /// {@return whether one supervises the other: the tree itself shows that they are linked}
  static boolean areOfTheTree(Vertex one, Vertex other) {
    return one.parent().filter(other::equals).isPresent()
        || other.parent().filter(one::equals).isPresent();
  }
}
