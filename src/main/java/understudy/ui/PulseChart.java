package understudy.ui;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import understudy.viewmodel.Facts;

/// Draws when one place was filled again over the last minute: a mark a restart.
public final class PulseChart extends Chart {
  private List<Integer> counts = List.of();

  /// Made by FXML.
  public PulseChart() {}

  void show(List<Integer> next, Palette nextPalette) {
    if (!next.equals(counts) || !palette.equals(nextPalette)) {
      counts = next;
      palette = nextPalette;
      paint(canvas.getGraphicsContext2D());
    }
  }

  @Override
  void paint(GraphicsContext g) {
    g.clearRect(0, 0, getWidth(), getHeight());
    double width = getWidth() - 30 * unit();
    double bottom = getHeight() - 4 * unit();
    g.setFill(palette.track());
    g.fillRect(0, bottom, width, 1);
    int sum = counts.stream().mapToInt(Integer::intValue).sum();
    label(Integer.toString(sum), width + 6 * unit(), bottom - 5 * unit(), TextAlignment.LEFT);
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(0));
    double step = width / Facts.SAMPLES;
    double left = width - counts.size() * step;
    g.setFill(palette.restart());
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        double h = (bottom - 2) * (0.45 + 0.55 * counts.get(i) / most);
        double w = Math.max(3 * unit(), step);
        g.fillRect(Math.rint(left + i * step), bottom - h, w, h);
      }
    }
  }
}
