package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Peer;

/// Controller of the tree with what lies over it: the way to the selected process, zoom.
final class TreePane implements Pane {
  private static final double NEARER = 1.25;
  private static final double DRAG_PIXELS = 4;

  private final WindowLoop loop;
  private final FileGestures files;
  private final Commander commander;
  @FXML private TreeCanvas tree;
  @FXML private HBox path;
  @FXML private VBox empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Node emptyOpen;
  @FXML private VertexVoice voice;
  @FXML private Region zoom;
  private ContextMenu menu = new ContextMenu();
  private List<Peer> shownPath = List.of();
  private double pressedX;
  private double pressedY;
  private boolean dragging;
  private boolean band;
  private boolean began;

  TreePane(WindowLoop loop, FileGestures files, Commander commander) {
    this.loop = loop;
    this.commander = commander;
    this.files = files;
  }

  @FXML
  void initialize() {
    tree.layoutBoundsProperty()
        .subscribe(size ->
            loop.dispatch(new Action.Resize(new Extent(size.getWidth(), size.getHeight()))));
  }

  /// The first pulse gives the tree the focus: only then its split pane has taken it in.
  boolean pulse(long now) {
    if (!began && tree.getScene() != null) {
      began = true;
      tree.requestFocus();
    }
    return tree.pulse(now);
  }

  @FXML
  void press(MouseEvent event) {
    tree.requestFocus();
    menu.hide();
    pressedX = event.getX();
    pressedY = event.getY();
    dragging = false;
  }

  @FXML
  void point(MouseEvent event) {
    int slot = tree.slotAt(event.getX(), event.getY());
    if (slot != loop.desk().pointed()) {
      tree.setCursor(slot < 0 ? Cursor.DEFAULT : Cursor.HAND);
      loop.dispatch(new Action.Point(slot));
    }
  }

  @FXML
  void leave() {
    loop.dispatch(new Action.Point(-1));
  }

  @FXML
  void drag(MouseEvent event) {
    double dx = event.getX() - pressedX;
    double dy = event.getY() - pressedY;
    if (event.getButton() == MouseButton.SECONDARY
        || (!dragging && Math.hypot(dx, dy) < DRAG_PIXELS)) {
      return;
    }
    if (!dragging) {
      dragging = true;
      band = event.isShiftDown();
    }
    if (band) {
      tree.band(Optional.of(new Band(pressedX, pressedY, event.getX(), event.getY())));
      return;
    }
    pressedX = event.getX();
    pressedY = event.getY();
    tree.followPointer();
    loop.dispatch(new Action.Pan(dx, dy));
  }

  /// A rectangle that was drawn selects who lies under it, with Ctrl besides those selected before.
  @FXML
  void release(MouseEvent event) {
    if (band) {
      band = false;
      tree.band(Optional.empty());
      var drawn = new Band(pressedX, pressedY, event.getX(), event.getY());
      loop.dispatch(new Action.PickIn(tree.under(drawn), event.isShortcutDown()));
    }
  }

  @FXML
  void click(MouseEvent event) {
    if (dragging || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int slot = tree.slotAt(event.getX(), event.getY());
    if (event.isShortcutDown()) {
      loop.dispatch(new Action.Pick(slot));
      return;
    }
    loop.dispatch(new Action.Select(slot, false));
    if (event.getClickCount() == 2) {
      loop.dispatch(
          loop.frame()
              .facts()
              .filter(facts -> facts.slot() == slot)
              .<Action>map(facts -> new Action.ZoomTo(facts.block()))
              .orElseGet(Action.Fit::new));
    }
  }

  @FXML
  void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      double factor = Math.pow(1.0018, event.getDeltaY());
      tree.followPointer();
      loop.dispatch(new Action.Zoom(factor, event.getX(), event.getY()));
    }
  }

  @FXML
  void askMenu(ContextMenuEvent event) {
    int slot =
        event.isKeyboardTrigger()
            ? loop.desk().selected()
            : tree.slotAt(event.getX(), event.getY());
    if (slot >= 0) {
      if (!loop.desk().hands().picked().contains(slot) && slot != loop.desk().selected()) {
        loop.dispatch(new Action.Select(slot, false));
      }
      loop.pulse();
      menu.hide();
      menu = new GestureMenu(loop, commander).menu();
      menu.show(tree, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  @FXML
  void nearer() {
    loop.dispatch(new Action.ZoomMiddle(NEARER));
  }

  @FXML
  void farther() {
    loop.dispatch(new Action.ZoomMiddle(1 / NEARER));
  }

  @FXML
  void open() {
    files.open(tree.getScene().getWindow());
  }

  @FXML
  void fit() {
    loop.dispatch(new Action.Fit());
  }

  Drawn pixels() {
    var image = tree.snapshot(null, null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] argb = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
    return new Drawn.Pixels(w, h, argb);
  }

  Drawn shapes() {
    return new Drawn.Shapes(tree.svg(tree.getAccessibleText()));
  }

  @Override
  public boolean isLively() {
    return true;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    tree.show(frame, desk);
    boolean nothing = frame.total() == 0;
    empty.setVisible(nothing);
    if (nothing) {
      showEmpty(frame);
    }
    zoom.setVisible(!nothing);
    tree.setAccessibleText(
        frame
            .facts()
            .map(TreePane::spoken)
            .orElseGet(() -> Texts.get("tree.spoken", frame.total())));
    voice.say(frame.facts().map(TreePane::spoken).orElse(""), tree.boundsOf(desk.selected()), tree);
    if (!frame.path().equals(shownPath)) {
      shownPath = frame.path();
      showPath();
    }
  }

  /// Nothing to draw: because nothing is open, because it is being opened, or because that failed.
  private void showEmpty(Frame frame) {
    var now = frame.situation();
    var problem = now.notice().filter(Notice::problem);
    boolean opening = problem.isEmpty() && (frame.number() == 0 || !now.source().isEmpty());
    String state = problem.isPresent() ? "failed" : opening ? "opening" : "empty";
    emptyTitle.setText(Texts.get(state + ".title"));
    emptyText.setText(
        problem.map(Notice::text).orElseGet(() -> Texts.get(state + ".text", now.source())));
    Dock.present(emptyOpen, !opening);
  }

  private static String spoken(Facts facts) {
    return Texts.get(
        "tree.selected", facts.name(), facts.status(), facts.depth(), facts.restarts());
  }

  private void showPath() {
    List<Node> crumbs = new ArrayList<>();
    for (Peer peer : shownPath) {
      if (!crumbs.isEmpty()) {
        crumbs.add(new FontIcon("fth-chevron-right"));
      }
      var crumb = new Hyperlink(peer.name());
      crumb.setOnAction(_ -> loop.dispatch(new Action.Select(peer.slot(), true)));
      crumbs.add(crumb);
    }
    path.getChildren().setAll(crumbs);
  }
}
