package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import understudy.viewmodel.Action;
import understudy.viewmodel.Action.Question;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Grasp.Letter;
import understudy.viewmodel.Peer;
import understudy.viewmodel.Peers;
import understudy.viewmodel.Phase;

/// Controller of the inspector: all that is known of the selected process, and what can be done to
/// it.
final class InspectorPane implements Pane {
  private static final int MESSAGES_SHOWN = 8;
  private static final long SECOND = 1_000_000_000L;
  private static final long TENTH = 100_000_000L;

  private final WindowLoop loop;
  private final Letters letterList;
  @FXML private VBox nobody;
  @FXML private ScrollPane somebody;
  @FXML private Label name;
  @FXML private Label pid;
  @FXML private Label phase;
  @FXML private Label lastExit;
  @FXML private Node lastExitBox;
  @FXML private Node zombieBox;
  @FXML private Label zombie;
  @FXML private FactGrid facts;
  @FXML private DepthChart depths;
  @FXML private PulseChart restartHistory;
  @FXML private Node stackBox;
  @FXML private VBox stack;
  @FXML private Node budgetBox;
  @FXML private Label budgetText;
  @FXML private BudgetBar budget;
  @FXML private Node stateBox;
  @FXML private Label state;
  @FXML private VBox mailbox;
  @FXML private Node linksBox;
  @FXML private FlowPane links;
  @FXML private Node monitorsBox;
  @FXML private FlowPane monitors;
  @FXML private Node monitoredByBox;
  @FXML private FlowPane monitoredBy;
  @FXML private Label why;
  @FXML private Button spawn;
  @FXML private Button send;
  @FXML private Button crash;
  @FXML private Button stop;

  InspectorPane(WindowLoop loop) {
    this.loop = loop;
    this.letterList = new Letters(loop);
  }

  @FXML
  void initialize() {
    Reveal.install(somebody);
  }

  @FXML
  void askSpawn() {
    loop.dispatch(new Action.Ask(Question.SPAWN));
  }

  @FXML
  void askSend() {
    loop.dispatch(new Action.Ask(Question.SEND));
  }

  @FXML
  void askCrash() {
    loop.dispatch(new Action.Ask(Question.CRASH));
  }

  @FXML
  void stopIt() {
    loop.dispatch(new Action.Stop());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    var shown = frame.facts().filter(f -> f.slot() == desk.selected());
    boolean live = frame.situation().live();
    boolean alive = live && shown.filter(f -> f.phase().isAlive()).isPresent();
    present(nobody, shown.isEmpty());
    present(somebody, shown.isPresent());
    present(why, !live && frame.total() > 0);
    spawn.setDisable(!live || shown.filter(f -> !f.host().isNone()).isEmpty());
    send.setDisable(!alive);
    crash.setDisable(!alive);
    stop.setDisable(!alive);
    var letters = live ? frame.grasp().letters() : List.<Letter>of();
    shown.ifPresent(f -> show(f, letters, Palette.of(desk.dark())));
  }

  private void show(Facts f, List<Letter> letters, Palette palette) {
    name.setText(f.name());
    pid.setText(f.pid().toString());
    phase.setText(f.status().words());
    PhaseStyle.put(phase, f.status());
    present(lastExitBox, !f.lastExit().isEmpty());
    lastExit.setText(f.lastExit());
    present(zombieBox, !f.zombies().isEmpty());
    zombie.setText(f.zombies());
    facts.show(f, loop);
    depths.show(f.history(), palette);
    restartHistory.show(f.restartHistory(), palette);
    present(stackBox, !f.stack().isEmpty());
    Lists.show(stack, f.stack(), "mono");
    present(budgetBox, f.isSupervisor());
    budgetText.setText(
        Texts.get("inspector.budget", f.restartsUsed(), f.restartsAllowed(), f.periodSeconds()));
    budget.show(f.restartsUsed(), f.restartsAllowed(), palette);
    present(stateBox, !f.state().isEmpty());
    state.setText(f.state());
    mailbox(f, letters);
    peers(linksBox, links, f.links());
    peers(monitorsBox, monitors, f.monitors());
    peers(monitoredByBox, monitoredBy, f.monitoredBy());
  }

  private void mailbox(Facts f, List<Letter> letters) {
    if (!letters.isEmpty()) {
      int hidden = f.depth() - Math.min(MESSAGES_SHOWN, letters.size());
      letterList.show(
          mailbox,
          letters.stream().limit(MESSAGES_SHOWN).toList(),
          hidden > 0 ? Texts.get("inspector.more", Figures.whole(hidden)) : "");
      return;
    }
    if (f.mailbox().isEmpty()) {
      String why = f.phase() == Phase.DOWN ? "inspector.dead" : "inspector.empty";
      Lists.show(mailbox, List.of(Texts.get(why)), "muted");
      return;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MESSAGES_SHOWN, f.mailbox().size()); i++) {
      lines.add(message(f, i));
    }
    if (f.depth() > lines.size()) {
      lines.add(Texts.get("inspector.more", Figures.whole(f.depth() - lines.size())));
    }
    Lists.show(mailbox, lines, "mono");
  }

  /// One message with how long it has waited, in steps coarse enough to be read.
  private static String message(Facts f, int at) {
    long age = at < f.ages().size() ? f.ages().get(at) : -1;
    long coarse = age < SECOND ? age / TENTH * TENTH : age / SECOND * SECOND;
    return age < 0
        ? f.mailbox().get(at)
        : f.mailbox().get(at) + "  " + Texts.get("inspector.age", Figures.duration(coarse));
  }

  private void peers(Node box, FlowPane flow, Peers peers) {
    present(box, !peers.isEmpty());
    if (peers.equals(flow.getUserData())) {
      return;
    }
    flow.setUserData(peers);
    flow.getChildren().setAll(peers.first().stream().map(this::link).toList());
    if (peers.more() > 0) {
      var more = new Label(Texts.get("inspector.more", Figures.whole(peers.more())));
      more.getStyleClass().add("muted");
      flow.getChildren().add(more);
    }
  }

  private Hyperlink link(Peer peer) {
    var link = new Hyperlink(peer.name());
    link.setDisable(peer.slot() < 0);
    link.setAccessibleText(peer.name() + " " + peer.pid().toString().toLowerCase(Locale.ROOT));
    link.setOnAction(_ -> loop.dispatch(new Action.Select(peer.slot(), true)));
    return link;
  }

  private static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }
}
