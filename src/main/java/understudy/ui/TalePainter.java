package understudy.ui;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import understudy.ui.Tales.Tale;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Field;

/// Draws what has just happened in words: under a worker what became of it, over a supervisor what
/// it does about its children.
final class TalePainter {
  private static final double NATURAL_HEIGHT = 44;
  private static final double SMALLEST_CARD = 24;
  private static final double SMALLEST_FOR_ALL = 32;
  private static final double EDGE = 4;

  /// Where the words of a card end, as a share of its height.
  private static final double BELOW_WORDS = 0.8;

  /// How far a pill may reach beyond its card, in the world's units: half the way to the next.
  private static final double GAP = 8;

  void paint(Brush brush, List<Tale> tales, Field field, Extent view) {
    boolean alone = tales.stream().filter(each -> !each.decision()).count() == 1;
    for (var tale : tales) {
      double h = field.height(tale.row()) * brush.scale();
      boolean small = h < SMALLEST_FOR_ALL;
      if (h >= SMALLEST_CARD && !(small && tale.tone() == Tales.Tone.TAKEN)) {
        pill(brush, tale, field, view, h / NATURAL_HEIGHT, alone);
      }
    }
  }

  private static void pill(
      Brush brush, Tale tale, Field field, Extent view, double s, boolean alone) {
    int row = tale.row();
    var font = brush.fonts.strong(Math.clamp(11.5 * s, 10, 20));
    double h = Math.rint(font.getSize() * 1.6);
    double ends = font.getSize() * 1.3;
    double beside = alone ? field.width(row) : GAP; // Beside it may stand another's.
    double room = (field.width(row) + beside) * brush.scale() - ends;
    boolean whole = tale.decision() || brush.width(tale.text(), font) <= room;
    String words = whole ? tale.text() : brush.fit(tale.brief(), room, font);
    double w = Math.rint(brush.width(words, font) + ends);
    double middle = brush.sx(field.x(row) + field.width(row) / 2);
    double edge =
        tale.decision()
            ? brush.sy(field.y(row)) - h * 0.36
            : brush.sy(field.y(row) + field.height(row));
    double x = Math.rint(Math.clamp(middle - w / 2, EDGE, Math.max(EDGE, view.width() - w - EDGE)));
    double bar = brush.sy(field.y(row) + BELOW_WORDS * field.height(row));
    double y = Math.rint(tale.decision() ? edge - h / 2 : Math.max(edge - h / 2, bar));
    brush.g.setFill(brush.palette.ground());
    brush.g.fillRoundRect(x - 1.5, y - 1.5, w + 3, h + 3, h + 3, h + 3);
    boolean past = tale.tone() == Tales.Tone.PAST;
    var color = color(brush, tale);
    brush.g.setFill(past ? brush.palette.card() : color);
    brush.g.fillRoundRect(x, y, w, h, h, h);
    if (past) {
      brush.g.setStroke(color);
      brush.g.setLineWidth(1);
      brush.g.strokeRoundRect(x + 0.5, y + 0.5, w - 1, h - 1, h - 1, h - 1);
    }
    var ink = past ? color : brush.palette.ground();
    brush.text(words, x + w / 2, y + h / 2, font, ink, TextAlignment.CENTER);
  }

  private static Color color(Brush brush, Tale tale) {
    return switch (tale.tone()) {
      case CRASH -> brush.palette.crash();
      case TAKEN -> brush.palette.taken();
      case RESTART, PAST -> brush.palette.restart();
      case CALM -> brush.palette.muted();
    };
  }
}
