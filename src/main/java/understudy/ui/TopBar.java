package understudy.ui;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Dial;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Scrubber;

/// Controller of the bar at the top: what is played, how fast, recording, finding.
final class TopBar implements Pane {
  private final WindowLoop loop;
  private final FileGestures files;
  @FXML private ComboBox<String> lessons;
  @FXML private Button restart;
  @FXML private Button play;
  @FXML private FontIcon playIcon;
  @FXML private Button step;
  @FXML private Slider speed;
  @FXML private Label speedText;
  @FXML private ToggleButton record;
  @FXML private Button save;
  @FXML private TextField find;
  @FXML private Label findCount;
  @FXML private FontIcon themeIcon;

  TopBar(WindowLoop loop, FileGestures files) {
    this.loop = loop;
    this.files = files;
  }

  @FXML
  void initialize() {
    find.setOnKeyTyped(_ -> loop.dispatch(new Action.Find(find.getText())));
  }

  @FXML
  void chooseLesson() {
    Optional.ofNullable(lessons.getValue())
        .filter(name -> !name.equals(loop.frame().situation().lesson()))
        .ifPresent(name -> loop.dispatch(new Action.Lesson(name)));
  }

  @FXML
  void restartLesson() {
    loop.dispatch(new Action.Lesson(loop.frame().situation().lesson()));
  }

  @FXML
  void openPrompt() {
    loop.dispatch(new Action.TogglePrompt());
  }

  @FXML
  void togglePlay() {
    loop.dispatch(new Action.TogglePause());
  }

  @FXML
  void stepOnce() {
    loop.dispatch(new Action.StepOnce());
  }

  @FXML
  void changeSpeed() {
    loop.dispatch(new Action.Speed(Dial.at(speed.getValue())));
  }

  @FXML
  void toggleRecording() {
    loop.dispatch(new Action.ToggleRecording());
  }

  @FXML
  void open(ActionEvent event) {
    files.open(((Node) event.getSource()).getScene().getWindow());
  }

  @FXML
  void save(ActionEvent event) {
    files.save(((Node) event.getSource()).getScene().getWindow());
  }

  @FXML
  void findNext() {
    loop.dispatch(new Action.FindNext());
  }

  @FXML
  void toggleTheme() {
    loop.dispatch(new Action.ToggleTheme());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    if (!lessons.getItems().equals(now.lessons())) {
      lessons.setItems(FXCollections.observableArrayList(now.lessons()));
    }
    if (!lessons.isShowing()) {
      lessons.setValue(now.lesson().isEmpty() ? null : now.lesson());
    }
    play.setText(Texts.get(now.paused() ? "play" : "pause"));
    playIcon.setIconLiteral(now.paused() ? "fth-play" : "fth-pause");
    boolean run = frame.scrubber().state() != Scrubber.State.NOTHING;
    play.setDisable(!run && (frame.total() == 0 || !now.live()));
    restart.setDisable(now.lesson().isEmpty());
    step.setDisable(!now.paused() || frame.total() == 0 || !now.live());
    speed.setDisable(!now.live() && !run);
    if (!speed.isValueChanging() && !speed.isPressed()) {
      speed.setValue(now.tempo().position());
    }
    speedText.setText(now.live() || run ? now.tempo().words() : "");
    record.setSelected(now.recording());
    record.setText(
        now.recording()
            ? Texts.get("recording", Figures.compact(now.recorded()))
            : Texts.get("record"));
    record.setDisable(!now.live());
    save.setDisable(!now.savable());
    if (desk.find().isEmpty() && !find.isFocused()) {
      find.clear();
    }
    findCount.setText(desk.find().isBlank() ? "" : Texts.get("find.count", frame.found().total()));
    themeIcon.setIconLiteral(desk.dark() ? "fth-sun" : "fth-moon");
  }
}
