package understudy.viewmodel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// How many messages go from whom to whom, over the last one or two seconds of the world's time;
/// counts only while it is open.
///
/// Owned by the pump's thread.
final class Lanes {
  private static final long WINDOW_NANOS = 1_000_000_000L;
  private static final int MOST_WAYS = 5_000;

  /// What went through in a part of the world's time.
  private static final class Window {
    final Map<Flight, Integer> counts = new HashMap<>();
    final long since;
    long counted;
    long missed;

    Window(long since) {
      this.since = since;
    }
  }

  private Window now = new Window(0);
  private Window before = now;
  private boolean open;

  boolean isOpen() {
    return open;
  }

  void count(Flight way) {
    if (now.counts.size() < MOST_WAYS || now.counts.containsKey(way)) {
      now.counts.merge(way, 1, Integer::sum);
      now.counted++;
    } else {
      now.missed++;
    }
  }

  void missed() {
    now.missed += open ? 1 : 0;
  }

  /// Starts to count, goes on with it, or ends it.
  void open(boolean wanted, long nanos) {
    if (wanted != open || nanos < now.since) {
      open = wanted;
      now = new Window(nanos);
      before = now;
    } else if (nanos - now.since >= WINDOW_NANOS) {
      before = now;
      now = new Window(nanos);
    }
  }

  /// {@return how many of all messages were counted, 0 to 1}
  double counted() {
    long counted = now.counted + (before == now ? 0 : before.counted);
    long missed = now.missed + (before == now ? 0 : before.missed);
    return missed == 0 ? 1 : (double) counted / (counted + missed);
  }

  /// {@return the rates between those that are drawn, the busiest first}
  ///
  /// @param drawn the places that are drawn, each by itself
  List<Lane> between(Set<Integer> drawn, Graph graph, long nanos) {
    double seconds = (nanos - before.since) / 1e9;
    if (!open || seconds <= 0) {
      return List.of();
    }
    Map<Flight, Integer> sums = new HashMap<>();
    add(now, drawn, graph, sums);
    if (before != now) {
      add(before, drawn, graph, sums);
    }
    double all = seconds * counted();
    return sums.entrySet().stream()
        .map(each ->
            new Lane(each.getKey().fromSlot(), each.getKey().toSlot(), each.getValue() / all))
        .sorted(
            Comparator.comparingDouble(Lane::perSecond)
                .reversed()
                .thenComparingInt(Lane::fromSlot)
                .thenComparingInt(Lane::toSlot))
        .toList();
  }

  private static void add(
      Window window, Set<Integer> drawn, Graph graph, Map<Flight, Integer> sums) {
    window.counts.forEach((way, count) -> {
      var from = nearest(way.fromSlot(), drawn, graph);
      var to = nearest(way.toSlot(), drawn, graph);
      if (from.isPresent() && to.isPresent() && !from.equals(to)) {
        sums.merge(new Flight(from.get(), to.get()), count, Integer::sum);
      }
    });
  }

  private static Optional<Integer> nearest(int slot, Set<Integer> drawn, Graph graph) {
    var at = graph.vertex(slot);
    while (at.isPresent() && !drawn.contains(at.get().slot())) {
      at = at.flatMap(Vertex::parent);
    }
    return at.map(Vertex::slot);
  }
}
