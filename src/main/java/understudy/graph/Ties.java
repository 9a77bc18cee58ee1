package understudy.graph;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.graph.AbstractBaseGraph;
import org.jgrapht.graph.DefaultGraphSpecificsStrategy;
import org.jgrapht.graph.DefaultGraphType;
import org.jgrapht.graph.EdgeSetFactory;
import org.jgrapht.traverse.BreadthFirstIterator;
import understudy.event.Pid;

/// Links and monitors.
///
/// A process is in one of the graphs only while it has an edge there. Edges are values, found by
/// hash, so that one child more or less costs the same under a supervisor of a hundred thousand.
final class Ties {
  private final Mesh<Link> links = new Mesh<>(DefaultGraphType.multigraph());
  private final Mesh<Watch> watches = new Mesh<>(DefaultGraphType.directedMultigraph());

  void link(Pid one, Pid other) {
    links.join(one, other, Link.between(one, other));
  }

  void unlink(Pid one, Pid other) {
    links.part(Link.between(one, other));
  }

  void watch(Pid watcher, Pid target, long reference) {
    watches.join(watcher, target, new Watch(watcher, target, reference));
  }

  void unwatch(Pid watcher, Pid target, long reference) {
    watches.part(new Watch(watcher, target, reference));
  }

  void cut(Pid dead) {
    links.cut(dead);
    watches.cut(dead);
  }

  List<Snapshot.Link> links() {
    return links.edgeSet().stream()
        .map(link -> new Snapshot.Link(link.low(), link.high()))
        .sorted(Comparator.comparing(Snapshot.Link::one).thenComparing(Snapshot.Link::other))
        .toList();
  }

  List<Snapshot.Watch> watches() {
    return watches.edgeSet().stream()
        .map(watch -> new Snapshot.Watch(watch.watcher(), watch.target(), watch.reference()))
        .sorted(
            Comparator.comparingLong(Snapshot.Watch::reference)
                .thenComparing(Snapshot.Watch::watcher)
                .thenComparing(Snapshot.Watch::target))
        .toList();
  }

  void restore(Snapshot from) {
    from.links().forEach(link -> link(link.one(), link.other()));
    from.watches().forEach(watch -> watch(watch.watcher(), watch.target(), watch.reference()));
  }

  NavigableSet<Pid> linked(Pid pid) {
    NavigableSet<Pid> found = new TreeSet<>();
    if (links.containsVertex(pid)) {
      links.edgesOf(pid).forEach(link -> found.add(link.otherThan(pid)));
    }
    return Collections.unmodifiableNavigableSet(found);
  }

  NavigableSet<Pid> watchedBy(Pid watcher) {
    NavigableSet<Pid> found = new TreeSet<>();
    if (watches.containsVertex(watcher)) {
      watches.outgoingEdgesOf(watcher).forEach(watch -> found.add(watch.target()));
    }
    return Collections.unmodifiableNavigableSet(found);
  }

  NavigableSet<Pid> watchersOf(Pid target) {
    NavigableSet<Pid> found = new TreeSet<>();
    if (watches.containsVertex(target)) {
      watches.incomingEdgesOf(target).forEach(watch -> found.add(watch.watcher()));
    }
    return Collections.unmodifiableNavigableSet(found);
  }

  int linkCount(Pid pid) {
    return links.containsVertex(pid) ? links.edgesOf(pid).size() : 0;
  }

  int monitorCount(Pid watcher) {
    return watches.containsVertex(watcher) ? watches.outgoingEdgesOf(watcher).size() : 0;
  }

  int watcherCount(Pid target) {
    return watches.containsVertex(target) ? watches.incomingEdgesOf(target).size() : 0;
  }

  NavigableSet<Pid> reachable(Pid pid) {
    NavigableSet<Pid> found = new TreeSet<>();
    found.add(pid);
    if (links.containsVertex(pid)) {
      new BreadthFirstIterator<>(links, pid).forEachRemaining(found::add);
    }
    return Collections.unmodifiableNavigableSet(found);
  }

  int processes() {
    return links.vertexSet().size() + watches.vertexSet().size();
  }

  private record Link(Pid low, Pid high) {
    static Link between(Pid one, Pid other) {
      return one.compareTo(other) <= 0 ? new Link(one, other) : new Link(other, one);
    }

    Pid otherThan(Pid end) {
      return low.equals(end) ? high : low;
    }
  }

  private record Watch(Pid watcher, Pid target, long reference) {}

  private static final class Mesh<E> extends AbstractBaseGraph<Pid, E> {
    private static final long serialVersionUID = 1;

    Mesh(DefaultGraphType type) {
      super(null, null, type, new HashedEdges<>());
    }

    void join(Pid from, Pid to, E edge) {
      if (from.equals(to) || from.isNone() || to.isNone()) {
        return;
      }
      addVertex(from);
      addVertex(to);
      addEdge(from, to, edge);
    }

    void part(E edge) {
      if (containsEdge(edge)) {
        Pid from = getEdgeSource(edge);
        Pid to = getEdgeTarget(edge);
        removeEdge(edge);
        dropIfBare(from);
        dropIfBare(to);
      }
    }

    void cut(Pid pid) {
      if (!containsVertex(pid)) {
        return;
      }
      Set<Pid> ends = new HashSet<>();
      for (E edge : edgesOf(pid)) {
        ends.add(getEdgeSource(edge));
        ends.add(getEdgeTarget(edge));
      }
      removeVertex(pid);
      ends.remove(pid);
      ends.forEach(this::dropIfBare);
    }

    private void dropIfBare(Pid pid) {
      if (containsVertex(pid) && edgesOf(pid).isEmpty()) {
        removeVertex(pid);
      }
    }
  }

  private static final class HashedEdges<E> extends DefaultGraphSpecificsStrategy<Pid, E> {
    private static final long serialVersionUID = 1;

    @Override
    public EdgeSetFactory<Pid, E> getEdgeSetFactory() {
      return _ -> new HashSet<>(4);
    }
  }
}
