package understudy.ui;

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
import understudy.viewmodel.Episode;
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
  private final Arranger arranger;
  private Episode shown = Episode.NONE;

  StoryPane(WindowLoop loop, Arranger arranger) {
    this.loop = loop;
    this.arranger = arranger;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    boolean slow = now.live() && now.tempo().isSlow() && !arranger.now().presenting();
    if (slow != story.isVisible() && story.getParent() instanceof Region tree) {
      tree.setPadding(new Insets(0, 0, slow ? BAND : 0, 0));
    }
    story.setVisible(slow);
    story.setManaged(slow);
    var story = slow ? frame.grasp().story() : Episode.NONE;
    Dock.present(quiet, story.lines().isEmpty());
    if (!story.equals(shown)) {
      shown = story;
      captions.getChildren().setAll(story.lines().stream().map(this::node).toList());
    }
  }

  private Node node(EventLine line) {
    var time = new Label(Figures.clock(line.nanos()));
    time.getStyleClass().addAll("mono", "muted");
    var text = new Label(line.text());
    text.setWrapText(true);
    var row = new HBox(time, text);
    if (shown.left() > 0 && line.equals(shown.lines().getFirst())) {
      var more = new Label(Texts.get("story.more", shown.left()));
      more.getStyleClass().add("muted");
      more.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(more);
    }
    row.getStyleClass()
        .addAll("caption", "caption-" + line.level().name().toLowerCase(Locale.ROOT));
    row.setOnMouseClicked(_ -> loop.dispatch(new Action.Select(line.slot(), true)));
    return row;
  }
}
