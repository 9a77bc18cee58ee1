package understudy.ui;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
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
/// sentences; otherwise nothing. One line is kept free for it; what does not fit there lies over
/// the legend while it is told, so that no card moves and none is hidden.
final class StoryPane implements Pane {
  private static final PseudoClass VERY_LOW = PseudoClass.getPseudoClass("very-low");

  /// So many lie over the legend and not over a card.
  private static final int MOST = 2;

  private final WindowLoop loop;
  private final Arranger arranger;
  @FXML private VBox story;
  @FXML private VBox captions;
  @FXML private Label quiet;
  private Episode shown = Episode.NONE;

  StoryPane(WindowLoop loop, Arranger arranger) {
    this.loop = loop;
    this.arranger = arranger;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    boolean slow = now.live() && now.tempo().isSlow() && !arranger.now().presenting();
    Dock.present(story, slow);
    var told = slow ? frame.grasp().story().within(rows()) : Episode.NONE;
    Dock.present(quiet, told.lines().isEmpty());
    if (!told.equals(shown)) {
      shown = told;
      captions.getChildren().setAll(told.lines().stream().map(this::node).toList());
    }
  }

  private int rows() {
    if (story.getScene() == null) {
      return MOST;
    }
    return story.getScene().getRoot().getPseudoClassStates().contains(VERY_LOW) ? 1 : MOST;
  }

  private Node node(EventLine line) {
    var time = new Label(Figures.clock(line.nanos()));
    time.getStyleClass().addAll("mono", "muted");
    time.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(time, new Label(line.text()));
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
