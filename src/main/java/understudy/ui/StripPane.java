package understudy.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;

/// Controller of the strip of big numbers.
final class StripPane implements Pane {
  private static final PseudoClass LIVELY = PseudoClass.getPseudoClass("lively");

  @FXML private Label processes;
  @FXML private Label processesNote;
  @FXML private Node zombiesBox;
  @FXML private Label zombies;
  @FXML private Tooltip zombiesTip;
  @FXML private Label messages;
  @FXML private Label messagesNote;
  @FXML private Label waiting;
  @FXML private Label waitingNote;
  @FXML private Label restarts;
  @FXML private Label restartsNote;
  @FXML private Label time;
  @FXML private Label timeNote;

  @Override
  public void show(Frame frame, Desk desk) {
    var strip = frame.strip();
    processes.setText(Figures.compact(strip.processes()));
    boolean haunted = strip.zombies() > 0;
    String note = haunted ? "strip.supervise" : "strip.supervisors";
    processesNote.setText(Texts.get(note, strip.supervisors()));
    zombiesBox.setVisible(haunted);
    zombiesBox.setManaged(haunted);
    zombies.setText(Figures.compact((long) strip.zombies()));
    zombiesTip.setText(Texts.get("strip.zombies", strip.zombieText()));
    messages.setText(Figures.compact(strip.messagesPerSecond()));
    messagesNote.setText(Texts.get("strip.sent", Figures.compact(strip.messages())));
    waiting.setText(Figures.compact(strip.waiting()));
    waitingNote.setText(
        strip.deepest() == 0
            ? Texts.get("strip.empty")
            : Texts.get("strip.deepest", Figures.compact(strip.deepest()), strip.deepestName()));
    restarts.setText(Figures.compact(strip.restarts()));
    restarts.pseudoClassStateChanged(LIVELY, strip.restartsLately() > 0);
    restartsNote.setText(Texts.get("strip.lately", strip.restartsLately()));
    time.setText(Figures.clock(strip.nanos()));
    var now = frame.situation();
    timeNote.setText(
        !now.live() && !now.source().isEmpty()
            ? Texts.get("strip.end")
            : now.paused()
                ? Texts.get("strip.held")
                : Texts.get("strip.pace", now.tempo().words()));
  }
}
