package understudy.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import understudy.viewmodel.Command.Topic;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.KeySheet;

/// Controller of the sheet that lists all keys; it lies over the window until it is closed.
final class KeysPane implements Pane {
  private static final Set<KeyCode> HARMLESS =
      EnumSet.of(KeyCode.TAB, KeyCode.ENTER, KeyCode.SPACE, KeyCode.SHIFT);

  /// How wide the bar is that scrolls: it must not cut off the words beside it.
  private static final double BAR = 16;

  @FXML private StackPane shade;
  @FXML private VBox sheet;
  @FXML private HBox rows;
  @FXML private ScrollPane scroll;
  @FXML private Button close;
  private Optional<Node> before = Optional.empty();

  @FXML
  void initialize() {
    rows.getChildren()
        .setAll(
            column(Topic.PROCESS),
            column(Topic.TIME, Topic.PICTURE),
            column(Topic.WINDOW, Topic.FILE));
    scroll.prefViewportWidthProperty().bind(rows.widthProperty().add(BAR));
    TabRing.install(sheet);
    shade.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static VBox column(Topic... topics) {
    var column = new VBox();
    column.getStyleClass().add("keys-column");
    for (Topic topic : topics) {
      var title = new Label(Texts.get("topic." + topic.name()));
      title.getStyleClass().add("section-title");
      column.getChildren().addAll(title, grid(KeySheet.rows(topic)));
    }
    return column;
  }

  private static GridPane grid(List<KeySheet.Row> rows) {
    var grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    for (int i = 0; i < rows.size(); i++) {
      var key = new Label(rows.get(i).keys());
      key.getStyleClass().add("key-cap");
      var words = new Label(Texts.get(rows.get(i).words()));
      key.setMinWidth(Region.USE_PREF_SIZE);
      words.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(i, key, words);
    }
    return grid;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
      event.consume();
      close();
    } else if (!HARMLESS.contains(event.getCode())) {
      event.consume();
    }
  }

  void toggle() {
    if (shade.isVisible()) {
      close();
      return;
    }
    Dock.present(shade, true);
    before = Optional.ofNullable(shade.getScene().getFocusOwner());
    close.requestFocus();
  }

  @FXML
  void close() {
    Dock.present(shade, false);
    before.ifPresent(Node::requestFocus);
  }

  /// A click on the sheet itself does not close it.
  @FXML
  void keep(MouseEvent event) {
    event.consume();
    sheet.requestFocus();
    close.requestFocus();
  }

  @Override
  public void show(Frame frame, Desk desk) {}
}
