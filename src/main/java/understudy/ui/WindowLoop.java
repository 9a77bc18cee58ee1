package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Layer;
import understudy.viewmodel.RollQuery;

/// One way round: an action changes the desk and goes out as effects and a wish; a frame comes in
/// and is shown by every pane.
final class WindowLoop {
  private final UiPort port;
  private final List<Pane> panes = new ArrayList<>();
  private Desk desk = Desk.TIDY;
  private Frame frame = Frame.EMPTY;
  private RollQuery roll = RollQuery.HIDDEN;
  private Set<Layer> layers = Set.of();
  private boolean asked;
  private boolean acted;

  WindowLoop(UiPort port) {
    this.port = port;
  }

  <P extends Pane> P add(P pane) {
    panes.add(pane);
    return pane;
  }

  void dispatch(Action action) {
    acted = true;
    var next = desk.update(action, frame);
    desk = next.desk();
    wish();
    next.effects().forEach(port::carryOut);
    show();
  }

  /// Asks for a frame, once for each that comes.
  void ask() {
    if (!asked) {
      asked = true;
      port.ask();
    }
  }

  /// Takes the newest frame and shows it in every pane; false if there is none.
  boolean pulse() {
    return pulse(true);
  }

  /// Takes the newest frame; false if there is none.
  ///
  /// @param everywhere whether it is shown in panes that are not lively, too
  boolean pulse(boolean everywhere) {
    var next = port.poll();
    next.ifPresent(found -> take(found, everywhere));
    return next.isPresent();
  }

  /// {@return whether a person did something since the last call}
  boolean acted() {
    boolean did = acted;
    acted = false;
    return did;
  }

  private void take(Frame next, boolean everywhere) {
    asked = false;
    frame = next;
    frame
        .facts()
        .filter(facts -> desk.reveal() && facts.slot() == desk.selected())
        .ifPresent(facts -> desk = desk.update(new Action.Reveal(facts.box()), frame).desk());
    wish();
    show(everywhere);
  }

  /// Shows once more what is known.
  void again() {
    show();
  }

  /// Asks for other rows of the process table.
  void roll(RollQuery next) {
    if (!next.equals(roll)) {
      roll = next;
      wish();
    }
  }

  /// Asks for something else over the tree.
  void layers(Set<Layer> next) {
    if (!next.equals(layers)) {
      layers = next;
      wish();
    }
  }

  RollQuery roll() {
    return roll;
  }

  private void wish() {
    port.wish(desk.wish().withRoll(roll).withLayers(layers));
  }

  private void show() {
    show(true);
  }

  private void show(boolean everywhere) {
    for (Pane pane : panes) {
      if (everywhere || pane.isLively()) {
        pane.show(frame, desk);
      }
    }
  }

  Desk desk() {
    return desk;
  }

  Frame frame() {
    return frame;
  }
}
