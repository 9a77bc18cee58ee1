package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.event.Pid;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.viewmodel.Grasp.Letter;
import understudy.viewmodel.Grasp.Picked;

/// Answers a [Reach].
///
/// Owned by the pump's thread.
final class Hold {
  private final Lookup lookup = new Lookup();

  Grasp grasp(
      Reach reach,
      Optional<Vertex> selected,
      Survey survey,
      Graph graph,
      ProcessTable table,
      Episode story) {
    return new Grasp(
        lookup.look(reach.sought(), survey.crowd(), survey.version()),
        picked(reach.picked(), graph),
        selected
            .flatMap(vertex -> table.info(vertex.pid()))
            .map(info -> letters(info, graph))
            .orElse(List.of()),
        story);
  }

  private static List<Picked> picked(List<Integer> slots, Graph graph) {
    return slots.stream()
        .flatMap(slot -> graph.vertex(slot).stream())
        .map(v -> new Picked(v.slot(), v.pid(), Labels.name(v), Phases.of(v.state())))
        .toList();
  }

  private static List<Letter> letters(ProcessInfo info, Graph graph) {
    List<Letter> letters = new ArrayList<>();
    Set<Pid> before = new HashSet<>();
    for (int i = 0; i < Math.min(info.mailbox().size(), info.waiting().size()); i++) {
      var waiting = info.waiting().get(i);
      boolean first = before.add(waiting.from());
      letters.add(
          new Letter(
              waiting.number(),
              info.mailbox().get(i),
              Labels.name(graph, waiting.from()),
              first && waiting.number() != 0));
    }
    return letters;
  }
}
