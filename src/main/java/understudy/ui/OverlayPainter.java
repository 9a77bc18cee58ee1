package understudy.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import understudy.viewmodel.Field;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Lane;
import understudy.viewmodel.Tie;

/// Draws what lies over the tree on demand: links dashed, monitors dotted with an arrow to whom is
/// watched, rates of messages as the width of an arrow.
final class OverlayPainter {
  private static final double[] DASHED = {7, 4};
  private static final double[] DOTTED = {1.5, 4};
  private static final double HEAD = 7;
  private static final double WIDEST = 9;

  void paint(Brush brush, Frame frame) {
    var overlay = frame.overlay();
    if (overlay.ties().isEmpty() && overlay.lanes().isEmpty() && frame.ties().isEmpty()) {
      return;
    }
    var field = frame.field();
    Map<Integer, Integer> rows = HashMap.newHashMap(field.size());
    for (int row = 0; row < field.size(); row++) {
      rows.put(field.slot(row), row);
    }
    overlay.lanes().reversed().forEach(lane -> lane(brush, field, rows, lane));
    ties(brush, field, rows, overlay.ties(), Brush.fade(brush.palette.muted(), 0.9), 1.2);
    ties(brush, field, rows, frame.ties(), Brush.fade(brush.palette.accent(), 0.9), 1.6);
    brush.g.setLineDashes();
  }

  private static void ties(
      Brush brush,
      Field field,
      Map<Integer, Integer> rows,
      List<Tie> ties,
      Color color,
      double line) {
    brush.g.setStroke(color);
    brush.g.setFill(color);
    brush.g.setLineWidth(line);
    for (Tie tie : ties) {
      var from = rows.get(tie.fromSlot());
      var to = rows.get(tie.toSlot());
      if (from != null && to != null) {
        var curve = Curve.upward(brush, field, from, to);
        brush.g.setLineDashes(tie.monitor() ? DOTTED : DASHED);
        curve.stroke(brush.g);
        if (tie.monitor()) {
          curve.head(brush, field, to, HEAD);
        }
      }
    }
  }

  private static void lane(Brush brush, Field field, Map<Integer, Integer> rows, Lane lane) {
    var from = rows.get(lane.fromSlot());
    var to = rows.get(lane.toSlot());
    if (from == null || to == null) {
      return;
    }
    double width = width(lane.perSecond());
    var color = Brush.fade(brush.palette.accent(), 0.55);
    brush.g.setLineDashes();
    brush.g.setLineWidth(width);
    brush.g.setStroke(color);
    brush.g.setFill(color);
    var curve = Curve.leftward(brush, field, from, to);
    curve.stroke(brush.g);
    curve.head(brush, field, to, HEAD + width / 2);
  }

  /// {@return pixels, by the number of digits: 1 at one message a second, 3 at ten, 7 at a
  /// thousand}
  static double width(double perSecond) {
    return Math.clamp(1 + 2 * Math.log10(Math.max(1e-9, perSecond)), 0.7, WIDEST);
  }
}
