package understudy.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// Controller of the sheet that lists all keys; it lies over the window until it is closed.
final class KeysPane implements Pane {
  private static final String ROW = "keys.row.";
  private static final Set<KeyCode> HARMLESS =
      EnumSet.of(KeyCode.TAB, KeyCode.ENTER, KeyCode.SPACE, KeyCode.SHIFT);

  @FXML private StackPane shade;
  @FXML private VBox sheet;
  @FXML private HBox rows;
  @FXML private Button close;
  private Optional<Node> before = Optional.empty();

  @FXML
  void initialize() {
    List<String> keys =
        Texts.BUNDLE.keySet().stream().filter(key -> key.startsWith(ROW)).sorted().toList();
    int half = (keys.size() + 1) / 2;
    rows.getChildren()
        .setAll(column(keys.subList(0, half)), column(keys.subList(half, keys.size())));
    shade.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static GridPane column(List<String> keys) {
    var grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    for (int i = 0; i < keys.size(); i++) {
      String[] parts = Texts.get(keys.get(i)).split("\\|", 2);
      var key = new Label(parts[0].strip());
      key.getStyleClass().add("key-cap");
      grid.addRow(i, key, new Label(parts[parts.length - 1].strip()));
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
    before = Optional.ofNullable(shade.getScene().getFocusOwner());
    Dock.present(shade, true);
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
