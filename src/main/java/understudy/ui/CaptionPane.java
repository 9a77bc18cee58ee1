package understudy.ui;

import java.util.List;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Episode;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Level;

/// Controller of what a room reads below the picture: what just happened, in one large sentence, in
/// slow motion in three, and the figures.
final class CaptionPane implements Pane {
  private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");

  /// Where a line must not be broken: between a figure and its unit.
  private static final Pattern UNIT = Pattern.compile("(?<=\\d) (m?s)\\b");

  private static final long FRESH_NANOS = 8_000_000_000L;

  private final Arranger arranger;
  @FXML private VBox band;
  @FXML private VBox captions;
  @FXML private Label figures;
  private Episode shown = Episode.NONE;

  CaptionPane(Arranger arranger) {
    this.arranger = arranger;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    boolean presenting = arranger.now().presenting();
    Dock.present(band, presenting);
    if (!presenting) {
      return;
    }
    boolean slow = frame.situation().live() && frame.situation().tempo().isSlow();
    band.pseudoClassStateChanged(SLOW, slow);
    var strip = frame.strip();
    figures.setText(
        Texts.get(
            "caption.figures",
            Figures.compact((long) strip.processes()),
            Figures.compact(strip.messagesPerSecond()),
            Figures.compact(strip.restarts())));
    var story = slow ? frame.grasp().story() : new Episode(newest(frame), 0);
    if (!story.equals(shown)) {
      shown = story;
      captions.getChildren().setAll(story.lines().stream().map(this::caption).toList());
    }
  }

  private Node caption(EventLine line) {
    boolean cut = shown.left() > 0 && line.equals(shown.lines().getFirst());
    String words =
        cut
            ? line.text() + Texts.get("tree.also") + Texts.get("story.more", shown.left())
            : line.text();
    var caption = new Label(UNIT.matcher(words).replaceAll("\u00a0$1"));
    caption.setId("caption");
    caption.getStyleClass().add("caption");
    caption.setWrapText(true);
    caption.setTextAlignment(TextAlignment.CENTER);
    EventCells.level(caption, line.level());
    return caption;
  }

  private static List<EventLine> newest(Frame frame) {
    return frame.events().lines().reversed().stream()
        .takeWhile(line -> line.nanos() > frame.strip().nanos() - FRESH_NANOS)
        .filter(line -> line.level() != Level.INFO)
        .limit(1)
        .toList();
  }
}
