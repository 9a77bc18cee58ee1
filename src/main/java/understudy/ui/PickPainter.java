package understudy.ui;

import java.util.List;
import understudy.viewmodel.Field;

/// Draws a dashed frame around each process that is selected besides the one that is inspected.
final class PickPainter {
  private static final double GAP = 3.5;

  private PickPainter() {}

  static void paint(Brush brush, Field field, List<Integer> picked) {
    if (picked.isEmpty()) {
      return;
    }
    brush.g.setStroke(brush.palette.accent());
    brush.g.setLineWidth(1.8);
    brush.g.setLineDashes(5, 3);
    for (int slot : picked) {
      int row = field.rowOf(slot);
      if (row >= 0) {
        brush.g.strokeRoundRect(
            brush.sx(field.x(row)) - GAP,
            brush.sy(field.y(row)) - GAP,
            field.width(row) * brush.scale() + 2 * GAP,
            field.height(row) * brush.scale() + 2 * GAP,
            12,
            12);
      }
    }
    brush.g.setLineDashes();
  }
}
