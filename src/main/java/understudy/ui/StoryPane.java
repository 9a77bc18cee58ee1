package understudy.ui;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;

/// Controller of the captions: in slow motion, below the tree, the last crash as a story in a few
/// sentences; otherwise nothing.
final class StoryPane implements Pane {
  private static final double BAND = 104;

  private final WindowLoop loop;
  @FXML private VBox story;
  @FXML private VBox captions;
  @FXML private Label quiet;
  private List<EventLine> shown = List.of();

  StoryPane(WindowLoop loop) {
    this.loop = loop;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    boolean slow = now.live() && now.tempo().isSlow();
    if (slow != story.isVisible() && story.getParent() instanceof Region tree) {
      tree.setPadding(new Insets(0, 0, slow ? BAND : 0, 0));
    }
    story.setVisible(slow);
    story.setManaged(slow);
    var lines = slow ? frame.grasp().story() : List.<EventLine>of();
    quiet.setVisible(lines.isEmpty());
    quiet.setManaged(lines.isEmpty());
    if (!lines.equals(shown)) {
      shown = lines;
      captions.getChildren().setAll(lines.stream().map(this::node).toList());
    }
  }

  private Node node(EventLine line) {
    var time = new Label(Figures.clock(line.nanos()));
    time.getStyleClass().addAll("mono", "muted");
    var text = new Label(line.text());
    text.setWrapText(true);
    var row = new HBox(time, text);
    row.getStyleClass()
        .addAll("caption", "caption-" + line.level().name().toLowerCase(Locale.ROOT));
    row.setOnMouseClicked(_ -> loop.dispatch(new Action.Select(line.slot(), true)));
    return row;
  }
}
