package understudy.ui;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Figures;

/// Draws how full one mailbox was over the last minute.
public final class DepthChart extends Chart {
  private List<Integer> depths = List.of();

  /// Made by FXML.
  public DepthChart() {}

  void show(List<Integer> next, Palette nextPalette) {
    if (!next.equals(depths) || !palette.equals(nextPalette)) {
      depths = next;
      palette = nextPalette;
      paint(canvas.getGraphicsContext2D());
    }
  }

  @Override
  void paint(GraphicsContext g) {
    g.clearRect(0, 0, getWidth(), getHeight());
    double bottom = getHeight() - 18 * unit();
    double width = getWidth() - 30 * unit();
    int top = ceiling(Math.max(4, depths.stream().mapToInt(Integer::intValue).max().orElse(0)));
    g.setFill(palette.track());
    g.fillRect(0, bottom, width, 1);
    g.setFill(palette.grid());
    g.fillRect(0, 5, width, 1);
    label(Figures.compact(top), width + 6, 6, TextAlignment.LEFT);
    label("0", width + 6, bottom, TextAlignment.LEFT);
    label(Texts.get("chart.now"), width, getHeight() - 7 * unit(), TextAlignment.RIGHT);
    if (depths.isEmpty()) {
      return;
    }
    double step = width / Facts.SAMPLES;
    double left = width - depths.size() * step;
    if (left < width / 2) {
      long ago = depths.size() * Facts.SAMPLE_NANOS / 1_000_000_000;
      label(Texts.get("chart.then", ago), left, getHeight() - 7 * unit(), TextAlignment.LEFT);
    }
    g.beginPath();
    g.moveTo(left, bottom);
    double y = bottom;
    for (int i = 0; i < depths.size(); i++) {
      y = bottom - (bottom - 5) * depths.get(i) / top;
      g.lineTo(left + i * step, y);
      g.lineTo(left + (i + 1) * step, y);
    }
    g.lineTo(width, bottom);
    g.closePath();
    g.setFill(Brush.fade(palette.accent(), 0.18));
    g.fill();
    g.setStroke(palette.accent());
    g.setLineWidth(1.3);
    g.stroke();
  }
}
