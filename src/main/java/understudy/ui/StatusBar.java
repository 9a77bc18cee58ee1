package understudy.ui;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// Controller of the line at the bottom: where the facts come from and what the picture costs.
final class StatusBar implements Pane {
  private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
  private static final long FRAMES_A_LOOK = 30;

  private boolean seen;
  private long look;
  @FXML private Region lamp;
  @FXML private Label source;
  @FXML private Label seed;
  @FXML private Label cost;

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    lamp.pseudoClassStateChanged(LIVE, now.live());
    source.setText(
        now.source().isEmpty()
            ? Texts.get("status.nothing")
            : Texts.get(now.live() ? "status.live" : "status.replay", now.source()));
    seed.setText(now.seed().isEmpty() ? "" : Texts.get("status.seed", now.seed()));
    if (frame.number() / FRAMES_A_LOOK != look || !seen) {
      seen = true;
      look = frame.number() / FRAMES_A_LOOK;
      measure(frame);
    }
  }

  private void measure(Frame frame) {
    cost.setText(String.format(Locale.ROOT, Texts.get("status.cost"), frame.costNanos() / 1e6));
  }
}
