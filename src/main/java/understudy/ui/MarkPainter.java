package understudy.ui;

import java.util.Set;
import javafx.scene.paint.Color;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Field;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Hint;

/// Draws what a person asked for over the tree: the selection, what was found, what the pointer is
/// on.
final class MarkPainter {
  /// Draws the words about the process under the pointer beside it, always within the canvas; not
  /// those about the selected one, of which the inspector says more.
  void paintHint(Brush brush, Frame frame, int selected, Extent view) {
    frame
        .hint()
        .filter(hint -> hint.slot() != selected && frame.field().rowOf(hint.slot()) >= 0)
        .ifPresent(hint -> hint(brush, frame.field(), hint, view));
  }

  private static void hint(Brush brush, Field field, Hint hint, Extent view) {
    int row = field.rowOf(hint.slot());
    var strong = brush.fonts.strong(12);
    var plain = brush.fonts.text(11);
    double w = Math.max(brush.width(hint.name(), strong), brush.width(hint.text(), plain)) + 20;
    double h = 42;
    double middle = brush.sx(field.x(row) + field.width(row) / 2);
    double bottom = brush.sy(field.y(row) + field.height(row)) + 8;
    double y = bottom + h > view.height() - 4 ? brush.sy(field.y(row)) - h - 8 : bottom;
    double x = Math.rint(Math.clamp(middle - w / 2, 4, Math.max(4, view.width() - w - 4))) + 0.5;
    y = Math.rint(y) + 0.5;
    brush.g.setFill(brush.palette.card());
    brush.g.fillRoundRect(x, y, Math.rint(w), h, 12, 12);
    brush.g.setStroke(brush.palette.wire());
    brush.g.setLineWidth(1);
    brush.g.strokeRoundRect(x, y, Math.rint(w), h, 12, 12);
    brush.text(hint.name(), x + 10, y + 14, w, strong, brush.palette.text());
    brush.text(hint.text(), x + 10, y + 29, w, plain, brush.palette.muted());
  }

  void paintRings(Brush brush, Frame frame, int selected, boolean focused) {
    var field = frame.field();
    Set<Integer> found = Set.copyOf(frame.found().slots());
    if (!found.isEmpty()) {
      for (int row = 0; row < field.size(); row++) {
        if (found.contains(field.slot(row))) {
          ring(brush, field, row, Brush.fade(brush.palette.accent(), 0.7), 1.2, 2.5);
        }
      }
    }
    int row = selected < 0 ? -1 : field.rowOf(selected);
    if (row >= 0) {
      ring(brush, field, row, brush.palette.accent(), focused ? 2.4 : 1.8, 3.5);
    }
  }

  private static void ring(
      Brush brush, Field field, int row, Color color, double line, double out) {
    double x = Math.rint(brush.sx(field.x(row))) + 0.5 - out;
    double y = Math.rint(brush.sy(field.y(row))) + 0.5 - out;
    double w = Math.rint(field.width(row) * brush.scale()) + 2 * out;
    double h = Math.rint(field.height(row) * brush.scale()) + 2 * out;
    boolean dot = w < 2 * h && !field.supervisor(row);
    double round = dot ? Math.max(w, h) : 12 * field.height(row) * brush.scale() / 44 + 2 * out;
    brush.g.setStroke(color);
    brush.g.setLineWidth(line);
    brush.g.strokeRoundRect(x, y, w, h, round, round);
  }
}
