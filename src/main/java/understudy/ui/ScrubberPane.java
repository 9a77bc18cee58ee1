package understudy.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Scrubber;
import understudy.viewmodel.Scrubber.State;
import understudy.viewmodel.Stride;

/// Controller of the scrubber: the one place where another moment is chosen, of a world that runs
/// as of a run that was saved.
final class ScrubberPane implements Pane {
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final WindowLoop loop;
  @FXML private HBox root;
  @FXML private ScrubberBar bar;
  @FXML private Label moment;
  @FXML private Label state;
  @FXML private Button now;

  ScrubberPane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void initialize() {
    bar.setOnMousePressed(this::drag);
    bar.setOnMouseDragged(this::drag);
  }

  /// Who drags to the right end wants the present, whatever became of it meanwhile.
  private void drag(MouseEvent event) {
    var scrubber = loop.frame().scrubber();
    double share = bar.share(event.getX());
    if (scrubber.state() != State.NOTHING) {
      loop.dispatch(share == 1 ? new Action.ToNow() : new Action.Seek(scrubber.nanosAt(share)));
    }
  }

  @FXML
  void crashBack() {
    loop.dispatch(new Action.Travel(Stride.CRASH, false));
  }

  @FXML
  void crashForth() {
    loop.dispatch(new Action.Travel(Stride.CRASH, true));
  }

  @FXML
  void processBack() {
    loop.dispatch(new Action.Travel(Stride.PROCESS, false));
  }

  @FXML
  void processForth() {
    loop.dispatch(new Action.Travel(Stride.PROCESS, true));
  }

  @FXML
  void eventBack() {
    loop.dispatch(new Action.Travel(Stride.EVENT, false));
  }

  @FXML
  void eventForth() {
    loop.dispatch(new Action.Travel(Stride.EVENT, true));
  }

  @FXML
  void toNow() {
    loop.dispatch(new Action.ToNow());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var scrubber = frame.scrubber();
    root.setDisable(scrubber.state() == State.NOTHING);
    root.pseudoClassStateChanged(PAST, scrubber.state() == State.PAST);
    bar.show(scrubber, Palette.of(desk.dark()));
    moment.setText(
        Texts.get(
            "scrubber.moment",
            Figures.moment(scrubber.atNanos()),
            Figures.moment(scrubber.endNanos())));
    state.setText(words(scrubber));
    now.setText(Texts.get(scrubber.state() == State.SAVED ? "scrubber.end" : "scrubber.now"));
    now.setDisable(
        scrubber.state() == State.LIVE
            || (scrubber.state() == State.SAVED && scrubber.atNanos() >= scrubber.endNanos()));
  }

  private static String words(Scrubber scrubber) {
    if (!scrubber.word().isEmpty()) {
      return scrubber.word();
    }
    return switch (scrubber.state()) {
      case NOTHING -> "";
      case LIVE -> Texts.get("scrubber.live", Figures.whole(scrubber.lastSequence()));
      case PAST ->
          Texts.get("scrubber.past", Figures.duration(scrubber.endNanos() - scrubber.atNanos()));
      case SAVED ->
          Texts.get(
              "scrubber.saved",
              Figures.whole(scrubber.sequence()),
              Figures.whole(scrubber.lastSequence()));
    };
  }
}
