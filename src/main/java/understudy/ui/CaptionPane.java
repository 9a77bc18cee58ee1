package understudy.ui;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import understudy.viewmodel.Desk;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Level;

/// Controller of what a room reads while only the picture is shown: what just happened, in one
/// large sentence, and three figures.
final class CaptionPane implements Pane {
  private static final long FRESH_NANOS = 8_000_000_000L;

  private final Arranger arranger;
  @FXML private VBox captions;
  @FXML private Label caption;
  @FXML private Label figures;

  CaptionPane(Arranger arranger) {
    this.arranger = arranger;
  }

  @Override
  public void show(Frame frame, Desk desk) {
    boolean presenting = arranger.now().presenting();
    Dock.present(captions, presenting);
    if (!presenting) {
      return;
    }
    var strip = frame.strip();
    figures.setText(
        Texts.get(
            "caption.figures",
            Figures.compact((long) strip.processes()),
            Figures.compact(strip.messagesPerSecond()),
            Figures.compact(strip.restarts())));
    var line = newest(frame);
    Dock.present(caption, line.isPresent());
    line.ifPresent(newest -> {
      caption.setText(newest.text());
      EventCells.level(caption, newest.level());
    });
  }

  private static Optional<EventLine> newest(Frame frame) {
    return frame.events().lines().reversed().stream()
        .takeWhile(line -> line.nanos() > frame.strip().nanos() - FRESH_NANOS)
        .filter(line -> line.level() != Level.INFO)
        .findFirst();
  }
}
