package understudy.ui;

import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Arrangement.Edges;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Command.Own;

/// Moves the edges between the panes by a step, from where they truly are: they may have been
/// dragged.
final class EdgeSteps {
  private static final double STEP = 0.03;

  private final Arranger arranger;
  private final Dock dock;

  EdgeSteps(Arranger arranger, Dock dock) {
    this.arranger = arranger;
    this.dock = dock;
  }

  void install(Commander commander) {
    commander.on(Own.WIDER, () -> across(STEP));
    commander.on(Own.NARROWER, () -> across(-STEP));
    commander.on(Own.HIGHER, () -> lower(STEP));
    commander.on(Own.LOWER, () -> lower(-STEP));
  }

  private void across(double step) {
    var e = dock.edges();
    double by = arranger.now().inspector() == Side.LEFT ? -step : step;
    move(new Edges(e.inspector() + by, e.table(), e.timeline(), e.events()));
  }

  private void lower(double step) {
    var e = dock.edges();
    boolean events = arranger.now().events();
    move(
        new Edges(
            e.inspector(),
            e.table(),
            events ? e.timeline() : e.timeline() + step,
            events ? e.events() + step : e.events()));
  }

  private void move(Edges edges) {
    arranger.change(new Change.Move(edges));
  }
}
