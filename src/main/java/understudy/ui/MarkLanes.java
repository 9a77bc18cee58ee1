package understudy.ui;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import understudy.viewmodel.Level;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Timeline.Mark;

/// A lane for each run, over the whole of its time: where something died, gave up or was restarted.
final class MarkLanes extends Region {
  private static final double LANE = 8;

  /// Half of a slider's thumb: there its track begins and ends.
  private static final double SIDE = 8;

  private final Canvas canvas = new Canvas();
  private Sides shown = Sides.CLOSED;
  private Palette palette = Palette.DARK;

  MarkLanes() {
    getChildren().add(canvas);
    setMouseTransparent(true);
    setMinHeight(Sides.MOST * LANE);
    setPrefHeight(Sides.MOST * LANE);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  void show(Sides next, Palette nextPalette) {
    boolean same =
        next.sides().stream()
                .map(Sides.Side::marks)
                .toList()
                .equals(shown.sides().stream().map(Sides.Side::marks).toList())
            && next.clock().endNanos() == shown.clock().endNanos()
            && palette.equals(nextPalette);
    shown = next;
    palette = nextPalette;
    if (!same) {
      paint();
    }
  }

  private void paint() {
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    long end = shown.clock().endNanos();
    if (end <= 0) {
      return;
    }
    g.setFill(Brush.fade(palette.accent(), 0.5));
    g.fillRect(x(shown.clock().parted(), end), 0, 1, getHeight());
    for (int i = 0; i < shown.sides().size(); i++) {
      double y = i * LANE + LANE / 2;
      g.setFill(palette.track());
      g.fillRect(SIDE, y, getWidth() - 2 * SIDE, 1);
      for (Mark mark : shown.sides().get(i).marks()) {
        boolean restart = mark.level() == Level.RESTART;
        g.setFill(restart ? palette.restart() : palette.crash());
        double size = mark.level() == Level.ESCALATION ? 7 : 5;
        double x = x(mark.nanos(), end) - size / 2;
        if (restart) {
          g.fillOval(x, y - size / 2, size, size);
        } else {
          g.fillPolygon(
              new double[] {x, x + size, x + size / 2},
              new double[] {y - size / 2, y - size / 2, y + size / 2},
              3);
        }
      }
    }
  }

  private double x(long nanos, long end) {
    return SIDE + (getWidth() - 2 * SIDE) * Math.min(1, (double) nanos / end);
  }
}
