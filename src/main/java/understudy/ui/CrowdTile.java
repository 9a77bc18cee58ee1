package understudy.ui;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Field;
import understudy.viewmodel.Figures;

/// Draws a supervisor that is too small to be looked into, with all below it, as one tile: how many
/// they are, how full a mailbox of theirs is, on its right edge how full the fullest, and below how
/// many of them are dead.
///
/// Were it all in the colour of the fullest, a single one in each would make all tiles alike.
final class CrowdTile {
  private static final double LEAST_TEXT_HEIGHT = 10;
  private static final double LEAST_BAR_HEIGHT = 7;
  private static final double EDGE = 0.2;
  private static final double WIDEST_EDGE = 5;

  private CrowdTile() {}

  static void paint(Brush brush, Field field, int row, double x, double y, double w, double h) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double width = Math.max(2, Math.floor(x + w) - left - 1);
    double height = Math.max(2, Math.floor(y + h) - top - 1);
    double edge = Math.clamp(Math.rint(width * EDGE), 1, WIDEST_EDGE);
    var color = brush.palette.depth(field.typical(row));
    brush.g.setFill(color);
    brush.g.fillRect(left, top, width - edge, height);
    brush.g.setFill(brush.palette.depth(field.depth(row)));
    brush.g.fillRect(left + width - edge, top, edge, height);
    if (field.unwell(row) > 0) {
      double share = Math.min(1, (double) field.unwell(row) / field.crowd(row));
      double bar = height < LEAST_BAR_HEIGHT ? height : 2;
      brush.g.setFill(brush.palette.crash());
      brush.g.fillRect(left, top + height - bar, Math.max(2, Math.rint(width * share)), bar);
    }
    String text = "\u00d7" + Figures.compact((long) field.crowd(row));
    var font = brush.fonts.strong(9);
    if (height >= LEAST_TEXT_HEIGHT && brush.width(text, font) <= width - edge - 2) {
      boolean bright = color.getBrightness() * (1 - color.getSaturation() / 2) > 0.5;
      var ink = bright ? Color.BLACK : Color.WHITE;
      brush.text(
          text, left + (width - edge) / 2, top + height / 2, font, ink, TextAlignment.CENTER);
    }
  }
}
