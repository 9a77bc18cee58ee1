package understudy.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
import understudy.viewmodel.Sides.Side;

/// One of the runs that are shown side by side: its name, its tree, a line about it.
final class SideView extends VBox {
  private final TreeCanvas tree = new TreeCanvas();
  private final HBox head = new HBox();
  private final Label name = new Label();
  private final Label note = new Label();
  private final Label differs = new Label();
  private final Label complaint = new Label();
  private final Label line = new Label();
  private final Tooltip complaints = new Tooltip();
  private Frame frame = Frame.EMPTY;

  SideView(int number) {
    setId("side" + number);
    tree.setId("sideTree" + number);
    line.setId("sideLine" + number);
    name.setId("sideName" + number);
    differs.setId("sideDiffers" + number);
    getStyleClass().add("side");
    head.getStyleClass().add("pane-header");
    name.getStyleClass().add("pane-title");
    note.getStyleClass().add("pane-note");
    differs.getStyleClass().addAll("pane-note", "side-differs");
    differs.setMinWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("side-line");
    complaint.setGraphic(new FontIcon("fth-alert-triangle"));
    complaint.getStyleClass().add("side-complaint");
    complaint.setTooltip(complaints);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.getChildren().setAll(name, note, complaint, gap, differs);
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

  HBox head() {
    return head;
  }

  /// Sends what a person does on the tree to `dispatch`.
  void on(Supplier<Desk> desk, Consumer<Action> dispatch) {
    new TreeGestures(tree, desk, () -> frame, dispatch).install();
  }

  /// Shows a run.
  ///
  /// @param desk what a person has before them; its selection is this side's
  /// @param elsewhere whether a process is looked at that may be on other sides only
  void show(Side side, Desk desk, boolean elsewhere) {
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
        facts.status(),
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
