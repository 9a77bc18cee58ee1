package understudy.ui;

import understudy.viewmodel.Field;

/// A bowed line from the middle of one card to the middle of another, in pixels.
record Curve(double x0, double y0, double cx, double cy, double x1, double y1) {
  private static final int STEPS = 24;

  /// Bowed upwards, whichever way it goes.
  static Curve upward(Brush brush, Field field, int from, int to) {
    double x0 = middleX(brush, field, from);
    double y0 = middleY(brush, field, from);
    double x1 = middleX(brush, field, to);
    double y1 = middleY(brush, field, to);
    double bow = Math.min(60, Math.hypot(x1 - x0, y1 - y0) * 0.25);
    return new Curve(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2 - bow, x1, y1);
  }

  /// Bowed to its left, so that the way back is another line.
  static Curve leftward(Brush brush, Field field, int from, int to) {
    double x0 = middleX(brush, field, from);
    double y0 = middleY(brush, field, from);
    double x1 = middleX(brush, field, to);
    double y1 = middleY(brush, field, to);
    double length = Math.max(1, Math.hypot(x1 - x0, y1 - y0));
    double bow = Math.min(48, length * 0.18) / length;
    return new Curve(
        x0, y0, (x0 + x1) / 2 + (y1 - y0) * bow, (y0 + y1) / 2 - (x1 - x0) * bow, x1, y1);
  }

  private static double middleX(Brush brush, Field field, int row) {
    return brush.sx(field.x(row) + field.width(row) / 2);
  }

  private static double middleY(Brush brush, Field field, int row) {
    return brush.sy(field.y(row) + field.height(row) / 2);
  }

  void stroke(Ink g) {
    g.beginPath();
    g.moveTo(x0, y0);
    g.quadraticCurveTo(cx, cy, x1, y1);
    g.stroke();
  }

  /// Draws the head of an arrow where the line reaches the card of its end.
  void head(Brush brush, Field field, int to, double size) {
    double left = brush.sx(field.x(to)) - 1;
    double top = brush.sy(field.y(to)) - 1;
    double right = left + field.width(to) * brush.scale() + 2;
    double bottom = top + field.height(to) * brush.scale() + 2;
    for (int i = STEPS; i > 0; i--) {
      double t = (double) i / STEPS;
      double x = at(t, x0, cx, x1);
      double y = at(t, y0, cy, y1);
      if (x < left || x > right || y < top || y > bottom) {
        head(brush.g, x, y, at(t + 1.0 / STEPS, x0, cx, x1), at(t + 1.0 / STEPS, y0, cy, y1), size);
        return;
      }
    }
  }

  private static void head(Ink g, double x, double y, double toX, double toY, double size) {
    double length = Math.max(0.01, Math.hypot(toX - x, toY - y));
    double dx = (toX - x) / length * size;
    double dy = (toY - y) / length * size;
    g.beginPath();
    g.moveTo(x + dx, y + dy);
    g.lineTo(x - dy * 0.6, y + dx * 0.6);
    g.lineTo(x + dy * 0.6, y - dx * 0.6);
    g.closePath();
    g.fill();
  }

  private static double at(double t, double from, double control, double to) {
    return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
  }
}
