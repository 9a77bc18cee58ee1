package understudy.ui;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import understudy.viewmodel.Action;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Prompt;
import understudy.viewmodel.Prompt.Row;

/// Controller of the command palette: any process and anything that can be done, by a few letters.
final class PromptPane implements Pane {
  private static final int MOST_ROWS = 11;
  private static final int PAGE = 8;

  private final WindowLoop loop;
  private final Commander commander;
  @FXML private StackPane prompt;
  @FXML private TextField promptField;
  @FXML private ListView<Row> promptRows;
  @FXML private Label promptNote;
  private List<Row> shown = List.of();
  private boolean waiting;

  PromptPane(WindowLoop loop, Commander commander) {
    this.loop = loop;
    this.commander = commander;
  }

  @FXML
  void initialize() {
    promptRows.setCellFactory(_ -> new PromptCell(this::take, loop::frame));
    promptField
        .textProperty()
        .subscribe(text -> {
          if (!text.equals(loop.desk().hands().prompt().text())) {
            loop.dispatch(new Action.Prompted(text));
          }
        });
    promptField.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-PAGE);
      case PAGE_DOWN -> move(PAGE);
      case ENTER -> enter();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    loop.dispatch(new Action.PromptMove(by, shown.size()));
  }

  /// What was typed a moment ago may not have been looked for yet.
  private void enter() {
    waiting = !isFresh(loop.frame(), loop.desk().hands().prompt());
    int at = loop.desk().hands().prompt().at();
    if (!waiting && at < shown.size()) {
      take(shown.get(at));
    }
  }

  private static boolean isFresh(Frame frame, Prompt now) {
    var hits = frame.grasp().hits();
    return hits.text().equals(now.text()) && (hits.done() || !hits.best().isEmpty());
  }

  private void take(Row row) {
    switch (row) {
      case Row.Found(var hit) -> {
        close();
        loop.dispatch(new Action.Select(hit.slot(), true));
      }
      case Row.Deed(var command, _, var possible) when possible -> {
        close();
        commander.run(command);
      }
      case Row.Deed _ -> {}
    }
  }

  @FXML
  void close() {
    waiting = false;
    if (loop.desk().hands().prompt().open()) {
      loop.dispatch(new Action.TogglePrompt());
    }
  }

  @FXML
  void closeOutside(MouseEvent event) {
    if (event.getTarget().equals(prompt)) {
      close();
    }
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var now = desk.hands().prompt();
    boolean opened = now.open() && !prompt.isVisible();
    boolean closed = !now.open() && prompt.isVisible();
    prompt.setVisible(now.open());
    prompt.setManaged(now.open());
    if (closed) {
      Optional.ofNullable(prompt.getScene().lookup("#tree")).ifPresent(Node::requestFocus);
    }
    if (!now.open()) {
      return;
    }
    if (opened) {
      promptField.setText(now.text());
      promptField.requestFocus();
    }
    fill(now.page(frame, PromptPane::words), now);
    if (waiting && isFresh(frame, now)) {
      enter();
    }
  }

  private void fill(Prompt.Page page, Prompt now) {
    if (!page.rows().equals(shown)) {
      shown = page.rows();
      promptRows.getItems().setAll(shown);
      double row = promptRows.getFixedCellSize();
      promptRows.setPrefHeight(row * Math.clamp(shown.size(), 1, MOST_ROWS) + 2);
    }
    int at = Math.min(now.at(), shown.size() - 1);
    if (promptRows.getSelectionModel().getSelectedIndex() != at) {
      promptRows.getSelectionModel().clearAndSelect(Math.max(0, at));
      if (at >= 0) {
        promptRows.scrollTo(Math.max(0, at - MOST_ROWS / 2));
      }
    }
    promptNote.setText(note(page));
  }

  private static String note(Prompt.Page page) {
    if (page.rows().isEmpty()) {
      return Texts.get(page.done() ? "prompt.nothing" : "prompt.looking");
    }
    if (page.more() <= 0) {
      return Texts.get(page.done() ? "prompt.hint" : "prompt.looking");
    }
    return Texts.get(
        page.done() ? "prompt.more" : "prompt.more.looking", Figures.whole(page.more()));
  }

  static String words(Command command) {
    return Texts.get("command." + command.id(), command.about());
  }
}
