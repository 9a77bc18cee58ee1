package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import understudy.graph.Graph;
import understudy.graph.Vertex;
import understudy.layout.BlockLayout;
import understudy.layout.Geometry;

/// Where everything stands; follows the graph change by change.
///
/// Owned by the pump's thread.
final class Survey {
  private static final double SHAPE_CHANGE = 1.2;
  private static final double[] BIASES = {1, 1.35, 0.75, 0.5, 0.35, 0.22};
  private static final int MOST_TRIED = 2_500;
  private static final double WORTH_ANOTHER_LOOK = 1.2;
  private static final double WORTH_MOVING_ALL = 1.1;

  private record Choice(double aspect, double scale) {}

  private final BlockLayout layout = new BlockLayout();
  private double shape = 1.6;
  private double aspect = 1.6;
  private int sizeAtChoice;
  private int sizeAtLook;
  private int seats;
  private boolean begun;
  private List<Vertex> supervisors = List.of();
  private long supervisorsAt = -1;

  /// Follows what has changed in the graph.
  ///
  /// @param touched takes every process that may look different now
  void update(Graph graph, Extent view, Consumer<Vertex> touched) {
    graph.changes(layout::follow, touched);
    seats = graph.seats();
    double wanted = view.width() / Math.max(50, view.height());
    boolean reshaped = wanted / shape > SHAPE_CHANGE || shape / wanted > SHAPE_CHANGE;
    int size = graph.totals().alive();
    if (reshaped || !begun || size > 2 * sizeAtChoice) {
      begun = true;
      shape = wanted;
      sizeAtChoice = Math.max(size, 4);
      sizeAtLook = sizeAtChoice;
      aspect = best(graph, view, size).aspect();
      if (size <= MOST_TRIED) {
        layout.forget();
      }
    }
    layout.arrange(aspect);
    if (size > WORTH_ANOTHER_LOOK * sizeAtLook && size <= MOST_TRIED) {
      sizeAtLook = size;
      reconsider(graph, view, size);
    }
  }

  /// A tree that grew may by now have a shape that fits so badly that moving everything pays.
  private void reconsider(Graph graph, Extent view, int size) {
    double present = scale(layout, view);
    var better = best(graph, view, size);
    if (better.scale() > present * WORTH_MOVING_ALL) {
      aspect = better.aspect();
      sizeAtChoice = size;
      layout.forget();
      layout.arrange(aspect);
    }
  }

  private static double scale(BlockLayout tried, Extent view) {
    return Camera.around(box(tried.world()), view, Camera.LARGEST).scale();
  }

  /// {@return the aspect under which everything can be drawn largest: blocks do not always fill
  /// what they are given}
  private Choice best(Graph graph, Extent view, int size) {
    var best = new Choice(shape, 0);
    if (size > MOST_TRIED) {
      return best;
    }
    for (double bias : BIASES) {
      var tried = new BlockLayout();
      tried.place(graph.roots(), graph.loose(), shape * bias);
      double scale = scale(tried, view);
      if (scale > best.scale() * 1.02) {
        best = new Choice(shape * bias, scale);
      }
    }
    return best;
  }

  /// {@return a number that changes whenever somebody came, went or moved}
  long version() {
    return layout.arranged() + layout.seated();
  }

  /// {@return a number that changes whenever a block was arranged anew}
  long arranged() {
    return layout.arranged();
  }

  Box world() {
    return size() == 0 ? new Box(0, 0, 0, 0) : box(layout.world());
  }

  /// {@return what is seen through a window}
  ///
  /// @param most how many workers are told one by one
  Geometry view(Box window, double scale, int most) {
    var seen = new understudy.layout.Box(window.x(), window.y(), window.width(), window.height());
    return layout.view(seen, scale, most);
  }

  /// {@return how many have a place}
  int size() {
    return layout.size();
  }

  /// {@return everybody who has a place}
  Crowd crowd() {
    return new Crowd(seats, size(), this::at);
  }

  /// {@return a number above all seats}
  int seats() {
    return seats;
  }

  /// {@return who has that seat, if they have a place}
  Optional<Vertex> at(int seat) {
    return Optional.ofNullable(layout.vertex(seat));
  }

  /// {@return the supervisors, each before those below it}
  List<Vertex> supervisors() {
    if (supervisorsAt != layout.arranged()) {
      supervisorsAt = layout.arranged();
      supervisors = layout.supervisors();
    }
    return supervisors;
  }

  /// {@return the cell of a worker in its supervisor's grid}
  OptionalInt cell(Vertex vertex) {
    return layout.cell(vertex);
  }

  /// {@return the worker beside another in the grid}
  Optional<Vertex> beside(Vertex vertex, int way) {
    return Optional.ofNullable(layout.beside(vertex, way));
  }

  /// {@return those who stand at the top}
  static List<Vertex> top(Graph graph) {
    List<Vertex> top = new ArrayList<>(graph.roots());
    top.addAll(graph.loose());
    return top;
  }

  /// {@return who stands first below a supervisor}
  Optional<Vertex> below(Vertex supervisor) {
    return Optional.ofNullable(layout.below(supervisor));
  }

  Box box(Vertex vertex) {
    return box(layout.box(vertex));
  }

  Box block(Vertex vertex) {
    return box(layout.block(vertex));
  }

  static Box box(understudy.layout.Box box) {
    return new Box(box.x(), box.y(), box.width(), box.height());
  }
}
