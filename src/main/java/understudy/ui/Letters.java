package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Grasp.Letter;

/// The messages that wait for the selected process, each with a button that has it taken next.
final class Letters {
  private final WindowLoop loop;

  /// Two for all letters there will ever be: JavaFX never forgets the style of one that was made.
  private final Tooltip next = new Tooltip(Texts.get("letter.tip"));

  private final Tooltip order = new Tooltip(Texts.get("letter.order"));

  Letters(WindowLoop loop) {
    this.loop = loop;
  }

  /// Shows the letters, and `more` below them if it is not empty.
  void show(VBox box, List<Letter> letters, String more) {
    var key = List.of(letters, more);
    if (key.equals(box.getUserData())) {
      return;
    }
    box.setUserData(key);
    var nodes = new ArrayList<Node>(letters.stream().map(this::node).toList());
    if (!more.isEmpty()) {
      var label = new Label(more);
      label.getStyleClass().add("muted");
      nodes.add(label);
    }
    box.getChildren().setAll(nodes);
  }

  private Node node(Letter letter) {
    var text = new Label(letter.label());
    text.getStyleClass().add("mono");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var from = new Label(letter.from());
    from.getStyleClass().add("letter-from");
    var deliver = new Button("", new FontIcon("fth-corner-left-up"));
    deliver.setId("deliver-" + letter.number());
    deliver.getStyleClass().addAll("flat", "button-icon", "letter-next");
    deliver.setAccessibleText(Texts.get("letter.next", letter.label()));
    deliver.setTooltip(letter.next() ? next : order);
    deliver.setOpacity(letter.next() ? 1 : 0.45);
    deliver.setOnAction(_ -> loop.dispatch(new Action.Deliver(letter.number())));
    var line = new HBox(text, from, deliver);
    line.getStyleClass().add("letter");
    return line;
  }
}
