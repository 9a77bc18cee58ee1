package understudy.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// Controller of the line that says what did not work.
final class NoticePane implements Pane {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private final WindowLoop loop;
  @FXML private HBox notice;
  @FXML private FontIcon icon;
  @FXML private Label text;

  NoticePane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void dismiss() {
    loop.dispatch(new Action.DismissNotice());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var shown = frame.situation().notice();
    notice.setVisible(shown.isPresent());
    notice.setManaged(shown.isPresent());
    shown.ifPresent(line -> {
      text.setText(line.text());
      icon.setIconLiteral(line.problem() ? "fth-alert-triangle" : "fth-info");
      notice.pseudoClassStateChanged(PROBLEM, line.problem());
    });
  }
}
