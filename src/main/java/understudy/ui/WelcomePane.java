package understudy.ui;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Tour;

/// Controller of the three steps that explain the window the first time.
final class WelcomePane implements Pane {
  private static final List<String> ICONS =
      List.of("fth-mouse-pointer", "fth-zap", "fth-fast-forward");

  private final Arranger arranger;
  @FXML private HBox welcome;
  @FXML private FontIcon icon;
  @FXML private Label title;
  @FXML private Label place;
  @FXML private Label text;
  @FXML private Button skip;
  @FXML private Button next;
  private Tour tour = Tour.BEGIN;
  private boolean wanted;

  WelcomePane(Arranger arranger) {
    this.arranger = arranger;
  }

  @FXML
  void initialize() {
    arranger.tell(now -> {
      if (!now.welcomed() && !wanted) {
        tour = Tour.BEGIN;
      }
      wanted = !now.welcomed();
    });
  }

  @FXML
  void next() {
    tour = tour.next();
    told();
  }

  @FXML
  void skip() {
    tour = Tour.OVER;
    told();
  }

  private void told() {
    if (tour.over()) {
      arranger.change(new Change.Welcome(true));
    }
    show();
  }

  @Override
  public void show(Frame frame, Desk desk) {
    if (wanted && frame.total() > 0) {
      tour = tour.watch(frame, desk);
    }
    Dock.present(
        welcome, wanted && !tour.over() && frame.total() > 0 && !arranger.now().presenting());
    show();
  }

  private void show() {
    if (!wanted || tour.over()) {
      Dock.present(welcome, false);
      return;
    }
    int step = tour.step();
    icon.setIconLiteral(ICONS.get(step));
    title.setText(Texts.get("welcome." + step + ".title"));
    text.setText(Texts.get("welcome." + step + ".text"));
    place.setText(Texts.get("welcome.place", step + 1, Tour.STEPS));
    boolean last = step == Tour.STEPS - 1;
    next.setText(Texts.get(last ? "welcome.done" : "welcome.next"));
    Dock.present(skip, !last);
  }
}
