package understudy.ui;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;

/// Controller of the line that says what was done, or why something was not.
final class NoticePane implements Pane {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private final WindowLoop loop;
  private final Commander commander;
  private Optional<Notice> before = Optional.empty();
  @FXML private HBox notice;
  @FXML private FontIcon icon;
  @FXML private Label text;

  NoticePane(WindowLoop loop, Commander commander) {
    this.loop = loop;
    this.commander = commander;
  }

  @FXML
  void dismiss() {
    commander.forget();
    loop.dispatch(new Action.DismissNotice());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = frame.situation();
    if (!now.notice().equals(before)) {
      before = now.notice();
      before.ifPresent(_ -> commander.forget()); // It is newer than what was refused.
    }
    // Where nothing is open, the middle of the window says what went wrong.
    var told = now.notice().filter(n -> !n.problem() || frame.total() > 0);
    var refused = commander.refused(frame).map(command -> refusal(command, frame));
    var words = refused.or(() -> told.map(Notice::text));
    Dock.present(notice, words.isPresent());
    boolean problem = refused.isEmpty() && told.filter(Notice::problem).isPresent();
    text.setText(words.orElse(""));
    icon.setIconLiteral(problem ? "fth-alert-triangle" : "fth-info");
    notice.pseudoClassStateChanged(PROBLEM, problem);
  }

  private static String refusal(Command command, Frame frame) {
    return Texts.get(
        "notice.refused", PromptPane.words(command), Texts.get(command.need().lack(frame)));
  }
}
