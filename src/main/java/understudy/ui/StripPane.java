package understudy.ui;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Machine;

/// Controller of the strip of big numbers.
final class StripPane implements Pane {
  private static final PseudoClass LIVELY = PseudoClass.getPseudoClass("lively");
  private static final long MEGABYTE = 1 << 20;

  /// From so many processes on their figure leaves less room for the words beside it.
  private static final int MANY = 10_000;

  private final WindowLoop loop;
  @FXML private Label processes;
  @FXML private Label processesNote;
  @FXML private Node zombiesBox;
  @FXML private Label zombies;
  @FXML private Tooltip zombiesTip;
  @FXML private Label messages;
  @FXML private Label messagesNote;
  @FXML private Label waiting;
  @FXML private Label waitingNote;
  @FXML private Hyperlink busiest;
  @FXML private Label restarts;
  @FXML private Label restartsNote;
  @FXML private Label time;
  @FXML private Label timeNote;
  @FXML private Label machine;
  @FXML private Label machineNote;

  StripPane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void selectBusiest() {
    int slot = loop.frame().strip().deepestSlot();
    if (slot >= 0) {
      loop.dispatch(new Action.Select(slot, true));
    }
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var strip = frame.strip();
    processes.setText(Figures.compact(strip.processes()));
    boolean haunted = strip.zombies() > 0;
    boolean tight = haunted || strip.processes() >= MANY;
    String note = tight ? "strip.supervise" : "strip.supervisors";
    processesNote.setText(Texts.get(note, strip.supervisors()));
    zombiesBox.setVisible(haunted);
    zombiesBox.setManaged(haunted);
    zombies.setText(Figures.compact((long) strip.zombies()));
    zombiesTip.setText(Texts.get("strip.zombies", strip.zombieText()));
    messages.setText(Figures.compact(strip.messagesPerSecond()));
    messagesNote.setText(Texts.get("strip.sent", Figures.compact(strip.messages())));
    waiting.setText(Figures.compact(strip.waiting()));
    boolean busy = strip.deepest() > 0 && strip.deepestSlot() >= 0;
    Dock.present(busiest, busy);
    Dock.present(waitingNote, !busy);
    waitingNote.setText(Texts.get("strip.empty"));
    if (busy) {
      busiest.setText(
          Texts.get("strip.deepest", Figures.compact(strip.deepest()), strip.deepestName()));
    }
    restarts.setText(Figures.compact(strip.restarts()));
    restarts.pseudoClassStateChanged(LIVELY, strip.restartsLately() > 0);
    restartsNote.setText(Texts.get("strip.lately", strip.restartsLately()));
    time.setText(Figures.clock(strip.nanos()));
    var now = frame.situation();
    timeNote.setText(
        !now.live() && !now.source().isEmpty()
            ? Texts.get("strip.end")
            : now.paused() ? Texts.get("strip.held") : pace(now.tempo().words(), strip.machine()));
    show(strip.machine());
  }

  private static String pace(String asked, Machine now) {
    return now.isBehind()
        ? Texts.get("strip.behind", asked, Math.max(1, Math.round(100 * now.kept())))
        : Texts.get("strip.pace", asked);
  }

  private void show(Machine now) {
    machine.setText(
        now.schedulers() == 0
            ? Texts.get("none")
            : String.format(Locale.ROOT, "%.0f %%", 100 * now.busy() / now.schedulers()));
    String heap =
        now.heapBytes() == 0
            ? ""
            : Texts.get("strip.heap", Figures.whole(now.heapBytes() / MEGABYTE));
    machineNote.setText(
        now.schedulers() == 0
            ? heap
            : Texts.get("strip.schedulers", now.schedulers(), heap).strip());
  }
}
