package understudy.ui;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Field;
import understudy.viewmodel.Figures;

/// Draws a supervisor that is too small to be looked into, with all below it, as one tile: how many
/// they are, how full their fullest mailbox is, and how many of them are dead.
final class CrowdTile {
  private static final double LEAST_TEXT_HEIGHT = 10;
  private static final double LEAST_BAR_HEIGHT = 7;

  private CrowdTile() {}

  static void paint(Brush brush, Field field, int row, double x, double y, double w, double h) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double width = Math.max(2, Math.floor(x + w) - left - 1);
    double height = Math.max(2, Math.floor(y + h) - top - 1);
    var color = brush.palette.depth(field.depth(row));
    brush.g.setFill(color);
    brush.g.fillRect(left, top, width, height);
    if (field.unwell(row) > 0) {
      double share = Math.min(1, (double) field.unwell(row) / field.crowd(row));
      double bar = height < LEAST_BAR_HEIGHT ? height : 2;
      brush.g.setFill(brush.palette.crash());
      brush.g.fillRect(left, top + height - bar, Math.max(2, Math.rint(width * share)), bar);
    }
    String text = "\u00d7" + Figures.compact((long) field.crowd(row));
    var font = brush.fonts.strong(9);
    if (height >= LEAST_TEXT_HEIGHT && brush.width(text, font) <= width - 3) {
      boolean bright = color.getBrightness() * (1 - color.getSaturation() / 2) > 0.5;
      var ink = bright ? Color.BLACK : Color.WHITE;
      brush.text(text, left + width / 2, top + height / 2, font, ink, TextAlignment.CENTER);
    }
  }
}
