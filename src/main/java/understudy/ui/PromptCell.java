package understudy.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Prompt.Row;

/// A row of the command palette: what it is on the left, where it is or its key on the right.
final class PromptCell extends ListCell<Row> {
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label pid = new Label();
  private final Label path = new Label();
  private final Label key = new Label();
  private final HBox line;
  private final Supplier<Frame> frame;

  /// Makes a cell.
  ///
  /// @param take takes the row that is clicked
  /// @param frame what is seen, which says what a command lacks
  PromptCell(Consumer<Row> take, Supplier<Frame> frame) {
    this.frame = frame;
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    name.setMinWidth(Region.USE_PREF_SIZE);
    pid.setMinWidth(Region.USE_PREF_SIZE);
    pid.getStyleClass().addAll("mono", "muted");
    path.getStyleClass().add("prompt-path");
    key.getStyleClass().addAll("prompt-key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(icon, name, pid, space, path, key);
    line.getStyleClass().add("prompt-line");
    setOnMouseClicked(_ -> {
      if (getItem() != null) {
        take.accept(getItem());
      }
    });
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    switch (row) {
      case Row.Found(var hit) -> {
        icon.setIconLiteral("fth-disc");
        name.setText(hit.name());
        pid.setText(hit.pid());
        path.setText(hit.path());
        key.setText("");
        setAccessibleText(hit.name() + " " + hit.pid());
        setOpacity(1);
      }
      case Row.Deed(var command, var label, var possible) -> {
        icon.setIconLiteral("fth-chevron-right");
        name.setText(label);
        pid.setText("");
        path.setText(possible ? "" : Texts.get(command.need().lack(frame.get())));
        key.setText(command.caps());
        setAccessibleText(label + " " + command.caps());
        setOpacity(possible ? 1 : 0.6);
      }
    }
    key.setVisible(!key.getText().isEmpty());
    key.setManaged(!key.getText().isEmpty());
    setGraphic(line);
  }
}
