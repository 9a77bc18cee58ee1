package understudy.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Camera;

/// What every painter of the tree needs: where to draw, how near, in which colours, at which
/// moment.
final class Brush {
  private static final int MOST_MEASURED = 4_000;

  final Fonts fonts = new Fonts();
  final Sprites sprites = new Sprites();
  private final Map<String, String> fitted = new HashMap<>();
  private final Text ruler = new Text();
  Palette palette = Palette.DARK;
  Camera camera = Camera.FIT;
  long now;
  Ink g;

  Brush(GraphicsContext g) {
    this.g = new CanvasInk(g);
  }

  double sx(double wx) {
    return camera.sx(wx);
  }

  double sy(double wy) {
    return camera.sy(wy);
  }

  double scale() {
    return camera.scale();
  }

  void text(String text, double x, double y, Font font, Color color, TextAlignment align) {
    g.setFont(font);
    g.setFill(color);
    g.setTextAlign(align);
    g.fillText(text, x, y);
  }

  /// Draws `text` from `x` on, cut with an ellipsis where it is wider than `room` pixels.
  void text(String text, double x, double y, double room, Font font, Color color) {
    text(fit(text, room, font), x, y, font, color, TextAlignment.LEFT);
  }

  double width(String text, Font font) {
    ruler.setFont(font);
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  /// {@return `text`, cut with an ellipsis where it is wider than `room` pixels}
  String fit(String text, double room, Font font) {
    if (fitted.size() > MOST_MEASURED) {
      fitted.clear();
    }
    String key = font.getFamily() + font.getSize() + "/" + (int) room + "/" + text;
    return fitted.computeIfAbsent(key, _ -> cut(text, room, font));
  }

  private String cut(String text, double room, Font font) {
    if (width(text, font) <= room) {
      return text;
    }
    int keep = text.length();
    while (keep > 0 && width(text.substring(0, keep) + "…", font) > room) {
      keep--;
    }
    return keep == 0 ? "" : text.substring(0, keep) + "…";
  }

  static Color fade(Color color, double opacity) {
    return color.deriveColor(0, 1, 1, Math.clamp(opacity, 0, 1));
  }
}
