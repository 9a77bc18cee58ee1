package understudy.ui;

import understudy.viewmodel.Extent;
import understudy.viewmodel.Wires;

/// Draws the lines of the tree: elbows with round corners near by, plain rectangles of one pixel
/// from afar or where there are many.
final class WirePainter {
  private static final int MOST_ROUND = 300;

  void paint(Brush brush, Wires wires, Extent view) {
    boolean round = wires.connectors() <= MOST_ROUND && brush.scale() > 0.35;
    brush.g.setStroke(brush.palette.wire());
    brush.g.setFill(brush.palette.wire());
    brush.g.setLineWidth(1);
    for (int i = 0; i < wires.connectors(); i++) {
      elbow(
          brush,
          wires.connector(i, 0),
          wires.connector(i, 1),
          wires.connector(i, 2),
          wires.connector(i, 3),
          round,
          view);
    }
    for (int i = 0; i < wires.rails(); i++) {
      double left = wires.rail(i, 2);
      double right = wires.rail(i, 3);
      double y = wires.rail(i, 4);
      elbow(brush, wires.rail(i, 0), wires.rail(i, 1), (left + right) / 2, y, round, view);
      line(brush, brush.sx(left), brush.sy(y), brush.sx(right) - brush.sx(left), true, view);
    }
  }

  private static void elbow(
      Brush brush, double fx, double fy, double tx, double ty, boolean round, Extent view) {
    double x0 = snap(brush.sx(fx));
    double y0 = snap(brush.sy(fy));
    double x1 = snap(brush.sx(tx));
    double y1 = snap(brush.sy(ty));
    if (Math.max(x0, x1) < 0
        || Math.min(x0, x1) > view.width()
        || Math.max(y0, y1) < 0
        || Math.min(y0, y1) > view.height()) {
      return;
    }
    double middle = snap((y0 + y1) / 2);
    double bend = Math.min(Math.min(8, Math.abs(x1 - x0) / 2), Math.abs(y1 - y0) / 2);
    if (!round || bend < 1) {
      line(brush, x0, y0, middle - y0, false, view);
      line(brush, Math.min(x0, x1), middle, Math.abs(x1 - x0), true, view);
      line(brush, x1, middle, y1 - middle, false, view);
      return;
    }
    double way = Math.signum(x1 - x0);
    brush.g.beginPath();
    brush.g.moveTo(x0, y0);
    brush.g.lineTo(x0, middle - bend);
    brush.g.quadraticCurveTo(x0, middle, x0 + way * bend, middle);
    brush.g.lineTo(x1 - way * bend, middle);
    brush.g.quadraticCurveTo(x1, middle, x1, middle + bend);
    brush.g.lineTo(x1, y1);
    brush.g.stroke();
  }

  private static void line(
      Brush brush, double x, double y, double length, boolean across, Extent view) {
    double from = Math.max(across ? x : y, -1);
    double to = Math.min((across ? x : y) + length, (across ? view.width() : view.height()) + 1);
    if (to <= from) {
      return;
    }
    if (across) {
      brush.g.fillRect(from, Math.floor(y), to - from, 1);
    } else {
      brush.g.fillRect(Math.floor(x), from, 1, to - from);
    }
  }

  private static double snap(double pixel) {
    return Math.floor(pixel) + 0.5;
  }
}
