package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final double WORTH_ANOTHER_LOOK = 1.2;
  private static final double WORTH_MOVING_ALL = 1.1;

  private record Choice(double aspect, double scale) {}

  private final BlockLayout layout = new BlockLayout();
  private long structure = -1;
  private double shape = 1.6;
  private double aspect = 1.6;
  private int sizeAtChoice;
  private int sizeAtLook;
  private long version;
  private Geometry geometry = Geometry.EMPTY;
  private Wires wires = Wires.NONE;
  private Box world = new Box(0, 0, 0, 0);
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
      sizeAtLook = sizeAtChoice;
      aspect = best(graph, view, size).aspect();
      layout.forget();
    }
    structure = graph.structureVersion();
    version++;
    geometry = layout.place(graph.roots(), graph.loose(), aspect);
    if (size > WORTH_ANOTHER_LOOK * sizeAtLook && size <= MOST_TRIED) {
      sizeAtLook = size;
      reconsider(graph, view, size);
    }
    wires = wired(geometry);
    world = around(geometry.placed());
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

  /// A tree that grew may by now have a shape that fits so badly that moving everything pays.
  private void reconsider(Graph graph, Extent view, int size) {
    double present = scale(geometry, view);
    var better = best(graph, view, size);
    if (better.scale() > present * WORTH_MOVING_ALL) {
      aspect = better.aspect();
      sizeAtChoice = size;
      layout.forget();
      geometry = layout.place(graph.roots(), graph.loose(), aspect);
    }
  }

  private static double scale(Geometry tried, Extent view) {
    return Camera.around(around(tried.placed()), view, Camera.LARGEST).scale();
  }

  /// {@return the aspect under which everything can be drawn largest: blocks do not always fill
  /// what they are given}
  private Choice best(Graph graph, Extent view, int size) {
    var best = new Choice(shape, 0);
    if (size > MOST_TRIED) {
      return best;
    }
    for (double bias : BIASES) {
      var tried = new BlockLayout().place(graph.roots(), graph.loose(), shape * bias);
      double scale = scale(tried, view);
      if (scale > best.scale() * 1.02) {
        best = new Choice(shape * bias, scale);
      }
    }
    return best;
  }

  private static Wires wired(Geometry geometry) {
    Map<Integer, List<Wires.Elbow>> elbows = new HashMap<>();
    Map<Integer, List<Wires.Rail>> rails = new HashMap<>();
    Map<Integer, Double> bends = new HashMap<>();
    for (var each : geometry.connectors()) {
      bends.merge(each.parent(), each.toY(), Math::min);
    }
    for (var each : geometry.rails()) {
      bends.merge(each.supervisor(), each.y(), Math::min);
    }
    for (var each : geometry.connectors()) {
      double bend = bend(each.fromY(), bends.getOrDefault(each.parent(), each.toY()));
      elbows
          .computeIfAbsent(each.parent(), _ -> new ArrayList<>())
          .add(new Wires.Elbow(each.fromX(), each.fromY(), bend, each.toX(), each.toY()));
    }
    for (var each : geometry.rails()) {
      double bend = bend(each.fromY(), bends.getOrDefault(each.supervisor(), each.y()));
      elbows
          .computeIfAbsent(each.supervisor(), _ -> new ArrayList<>())
          .add(new Wires.Elbow(each.fromX(), each.fromY(), bend, each.middle(), each.y()));
      rails
          .computeIfAbsent(each.supervisor(), _ -> new ArrayList<>())
          .add(new Wires.Rail(each.left(), each.right(), each.y()));
    }
    return new Wires(families(geometry, elbows, rails));
  }

  private static double bend(double fromY, double nearestY) {
    return (fromY + nearestY) / 2;
  }

  private static List<Wires.Family> families(
      Geometry geometry,
      Map<Integer, List<Wires.Elbow>> elbows,
      Map<Integer, List<Wires.Rail>> rails) {
    Map<Integer, Integer> depths = new HashMap<>();
    List<Wires.Family> families = new ArrayList<>();
    for (var place : geometry.placed()) {
      if (place.supervisor()) {
        int depth = depths.getOrDefault(place.parent(), -1) + 1;
        depths.put(place.slot(), depth);
        families.add(
            new Wires.Family(
                box(place.block()),
                depth,
                elbows.getOrDefault(place.slot(), List.of()),
                rails.getOrDefault(place.slot(), List.of())));
      }
    }
    return families;
  }

  /// {@return a number that changes whenever a position may have}
  long version() {
    return version;
  }

  Box world() {
    return world;
  }

  private static Box around(List<Placed> places) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = 0;
    double bottom = 0;
    for (var place : places) {
      left = Math.min(left, place.block().x());
      top = Math.min(top, place.block().y());
      right = Math.max(right, place.block().right());
      bottom = Math.max(bottom, place.block().bottom());
    }
    return places.isEmpty() ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
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
