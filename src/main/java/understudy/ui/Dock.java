package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Edges;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;

/// Puts the panes where the arrangement wants them, and knows where their edges are.
final class Dock {
  private static final double INSPECTOR_SHARE = 0.22;
  private static final double INSPECTOR_WIDTH = 316;
  private static final double LOW = 620;

  /// The panes, each made once.
  ///
  /// @param top what stands on top, from the outside in
  /// @param strip the big numbers
  /// @param tree the picture
  /// @param table the process table
  /// @param timeline the last minute
  /// @param events the event list
  /// @param inspector the selected process
  /// @param captions what a room reads below the picture
  /// @param bottom the status bar
  record Panes(
      List<Node> top,
      Node strip,
      Node tree,
      Node table,
      Node timeline,
      Node events,
      Node inspector,
      Node captions,
      Node bottom) {}

  private final BorderPane frame;
  private final Panes panes;
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final SplitPane both = new SplitPane();
  private final StackPane middle = new StackPane();
  private Optional<Arrangement> shown = Optional.empty();
  private double width;
  private boolean low;
  private double factor = 1;

  Dock(BorderPane frame, Panes panes) {
    this.frame = frame;
    this.panes = panes;
    down.setOrientation(Orientation.VERTICAL);
    across.setId("split");
    down.setId("splitDown");
    both.setId("splitBoth");
    SplitPane.setResizableWithParent(panes.inspector(), false);
    middle.setMinHeight(0);
  }

  void show(Arrangement next, double nextFactor) {
    var before = shown;
    shown = Optional.of(next);
    if (nextFactor != factor) {
      factor = nextFactor;
      low = frame.getScene() != null && frame.getScene().getHeight() / factor < LOW;
    }
    if (before.filter(b -> sameStructure(b, next)).isPresent()) {
      if (!before.orElseThrow().edges().equals(next.edges()) && !next.edges().equals(edges())) {
        divide();
      }
      return;
    }
    panes.top().forEach(each -> present(each, !next.presenting()));
    present(panes.strip(), next.strip() && !next.presenting());
    present(panes.bottom(), !next.presenting());
    across.getItems().clear();
    down.getItems().clear();
    both.getItems().clear();
    middle.getChildren().clear();
    if (next.presenting()) {
      frame.setCenter(new BorderPane(panes.tree(), null, null, panes.captions(), null));
      return;
    }
    middle.getChildren().add(content(next.view()));
    down.getItems().add(middle);
    if (showsTimeline(next)) {
      down.getItems().add(panes.timeline());
    }
    if (next.events()) {
      down.getItems().add(panes.events());
    }
    across.getItems().addAll(column(next));
    frame.setCenter(across);
    divide();
  }

  private static boolean sameStructure(Arrangement a, Arrangement b) {
    return a.view() == b.view()
        && a.inspector() == b.inspector()
        && a.strip() == b.strip()
        && a.timeline() == b.timeline()
        && a.events() == b.events()
        && a.presenting() == b.presenting()
        && a.scale() == b.scale();
  }

  private Node content(View view) {
    return switch (view) {
      case TREE -> panes.tree();
      case TABLE -> panes.table();
      case BOTH -> {
        both.getItems().setAll(panes.tree(), panes.table());
        yield both;
      }
    };
  }

  private List<Node> column(Arrangement next) {
    List<Node> column = new ArrayList<>();
    column.add(down);
    switch (next.inspector()) {
      case LEFT -> column.addFirst(panes.inspector());
      case RIGHT -> column.addLast(panes.inspector());
      case HIDDEN -> {}
    }
    return column;
  }

  /// The window has another width; the first one says how wide an inspector is by nature.
  void width(double next) {
    boolean first = width == 0;
    width = next;
    if (first) {
      divide();
    }
  }

  /// The window has another height; a low one has no room for the timeline.
  void height(double next) {
    boolean nowLow = next / factor < LOW;
    if (nowLow != low) {
      low = nowLow;
      shown.ifPresent(now -> {
        shown = Optional.empty();
        show(now, factor);
      });
    }
  }

  private boolean showsTimeline(Arrangement now) {
    return now.timeline() && !low;
  }

  private void divide() {
    if (shown.isEmpty() || width == 0) {
      return;
    }
    var edges = shown.get().edges();
    double natural = Math.max(INSPECTOR_SHARE, Math.min(0.5, INSPECTOR_WIDTH * factor / width));
    double share = edges.inspector() == 0 ? natural : edges.inspector();
    switch (shown.get().inspector()) {
      case LEFT -> across.setDividerPositions(share);
      case RIGHT -> across.setDividerPositions(1 - share);
      case HIDDEN -> {}
    }
    both.setDividerPositions(1 - edges.table());
    boolean timeline = showsTimeline(shown.get());
    boolean events = shown.get().events();
    double floor = events ? 1 - edges.events() : 1;
    if (timeline && events) {
      down.setDividerPositions(Math.max(0.1, floor - edges.timeline()), floor);
    } else if (timeline) {
      down.setDividerPositions(1 - edges.timeline());
    } else if (events) {
      down.setDividerPositions(floor);
    }
  }

  /// {@return where the edges are now}
  Edges edges() {
    if (shown.isEmpty() || shown.get().presenting()) {
      return shown.map(Arrangement::edges).orElse(Edges.FIRST);
    }
    var was = shown.get().edges();
    double[] flat = across.getDividerPositions();
    double[] split = both.getDividerPositions();
    double[] steep = down.getDividerPositions();
    double inspector =
        flat.length == 0
            ? was.inspector()
            : shown.get().inspector() == Side.LEFT ? flat[0] : 1 - flat[0];
    double table = split.length == 0 ? was.table() : 1 - split[0];
    boolean timeline = showsTimeline(shown.get()) && steep.length > 0;
    boolean events = shown.get().events() && steep.length > 0;
    double floor = events ? steep[steep.length - 1] : 1;
    return new Edges(
        inspector,
        table,
        timeline ? floor - steep[0] : was.timeline(),
        events ? 1 - floor : was.events());
  }

  /// {@return the panes that are nowhere now}
  List<Node> hidden() {
    return Stream.of(
            panes.tree(), panes.table(), panes.timeline(), panes.events(), panes.inspector())
        .filter(each -> each.getScene() == null)
        .toList();
  }

  static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }
}
