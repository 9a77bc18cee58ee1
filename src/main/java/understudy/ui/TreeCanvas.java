package understudy.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import understudy.viewmodel.Box;
import understudy.viewmodel.Camera;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Field;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Sides.Apart;

/// The picture of the tree; draws only when something is to be seen that was not there before.
///
/// Painters work from back to front: wires, the many as points, the crowd, cards, marks.
public final class TreeCanvas extends Region {
  private static final double GRID = 28;
  private static final double EASE_PER_SECOND = 16;

  private final Canvas canvas = new Canvas();
  private final Brush brush = new Brush(canvas.getGraphicsContext2D());
  private final WirePainter wires = new WirePainter();
  private final CrowdPainter crowd = new CrowdPainter();
  private final HeatPainter heat = new HeatPainter();
  private final CardPainter cards = new CardPainter();
  private final OverlayPainter overlay = new OverlayPainter();
  private final MarkPainter marks = new MarkPainter();
  private final GhostPainter ghosts = new GhostPainter();
  private final TalePainter tales = new TalePainter();
  private final Flashes flashes = new Flashes();
  private final Flights flights = new Flights();
  private Frame frame = Frame.EMPTY;
  private Desk desk = Desk.TIDY;
  private Apart apart = Apart.NONE;
  private Optional<Camera> shown = Optional.empty();
  private Optional<Band> band = Optional.empty();
  private Optional<VertexVoice> voice = Optional.empty();
  private boolean dirty = true;
  private boolean snap = true;
  private long last;
  private long drawn;

  /// Made by FXML.
  public TreeCanvas() {
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    getStyleClass().add("tree-canvas");
    focusedProperty().subscribe(this::repaint);
  }

  /// Says which node stands for the selected vertex.
  void voice(VertexVoice node) {
    voice = Optional.of(node);
  }

  /// A screen reader is told of the selected vertex as of an item of a tree.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    boolean some = voice.filter(Node::isVisible).isPresent();
    return switch (attribute) {
      case FOCUS_ITEM -> some ? voice.orElseThrow() : null;
      case SELECTED_ITEMS ->
          FXCollections.observableArrayList(voice.filter(Node::isVisible).stream().toList());
      case ROW_COUNT, ITEM_COUNT -> frame.total();
      case TEXT -> getAccessibleText();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      snap = true;
      repaint();
    }
  }

  void show(Frame next, Desk nextDesk) {
    boolean other =
        !next.field().sameLooks(frame.field())
            || !next.heat().equals(frame.heat())
            || !next.cards().equals(frame.cards())
            || !next.ties().equals(frame.ties())
            || !next.overlay().equals(frame.overlay())
            || !next.hint().equals(frame.hint())
            || !next.found().equals(frame.found())
            || nextDesk.selected() != desk.selected()
            || !nextDesk.hands().picked().equals(desk.hands().picked())
            || nextDesk.dark() != desk.dark()
            || !nextDesk.camera().equals(desk.camera());
    if (next.scrubber().jumps() != frame.scrubber().jumps()
        || next.number() < frame.number()
        || (frame.total() == 0 && next.total() > 0)
        || !next.situation().source().equals(frame.situation().source())) {
      forget();
    }
    if (next.number() != frame.number() && !Platform.getPreferences().isReducedMotion()) {
      flights.take(next.flights(), last);
    }
    frame = next;
    desk = nextDesk;
    if (other) {
      repaint();
    }
  }

  /// Outlines places that are not as elsewhere.
  void outline(Apart next) {
    if (!next.equals(apart)) {
      apart = next;
      repaint();
    }
  }

  /// What the next frame shows did not come about before a person's eyes: nothing of it is told.
  void forget() {
    flashes.forget();
    flights.forget();
    snap = true;
    repaint();
  }

  /// The picture follows the pointer at once from now until the next frame.
  void followPointer() {
    snap = true;
  }

  /// Shows a rectangle that is being drawn, or none.
  void band(Optional<Band> now) {
    band = now;
    repaint();
  }

  /// {@return what lies under a rectangle, in world units}
  Box under(Band drawn) {
    return drawn.in(shown.orElse(Camera.FIT));
  }

  private void repaint() {
    dirty = true;
  }

  /// Paints if there is something new to be seen; false if not.
  boolean pulse(long now) {
    flashes.compare(frame.field(), now, frame.situation().paused() && frame.situation().live());
    boolean travelling = travel(now);
    last = now;
    if (dirty || travelling || flashes.outdated(drawn) || !flights.isEmpty()) {
      dirty = false;
      paint(now);
      flashes.drawn();
      drawn = now;
      return true;
    }
    return false;
  }

  private boolean travel(long now) {
    var goal = desk.camera().resolve(frame.world(), view());
    var from = shown.orElse(goal);
    double share = 1 - Math.exp(-(now - last) / 1e9 * EASE_PER_SECOND);
    boolean near =
        Math.abs(Math.log(goal.scale() / from.scale())) < 0.002
            && Math.abs(goal.x() - from.x()) * goal.scale() < 0.4
            && Math.abs(goal.y() - from.y()) * goal.scale() < 0.4;
    boolean jump = snap || near || last == 0 || Platform.getPreferences().isReducedMotion();
    var next = jump ? goal : from.toward(goal, share);
    snap = false;
    boolean moved = !next.equals(from) || shown.isEmpty();
    shown = Optional.of(next);
    return moved;
  }

  private void paint(long now) {
    brush.palette = Palette.of(desk.dark());
    brush.camera = shown.orElse(Camera.FIT);
    brush.now = now;
    fillBehind(brush.palette);
    brush.g.setFill(brush.palette.ground());
    brush.g.fillRect(0, 0, getWidth(), getHeight());
    if (frame.total() == 0) {
      return;
    }
    grid();
    wires.paint(brush, frame.wires(), view());
    overlay.paint(brush, frame);
    flights.paint(brush, frame.field());
    var worded = new boolean[frame.field().size()];
    for (var card : frame.cards()) {
      worded[card.row()] = true;
    }
    heat.paint(brush, frame.heat());
    crowd.paint(brush, frame.field(), worded, flashes, view());
    for (var card : frame.cards()) {
      cards.paint(brush, frame.field(), card, flashes);
    }
    var outlines = new OutlinePainter(brush, frame.field());
    outlines.picked(desk.hands().picked());
    outlines.apart(apart);
    marks.paintRings(brush, frame, desk.selected(), isFocused());
    for (var card : frame.cards()) {
      cards.paintBadge(brush, frame.field(), card, flashes);
    }
    ghosts.paint(brush, frame.field(), worded);
    tales.paint(brush, Tales.of(frame.field(), frame.cards(), flashes, now), frame.field(), view());
    marks.paintHint(brush, frame, desk.selected(), view());
    band.ifPresent(drawn -> drawn.paint(brush));
  }

  /// A region without a gap spares JavaFX to draw what is behind it.
  private void fillBehind(Palette palette) {
    if (getBackground() == null
        || !getBackground().getFills().getFirst().getFill().equals(palette.ground())) {
      setBackground(Background.fill(palette.ground()));
    }
  }

  private void grid() {
    brush.g.setFill(brush.palette.grid());
    for (double y = GRID / 2; y < getHeight(); y += GRID) {
      for (double x = GRID / 2; x < getWidth(); x += GRID) {
        brush.g.fillRect(x, y, 1, 1);
      }
    }
  }

  /// {@return the picture as it was drawn last, as an SVG file}
  String svg(String title) {
    var ink = new SvgInk(getWidth(), getHeight(), title, brush.sprites::meaning);
    var onCanvas = brush.g;
    brush.g = ink;
    try {
      paint(last);
    } finally {
      brush.g = onCanvas;
    }
    return ink.text();
  }

  Extent view() {
    return new Extent(Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  /// {@return the place at a pixel of this canvas, -1 if nothing is there}
  int slotAt(double px, double py) {
    var camera = shown.orElse(Camera.FIT);
    int row = frame.field().rowAt(camera.wx(px), camera.wy(py));
    return row >= 0 ? frame.field().slot(row) : frame.heat().slotAt(camera.wx(px), camera.wy(py));
  }

  /// {@return where a place is drawn, in pixels of this canvas; empty if it is not in view}
  Optional<Bounds> boundsOf(int slot) {
    Field field = frame.field();
    int row = field.rowOf(slot);
    return shown
        .filter(_ -> row >= 0)
        .map(camera ->
            new BoundingBox(
                camera.sx(field.x(row)),
                camera.sy(field.y(row)),
                field.width(row) * camera.scale(),
                field.height(row) * camera.scale()));
  }
}
