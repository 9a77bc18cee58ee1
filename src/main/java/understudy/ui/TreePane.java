package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
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
  private static final PseudoClass CAPTIONED = PseudoClass.getPseudoClass("captioned");
  private static final double NEARER = 1.25;
  private static final double TOP = 24;
  private static final double RIGHT = 52;
  private static final double BOTTOM = 40;
  private static final double ROW_OF_CHIPS = 26;

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
  @FXML private Region tools;
  @FXML private StackPane picture;
  @FXML private Node story;
  @FXML private Region troubles;
  @FXML private Node focus;
  @FXML private InvitePane inviteController;
  private ContextMenu menu = new ContextMenu();
  private List<Peer> shownPath = List.of();
  private Insets clear = Insets.EMPTY;
  private double factor = 1;
  private boolean began;

  TreePane(WindowLoop loop, FileGestures files, Commander commander) {
    this.loop = loop;
    this.commander = commander;
    this.files = files;
  }

  @FXML
  void initialize() {
    tree.voice(voice);
    inviteController
        .room()
        .subscribe(width -> StackPane.setMargin(picture, new Insets(0, width.doubleValue(), 0, 0)));
    story.visibleProperty().subscribe(told -> picture.pseudoClassStateChanged(CAPTIONED, told));
    new TreeGestures(tree, loop::desk, loop::frame, loop::dispatch).install();
    tree.focusVisibleProperty().subscribe(this::showFocus);
    troubles.heightProperty().subscribe(this::keepClear);
    troubles.visibleProperty().subscribe(this::keepClear);
    tree.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
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

  /// Keeps the picture clear of what lies over its edges, which grows with everything else.
  void enlarge(double larger, boolean legend) {
    factor = larger;
    double more = factor - 1;
    clear = new Insets(TOP * more, RIGHT * more, legend ? BOTTOM * more : 0, 0);
    keepClear();
  }

  /// One row of what goes on stands above the first card; more of them push the tree down.
  private void keepClear() {
    double more = troubles.isVisible() ? troubles.getHeight() - ROW_OF_CHIPS * factor : 0;
    double top = clear.getTop() + Math.max(0, more);
    StackPane.setMargin(tree, new Insets(top, clear.getRight(), clear.getBottom(), 0));
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
    showFocus();
    boolean nothing = frame.total() == 0;
    empty.setVisible(nothing);
    if (nothing) {
      showEmpty(frame);
    }
    tools.setVisible(!nothing);
    tree.setAccessibleText(
        frame
            .facts()
            .map(TreePane::spoken)
            .orElseGet(() -> Texts.get("tree.spoken", frame.total())));
    voice.say(
        frame.facts().map(TreePane::spoken).orElse(""),
        Math.max(0, frame.path().size() - 1),
        tree.boundsOf(desk.selected()),
        tree);
    if (!frame.path().equals(shownPath)) {
      shownPath = frame.path();
      showPath();
    }
  }

  /// Who is selected wears the focus; if nobody is, the tree itself does.
  private void showFocus() {
    focus.setVisible(tree.isFocusVisible() && loop.desk().selected() < 0);
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
        "tree.selected", facts.name(), facts.status().words(), facts.depth(), facts.restarts());
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
