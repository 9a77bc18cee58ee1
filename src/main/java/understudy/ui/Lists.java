package understudy.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Lines of text in a column, changed only when they differ.
final class Lists {
  private Lists() {}

  static void show(VBox box, List<String> lines, String style) {
    if (lines.equals(box.getUserData())) {
      return;
    }
    box.setUserData(lines);
    box.getChildren()
        .setAll(
            lines.stream()
                .map(line -> {
                  var label = new Label(line);
                  label.getStyleClass().add(style);
                  return label;
                })
                .toList());
  }
}
