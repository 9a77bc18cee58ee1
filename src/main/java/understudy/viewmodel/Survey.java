package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.layout.BlockLayout;
import understudy.layout.CellStyle;
import understudy.layout.Geometry;
import understudy.layout.Placed;

/// Every place there is with its position, made anew only when the structure changes.
///
/// Owned by the pump's thread.
final class Survey {
  private static final double SHAPE_CHANGE = 1.2;
  private static final double[] BIASES = {1, 1.35, 0.75, 0.5, 0.35, 0.22};
  private static final int MOST_TRIED = 20_000;

  private final BlockLayout layout = new BlockLayout();
  private long structure = -1;
  private double shape = 1.6;
  private double aspect = 1.6;
  private int sizeAtChoice;
  private long version;
  private Geometry geometry = Geometry.EMPTY;
  private Wires wires = Wires.NONE;
  private List<Vertex> vertices = List.of();
  private List<Placed> placed = List.of();

  void update(Graph graph, Extent view) {
    double wanted = view.width() / Math.max(50, view.height());
    boolean reshaped = wanted / shape > SHAPE_CHANGE || shape / wanted > SHAPE_CHANGE;
    if (!reshaped && structure == graph.structureVersion()) {
      return;
    }
    int size = roughSize(graph);
    if (reshaped || size > 2 * sizeAtChoice) {
      shape = wanted;
      sizeAtChoice = Math.max(size, 4);
      aspect = best(graph, view, size);
      layout.forget();
    }
    structure = graph.structureVersion();
    version++;
    geometry = layout.place(graph.roots(), graph.loose(), aspect);
    wires = wired(geometry);
    vertices = new ArrayList<>(geometry.placed().size());
    placed = new ArrayList<>(geometry.placed().size());
    for (Placed each : geometry.placed()) {
      graph
          .vertex(each.slot())
          .ifPresent(vertex -> {
            vertices.add(vertex);
            placed.add(each);
          });
    }
  }

  private static int roughSize(Graph graph) {
    int size = graph.loose().size();
    for (Vertex root : graph.roots()) {
      size += 1 + root.descendants();
    }
    return size;
  }

  /// {@return the aspect under which everything can be drawn largest: blocks do not always fill
  /// what they are given}
  private double best(Graph graph, Extent view, int size) {
    if (size > MOST_TRIED) {
      return shape;
    }
    double best = shape;
    double largest = 0;
    for (double bias : BIASES) {
      layout.forget();
      var tried = layout.place(graph.roots(), graph.loose(), shape * bias);
      double scale = Camera.fitting(new Extent(tried.width(), tried.height()), view);
      if (scale > largest * 1.02) {
        largest = scale;
        best = shape * bias;
      }
    }
    return best;
  }

  private static Wires wired(Geometry geometry) {
    var connectors = new float[4 * geometry.connectors().size()];
    int i = 0;
    for (var each : geometry.connectors()) {
      connectors[i++] = (float) each.fromX();
      connectors[i++] = (float) each.fromY();
      connectors[i++] = (float) each.toX();
      connectors[i++] = (float) each.toY();
    }
    var rails = new float[5 * geometry.rails().size()];
    i = 0;
    for (var each : geometry.rails()) {
      rails[i++] = (float) each.fromX();
      rails[i++] = (float) each.fromY();
      rails[i++] = (float) each.left();
      rails[i++] = (float) each.right();
      rails[i++] = (float) each.y();
    }
    return new Wires(connectors, rails);
  }

  /// {@return a number that changes whenever a position may have}
  long version() {
    return version;
  }

  Extent world() {
    return new Extent(geometry.width(), geometry.height());
  }

  Wires wires() {
    return wires;
  }

  int size() {
    return vertices.size();
  }

  Vertex vertex(int index) {
    return vertices.get(index);
  }

  List<Vertex> vertices() {
    return vertices;
  }

  Placed placed(int index) {
    return placed.get(index);
  }

  static boolean isCard(Placed place) {
    return place.style() == CellStyle.CARD;
  }

  Box box(int slot) {
    return geometry.box(slot).map(Survey::box).orElse(new Box(0, 0, 0, 0));
  }

  Box block(int slot) {
    return geometry.block(slot).map(Survey::box).orElse(new Box(0, 0, 0, 0));
  }

  private static Box box(understudy.layout.Box box) {
    return new Box(box.x(), box.y(), box.width(), box.height());
  }
}
