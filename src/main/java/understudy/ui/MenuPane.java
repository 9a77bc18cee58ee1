package understudy.ui;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Window;
import understudy.viewmodel.Action;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Arrangement.Edges;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// Controller of the menu bar; its keys work wherever the focus is, and also while it is hidden.
final class MenuPane implements Pane {
  private static final double EDGE_STEP = 0.03;

  private final WindowLoop loop;
  private final Arranger arranger;
  private final FileGestures files;
  @FXML private MenuBar bar;
  @FXML private MenuItem save;
  @FXML private MenuItem draw;
  @FXML private RadioMenuItem tree;
  @FXML private RadioMenuItem table;
  @FXML private RadioMenuItem both;
  @FXML private RadioMenuItem left;
  @FXML private RadioMenuItem right;
  @FXML private RadioMenuItem hidden;
  @FXML private CheckMenuItem strip;
  @FXML private CheckMenuItem timeline;
  @FXML private CheckMenuItem events;
  @FXML private CheckMenuItem inspector;
  private Runnable showKeys = () -> {};
  private Supplier<Edges> edges = () -> Edges.FIRST;

  MenuPane(WindowLoop loop, Arranger arranger, FileGestures files) {
    this.loop = loop;
    this.arranger = arranger;
    this.files = files;
  }

  @FXML
  void initialize() {
    arranger.tell(this::show);
  }

  void onKeys(Runnable show) {
    showKeys = show;
  }

  /// Says where the edges between the panes truly are: they may have been dragged.
  void onEdges(Supplier<Edges> where) {
    edges = where;
  }

  private void show(Arrangement now) {
    tree.setSelected(now.view() == View.TREE);
    table.setSelected(now.view() == View.TABLE);
    both.setSelected(now.view() == View.BOTH);
    left.setSelected(now.inspector() == Side.LEFT);
    right.setSelected(now.inspector() == Side.RIGHT);
    hidden.setSelected(now.inspector() == Side.HIDDEN);
    inspector.setSelected(now.inspector() != Side.HIDDEN);
    strip.setSelected(now.strip());
    timeline.setSelected(now.timeline());
    events.setSelected(now.events());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    save.setDisable(!frame.situation().savable());
    draw.setDisable(frame.total() == 0);
  }

  private Window window() {
    return bar.getScene().getWindow();
  }

  @FXML
  void open() {
    files.open(window());
  }

  @FXML
  void save() {
    files.save(window());
  }

  @FXML
  void draw() {
    files.draw(window());
  }

  @FXML
  void showTree() {
    change(new Change.Show(View.TREE));
  }

  @FXML
  void showTable() {
    change(new Change.Show(View.TABLE));
  }

  @FXML
  void showBoth() {
    change(new Change.Show(View.BOTH));
  }

  @FXML
  void dockLeft() {
    change(new Change.Dock(Side.LEFT));
  }

  @FXML
  void dockRight() {
    change(new Change.Dock(Side.RIGHT));
  }

  @FXML
  void dockHidden() {
    change(new Change.Dock(Side.HIDDEN));
  }

  @FXML
  void toggleStrip() {
    change(new Change.ToggleStrip());
  }

  @FXML
  void toggleTimeline() {
    change(new Change.ToggleTimeline());
  }

  @FXML
  void toggleEvents() {
    change(new Change.ToggleEvents());
  }

  @FXML
  void toggleInspector() {
    change(new Change.ToggleInspector());
  }

  @FXML
  void wider() {
    across(arranger.now().inspector() == Side.LEFT ? -EDGE_STEP : EDGE_STEP);
  }

  @FXML
  void narrower() {
    across(arranger.now().inspector() == Side.LEFT ? EDGE_STEP : -EDGE_STEP);
  }

  @FXML
  void higher() {
    lower(EDGE_STEP);
  }

  @FXML
  void lower() {
    lower(-EDGE_STEP);
  }

  private void across(double step) {
    var e = edges.get();
    change(new Change.Move(new Edges(e.inspector() + step, e.table(), e.timeline(), e.events())));
  }

  private void lower(double step) {
    var e = edges.get();
    boolean low = arranger.now().events();
    change(
        new Change.Move(
            new Edges(
                e.inspector(),
                e.table(),
                low ? e.timeline() : e.timeline() + step,
                low ? e.events() + step : e.events())));
  }

  @FXML
  void larger() {
    change(new Change.Scale(true));
  }

  @FXML
  void smaller() {
    change(new Change.Scale(false));
  }

  @FXML
  void natural() {
    change(new Change.ScaleTo(Arrangement.SMALLEST));
  }

  @FXML
  void theme() {
    loop.dispatch(new Action.ToggleTheme());
  }

  @FXML
  void present() {
    change(new Change.Present(!arranger.now().presenting()));
  }

  @FXML
  void keys() {
    showKeys.run();
  }

  @FXML
  void tour() {
    change(new Change.Welcome(false));
  }

  private void change(Change change) {
    arranger.change(change);
    show(arranger.now());
  }

  /// {@return the name of a column in the bundle}
  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
