package understudy.ui;

import understudy.viewmodel.Box;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Wires;

/// Draws families: a panel under each, and the lines from a supervisor to its children.
///
/// A panel hides the lines that run behind it. Lines are elbows with round corners near by, plain
/// rectangles of one pixel from afar or where there are many.
final class WirePainter {
  private static final int MOST_ROUND = 300;
  private static final double PADDING = 9;
  private static final double SMALLEST_PANEL = 26;

  void paint(Brush brush, Wires wires, Extent view) {
    boolean round = wires.families().size() <= MOST_ROUND && brush.scale() > 0.35;
    for (var family : wires.families()) {
      if (isInView(brush, family.block(), view)) {
        panel(brush, family);
        brush.g.setStroke(brush.palette.wire());
        brush.g.setFill(brush.palette.wire());
        brush.g.setLineWidth(1);
        for (var elbow : family.elbows()) {
          elbow(brush, elbow, round, view);
        }
        for (var rail : family.rails()) {
          double left = brush.sx(rail.left());
          across(brush, left, brush.sy(rail.y()), brush.sx(rail.right()) - left, view);
        }
      }
    }
  }

  private static boolean isInView(Brush brush, Box box, Extent view) {
    double x = brush.sx(box.x());
    double y = brush.sy(box.y());
    return x <= view.width()
        && y <= view.height()
        && x + box.width() * brush.scale() >= 0
        && y + box.height() * brush.scale() >= 0;
  }

  private static void panel(Brush brush, Wires.Family family) {
    var box = family.block();
    double wanted = Math.max(3, PADDING - 3 * (family.depth() - 1));
    double padding = Math.min(wanted, wanted * brush.scale());
    double w = box.width() * brush.scale() + 2 * padding;
    double h = box.height() * brush.scale() + 2 * padding;
    if (family.depth() == 0 || Math.min(w, h) < SMALLEST_PANEL) {
      return;
    }
    double x = snap(brush.sx(box.x()) - padding);
    double y = snap(brush.sy(box.y()) - padding);
    double corner = Math.min(18, 20 * brush.scale());
    brush.g.setFill(brush.palette.panel());
    brush.g.fillRoundRect(x, y, Math.rint(w), Math.rint(h), corner, corner);
    brush.g.setStroke(brush.palette.grid());
    brush.g.setLineWidth(1);
    brush.g.strokeRoundRect(x, y, Math.rint(w), Math.rint(h), corner, corner);
  }

  private static void elbow(Brush brush, Wires.Elbow elbow, boolean round, Extent view) {
    double x0 = snap(brush.sx(elbow.fromX()));
    double y0 = snap(brush.sy(elbow.fromY()));
    double x1 = snap(brush.sx(elbow.toX()));
    double y1 = snap(brush.sy(elbow.toY()));
    double middle = snap(brush.sy(elbow.bendY()));
    double bend = Math.min(Math.min(8, Math.abs(x1 - x0) / 2), (middle - y0) / 2);
    if (!round || bend < 1) {
      down(brush, x0, y0, middle - y0, view);
      across(brush, Math.min(x0, x1), middle, Math.abs(x1 - x0), view);
      down(brush, x1, middle, y1 - middle, view);
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

  private static void across(Brush brush, double x, double y, double length, Extent view) {
    double from = Math.max(x, -1);
    double to = Math.min(x + length, view.width() + 1);
    if (to > from) {
      brush.g.fillRect(from, Math.floor(y), to - from, 1);
    }
  }

  private static void down(Brush brush, double x, double y, double length, Extent view) {
    double from = Math.max(y, -1);
    double to = Math.min(y + length, view.height() + 1);
    if (to > from) {
      brush.g.fillRect(Math.floor(x), from, 1, to - from);
    }
  }

  private static double snap(double pixel) {
    return Math.floor(pixel) + 0.5;
  }
}
