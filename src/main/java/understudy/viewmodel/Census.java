package understudy.viewmodel;

import java.util.List;
import java.util.Optional;
import understudy.graph.Vertex;
import understudy.probe.ProcessTable;

/// Asks every mailbox for its depth, and sums up.
///
/// Owned by the pump's thread.
final class Census {
  private long waiting;
  private int supervisors;
  private int deepest;
  private Optional<Vertex> fullest = Optional.empty();

  void sweep(List<Vertex> vertices, ProcessTable table) {
    waiting = 0;
    supervisors = 0;
    deepest = 0;
    fullest = Optional.empty();
    for (Vertex vertex : vertices) {
      int depth = vertex.alive() ? table.depth(vertex.pid()) : 0;
      if (depth >= 0) {
        vertex.setDepth(depth);
      }
      waiting += vertex.depth();
      supervisors += vertex.alive() && vertex.strategy().isPresent() ? 1 : 0;
      if (vertex.depth() > deepest) {
        deepest = vertex.depth();
        fullest = Optional.of(vertex);
      }
    }
  }

  long waiting() {
    return waiting;
  }

  int supervisors() {
    return supervisors;
  }

  int deepest() {
    return deepest;
  }

  String deepestName() {
    return fullest.map(Labels::name).orElse("");
  }

  int deepestSlot() {
    return fullest.map(Vertex::slot).orElse(-1);
  }
}
