package understudy.ui;

import java.util.Collection;
import javafx.scene.paint.Color;
import understudy.viewmodel.Field;
import understudy.viewmodel.Sides.Apart;

/// Draws frames around processes that somebody has to see.
final class OutlinePainter {
  private static final double[] SOLID = {};

  private final Brush brush;
  private final Field field;

  OutlinePainter(Brush brush, Field field) {
    this.brush = brush;
    this.field = field;
  }

  /// Those that are selected besides the one that is inspected.
  void picked(Collection<Integer> slots) {
    paint(slots, brush.palette.accent(), 3.5, 1.8, 5, 3);
  }

  /// Those that are not as on the other sides.
  void apart(Apart apart) {
    paint(apart.work(), Brush.fade(brush.palette.muted(), 0.7), 3.5, 1.2, 1.5, 3);
    paint(apart.fate(), brush.palette.text(), 4, 2.2, SOLID);
  }

  private void paint(
      Collection<Integer> slots, Color color, double out, double line, double... dashes) {
    if (slots.isEmpty()) {
      return;
    }
    brush.g.setStroke(color);
    brush.g.setLineWidth(line);
    brush.g.setLineDashes(dashes);
    for (int slot : slots) {
      int row = field.rowOf(slot);
      if (row >= 0) {
        brush.g.strokeRoundRect(
            brush.sx(field.x(row)) - out,
            brush.sy(field.y(row)) - out,
            field.width(row) * brush.scale() + 2 * out,
            field.height(row) * brush.scale() + 2 * out,
            12,
            12);
      }
    }
    brush.g.setLineDashes();
  }
}
