package understudy.ui;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// A canvas that fills its place and knows how to draw figures over time.
abstract class Chart extends Region {
  final Canvas canvas = new Canvas();
  final Fonts fonts = new Fonts();
  Palette palette = Palette.DARK;

  Chart() {
    getChildren().add(canvas);
    canvas.getGraphicsContext2D().setTextBaseline(VPos.CENTER);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paint(canvas.getGraphicsContext2D());
    }
  }

  private boolean isInLargeWindow() {
    return getScene() != null && getScene().getWidth() / unit() >= MainWindow.WIDE_FROM;
  }

  /// {@return how much larger than natural everything is}
  double unit() {
    return MainWindow.unit(getScene());
  }

  abstract void paint(GraphicsContext g);

  void label(String text, double x, double y, TextAlignment align) {
    var g = canvas.getGraphicsContext2D();
    g.setFont(fonts.text((isInLargeWindow() ? 13 : 11) * unit()));
    g.setFill(palette.muted());
    g.setTextAlign(align);
    g.fillText(text, x, y);
  }

  /// {@return the smallest of 1, 2, 5, 10, 20, ... that is not below `value`}
  static int ceiling(int value) {
    int step = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (step * factor >= value || step >= 100_000_000) {
          return step * factor;
        }
      }
      step *= 10;
    }
  }
}
