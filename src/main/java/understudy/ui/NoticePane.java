package understudy.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Scrubber;

/// Controller of the line that says what did not work, or that a recording is looked at.
final class NoticePane implements Pane {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private final WindowLoop loop;
  @FXML private HBox notice;
  @FXML private FontIcon icon;
  @FXML private Label text;
  @FXML private Button dismiss;

  NoticePane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void dismiss() {
    loop.dispatch(new Action.DismissNotice());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    boolean past = frame.scrubber().state() == Scrubber.State.PAST;
    boolean replay = past || (!now.live() && !now.source().isEmpty());
    // Where nothing is open, the middle of the window says what went wrong.
    var told = now.notice().filter(n -> !n.problem() || frame.total() > 0);
    notice.setVisible(replay || told.isPresent());
    notice.setManaged(replay || told.isPresent());
    dismiss.setVisible(told.isPresent());
    dismiss.setManaged(told.isPresent());
    boolean problem = told.filter(Notice::problem).isPresent();
    text.setText(
        told.map(Notice::text)
            .orElse(replay ? Texts.get(past ? "notice.past" : "notice.replay") : ""));
    icon.setIconLiteral(
        problem ? "fth-alert-triangle" : told.isPresent() ? "fth-info" : "fth-film");
    notice.pseudoClassStateChanged(PROBLEM, problem);
  }
}
