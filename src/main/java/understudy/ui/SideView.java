package understudy.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides.Side;

/// One of the runs that are shown side by side: its name, its tree, a line about it.
final class SideView extends VBox {
  private final TreeCanvas tree = new TreeCanvas();
  private final Label name = new Label();
  private final Label note = new Label();
  private final Label differs = new Label();
  private final Label complaint = new Label();
  private final Label line = new Label();
  private final Tooltip complaints = new Tooltip();
  private final TextField field = new TextField();
  private final Button rename;
  private final Button copy;
  private final Button goOn;
  private final Consumer<Showing> order;
  private Frame frame = Frame.EMPTY;

  SideView(int number, Consumer<Showing> order) {
    this.order = order;
    rename = button("sideRename" + number, "side.rename", "fth-edit-3");
    copy = button("sideCopy" + number, "side.copy", "fth-copy");
    goOn = button("sideGoOn" + number, "side.goOn", "fth-corner-up-left");
    setId("side" + number);
    tree.setId("sideTree" + number);
    line.setId("sideLine" + number);
    name.setId("sideName" + number);
    differs.setId("sideDiffers" + number);
    getStyleClass().add("side");
    var head = new HBox();
    head.getStyleClass().add("pane-header");
    name.getStyleClass().add("pane-title");
    note.getStyleClass().add("pane-note");
    differs.getStyleClass().addAll("pane-note", "side-differs");
    differs.setMinWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("side-line");
    complaint.setGraphic(new FontIcon("fth-alert-triangle"));
    complaint.getStyleClass().add("side-complaint");
    complaint.setTooltip(complaints);
    field.setId("sideField" + number);
    field.setAccessibleText(Texts.get("side.name"));
    field.setOnAction(_ -> renamed());
    field.setOnKeyPressed(this::typed);
    Dock.present(field, false);
    rename.setOnAction(_ -> edit());
    copy.setOnAction(_ -> order.accept(new Showing.Copy(name.getText())));
    goOn.setOnAction(_ -> order.accept(new Showing.GoOn(name.getText())));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.getChildren().setAll(name, field, rename, note, complaint, gap, differs, goOn, copy);
    VBox.setVgrow(tree, Priority.ALWAYS);
    HBox.setHgrow(this, Priority.ALWAYS);
    tree.setMinSize(0, 0);
    setMinWidth(0);
    setPrefWidth(100);
    getChildren().setAll(head, tree, line);
  }

  TreeCanvas tree() {
    return tree;
  }

  private static Button button(String id, String words, String icon) {
    var button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setAccessibleText(Texts.get(words));
    button.setTooltip(new Tooltip(Texts.get(words)));
    return button;
  }

  private void edit() {
    field.setText(name.getText());
    naming(true);
    field.requestFocus();
    field.selectAll();
  }

  private void naming(boolean on) {
    Dock.present(field, on);
    Dock.present(name, !on);
  }

  private void renamed() {
    naming(false);
    tree.requestFocus();
    order.accept(new Showing.Rename(name.getText(), field.getText().strip()));
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      naming(false);
      tree.requestFocus();
    }
  }

  /// Sends what a person does on the tree to `dispatch`.
  void on(Supplier<Desk> desk, Consumer<Action> dispatch) {
    new TreeGestures(tree, desk, () -> frame, dispatch).install();
  }

  /// Shows a run.
  ///
  /// @param desk what a person has before them; its selection is this side's
  /// @param branch whether it can be renamed, and copied by itself
  /// @param elsewhere whether a process is looked at that may be on other sides only
  void show(Side side, Desk desk, boolean branch, boolean elsewhere) {
    Dock.present(rename, branch && !field.isVisible());
    Dock.present(copy, branch);
    Dock.present(goOn, branch && side.note().isEmpty());
    frame = side.frame();
    name.setText(side.name());
    note.setText(side.note());
    int apart = side.apart().fate().size();
    differs.setText(apart == 0 ? "" : Texts.get("side.differs", apart));
    Dock.present(complaint, !side.complaints().isEmpty());
    complaints.setText(String.join("\n", side.complaints()));
    complaint.setAccessibleText(complaints.getText());
    tree.outline(side.apart());
    tree.show(frame, desk);
    line.setText(
        frame
            .facts()
            .map(SideView::words)
            .orElseGet(() -> elsewhere ? Texts.get("side.missing") : words(frame)));
    tree.setAccessibleText(
        Texts.get("side.spoken", side.name(), line.getText(), differs.getText()));
  }

  private static String words(Facts facts) {
    String exit = facts.lastExit();
    return Texts.get(
        exit.isEmpty() ? "side.facts" : "side.facts.exit",
        facts.name(),
        facts.status().words(),
        facts.depth(),
        facts.restarts(),
        exit);
  }

  private static String words(Frame frame) {
    var strip = frame.strip();
    return Texts.get(
        "side.all",
        Figures.whole(strip.processes()),
        Figures.whole(strip.restarts()),
        Figures.whole(strip.waiting()));
  }
}
