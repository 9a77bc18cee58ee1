package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.RollQuery;

/// One way round: an action changes the desk and goes out as effects and a wish; a frame comes in
/// and is shown by every pane.
final class WindowLoop {
  private final UiPort port;
  private final List<Pane> panes = new ArrayList<>();
  private Desk desk = Desk.TIDY;
  private Frame frame = Frame.EMPTY;
  private RollQuery roll = RollQuery.HIDDEN;

  WindowLoop(UiPort port) {
    this.port = port;
  }

  <P extends Pane> P add(P pane) {
    panes.add(pane);
    return pane;
  }

  void dispatch(Action action) {
    var next = desk.update(action, frame);
    desk = next.desk();
    wish();
    next.effects().forEach(port::carryOut);
    show();
  }

  /// Takes the newest frame, if there is one.
  void pulse() {
    port.poll().ifPresent(this::take);
  }

  private void take(Frame next) {
    frame = next;
    frame
        .facts()
        .filter(facts -> desk.reveal() && facts.slot() == desk.selected())
        .ifPresent(facts -> desk = desk.update(new Action.Reveal(facts.box()), frame).desk());
    wish();
    show();
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

  RollQuery roll() {
    return roll;
  }

  private void wish() {
    port.wish(desk.wish().withRoll(roll));
  }

  private void show() {
    for (Pane pane : panes) {
      pane.show(frame, desk);
    }
  }

  Desk desk() {
    return desk;
  }

  Frame frame() {
    return frame;
  }
}
