package understudy.ui;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import understudy.viewmodel.Level;
import understudy.viewmodel.Scrubber;

/// Draws the whole run from edge to edge, and the moment that is shown.
public final class ScrubberBar extends Chart {
  private Scrubber scrubber = Scrubber.NOTHING;

  /// Made by FXML.
  public ScrubberBar() {}

  void show(Scrubber next, Palette nextPalette) {
    if (!next.equals(scrubber) || !palette.equals(nextPalette)) {
      scrubber = next;
      palette = nextPalette;
      paint(canvas.getGraphicsContext2D());
    }
  }

  /// {@return how far along the run a point is, 0 to 1}
  double share(double x) {
    double span = Math.max(1, getWidth() - 2 * margin());
    return Math.clamp((x - margin()) / span, 0, 1);
  }

  private double margin() {
    return 7 * unit();
  }

  private double x(double share) {
    return margin() + share * (getWidth() - 2 * margin());
  }

  @Override
  void paint(GraphicsContext g) {
    g.clearRect(0, 0, getWidth(), getHeight());
    double middle = Math.rint(getHeight() / 2);
    double line = 4 * unit();
    double here = x(scrubber.share());
    g.setFill(palette.track());
    g.fillRoundRect(margin(), middle - line / 2, x(1) - margin(), line, line, line);
    busy(g, middle);
    g.setFill(Brush.fade(color(), 0.85));
    g.fillRoundRect(margin(), middle - line / 2, Math.max(line, here - margin()), line, line, line);
    marks(g, middle);
    thumb(g, here, middle);
  }

  private Color color() {
    return scrubber.state() == Scrubber.State.PAST ? palette.restart() : palette.accent();
  }

  /// How many messages there were, as a shadow above the line.
  private void busy(GraphicsContext g, double middle) {
    var sent = scrubber.course().sent();
    int most = sent.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0) {
      return;
    }
    g.setFill(Brush.fade(palette.muted(), 0.28));
    double room = middle - 3 * unit();
    for (int i = 0; i < sent.size(); i++) {
      double from = x(scrubber.share(i * scrubber.course().bucketNanos()));
      double to = x(scrubber.share((i + 1) * scrubber.course().bucketNanos()));
      double h = room * Math.sqrt((double) sent.get(i) / most);
      g.fillRect(from, middle - h, Math.max(0.6, to - from), h);
    }
  }

  private void marks(GraphicsContext g, double middle) {
    var worst = scrubber.course().worst();
    double size = 4 * unit();
    for (int i = 0; i < worst.size(); i++) {
      var level = worst.get(i);
      if (level != Level.INFO) {
        double x = Math.rint(x(scrubber.share(i * scrubber.course().bucketNanos()))) + 0.5;
        g.setFill(level == Level.RESTART ? palette.restart() : palette.crash());
        double reach = level == Level.ESCALATION ? size * 1.5 : size;
        g.fillPolygon(
            new double[] {x - reach, x + reach, x},
            new double[] {middle + 3 + reach * 1.7, middle + 3 + reach * 1.7, middle + 3},
            3);
      }
    }
  }

  private void thumb(GraphicsContext g, double x, double middle) {
    double size = 13 * unit();
    g.setFill(palette.ground());
    g.fillOval(x - size / 2, middle - size / 2, size, size);
    g.setFill(color());
    double inner = size - 4 * unit();
    g.fillOval(x - inner / 2, middle - inner / 2, inner, inner);
  }
}
