package understudy.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import understudy.event.Pid;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// A system at one moment: who has a place, who supervises, links and monitors whom.
///
/// @param places every place from the top down, each before those below it
/// @param ties what holds them together, supervision first
/// @param nanos the moment: the last thing that had happened, in nanoseconds
record Portrait(List<Place> places, List<Tie> ties, long nanos) {
  /// A place and what is known of it then.
  ///
  /// @param id tells it from the others: a letter and a number
  /// @param name what a person calls it
  /// @param vertex what the graph knows
  record Place(String id, String name, Vertex vertex) {
    String state() {
      return vertex.state().name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a tie is.
  enum Bond {
    /// From a supervisor to its child.
    SUPERVISES,
    /// Between two processes, said once; not repeated between a supervisor and its child.
    LINK,
    /// From the watcher to the watched.
    MONITOR
  }

  /// A tie between two places.
  record Tie(Bond bond, Place from, Place to) {}

  /// Takes copies.
  Portrait {
    places = List.copyOf(places);
    ties = List.copyOf(ties);
  }

  /// {@return the system as it was when the filter's window ends}
  static Portrait of(Prepared run) throws IOException {
    Graph graph = new Graph();
    run.run()
        .source()
        .forEach(stamped -> {
          if (stamped.nanos() <= run.filter().untilNanos()) {
            graph.apply(stamped);
          }
        });
    Map<Pid, Place> places = places(run, graph);
    if (places.isEmpty()) {
      throw new ExportRefused(
          "there is no process in '%s' at that moment; %s"
              .formatted(run.run().name(), run.extent()));
    }
    return new Portrait(List.copyOf(places.values()), ties(graph, places), graph.nanos());
  }

  private static Map<Pid, Place> places(Prepared run, Graph graph) {
    Map<Pid, Place> places = new LinkedHashMap<>();
    Deque<Vertex> left = new ArrayDeque<>(graph.roots());
    left.addAll(graph.loose());
    while (!left.isEmpty()) {
      Vertex vertex = left.removeFirst();
      vertex.children().reversed().forEach(left::addFirst);
      Role role = run.role(vertex.pid());
      if (role.under) {
        places.put(vertex.pid(), new Place("n" + vertex.slot(), role.shortName(), vertex));
      }
    }
    return places;
  }

  private static List<Tie> ties(Graph graph, Map<Pid, Place> places) {
    List<Tie> ties = new ArrayList<>();
    Map<Pid, Pid> above = new HashMap<>();
    for (Place place : places.values()) {
      for (Vertex child : place.vertex().children()) {
        Place below = places.get(child.pid());
        if (below != null) {
          above.put(child.pid(), place.vertex().pid());
          ties.add(new Tie(Bond.SUPERVISES, place, below));
        }
      }
    }
    for (Place place : places.values()) {
      Pid pid = place.vertex().pid();
      for (Pid other : graph.links(pid)) {
        Place end = places.get(other);
        boolean doubled = pid.equals(above.get(other)) || other.equals(above.get(pid));
        if (end != null && !doubled && pid.compareTo(other) < 0) {
          ties.add(new Tie(Bond.LINK, place, end));
        }
      }
      for (Pid other : graph.monitors(pid)) {
        if (places.containsKey(other)) {
          ties.add(new Tie(Bond.MONITOR, place, places.get(other)));
        }
      }
    }
    return ties;
  }
}
