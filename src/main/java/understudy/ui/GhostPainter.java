package understudy.ui;

import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Field;

/// Marks the places where the code of a dead process still runs.
final class GhostPainter {
  private static final double NATURAL_HEIGHT = 44;
  private static final double SMALLEST = 7;

  /// Draws a ghost over the upper left corner of every such place; several there, their number.
  void paint(Brush brush, Field field, boolean[] worded) {
    for (int row = 0; row < field.size(); row++) {
      if (field.zombies(row) > 0) {
        mark(brush, field, row, worded[row]);
      }
    }
  }

  private static void mark(Brush brush, Field field, int row, boolean card) {
    double x = brush.sx(field.x(row));
    double y = brush.sy(field.y(row));
    double h = field.height(row) * brush.scale();
    if (card) {
      double high = Math.clamp(17 * h / NATURAL_HEIGHT, 12, 26);
      ghost(brush, field.zombies(row), x - high * 0.3, y - high * 0.5, high);
    } else {
      double high = Math.clamp(h * 0.75, SMALLEST, 14);
      ghost(brush, 1, x - high * 0.35, y - high * 0.35, high);
    }
  }

  private static void ghost(Brush brush, int many, double x, double y, double high) {
    double unit = high / Ghost.HEIGHT;
    brush.g.save();
    brush.g.translate(Math.rint(x), Math.rint(y));
    brush.g.scale(unit, unit);
    brush.g.beginPath();
    brush.g.appendSVGPath(many == 1 ? Ghost.WITH_EYES : Ghost.BODY);
    brush.g.setStroke(brush.palette.ground());
    brush.g.setLineWidth(3 / unit);
    brush.g.stroke();
    brush.g.setFill(brush.palette.ghost());
    brush.g.fill();
    brush.g.restore();
    if (many > 1) {
      String text = many > 9 ? "9+" : Integer.toString(many);
      var font = brush.fonts.strong(high * 0.55);
      double middle = Math.rint(x) + Ghost.WIDTH * unit / 2;
      var color = brush.palette.ground();
      brush.text(text, middle, y + high * 0.45, font, color, TextAlignment.CENTER);
    }
  }
}
