package understudy.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.layout.Plot;

/// Paints plots as levels of pixels, and afterwards only the cells that changed.
///
/// Where several cells share a pixel, the one that needs a look most is seen, out of at most nine.
/// Owned by the pump's thread.
final class Raster {
  private static final double LEAST_GAP = 3;
  private static final int MOST_A_SIDE = 3;

  private final Levels levels;
  private final Map<Integer, Integer> plotOf = new HashMap<>();
  private List<Plot> plots = List.of();
  private Camera camera = Camera.FIT;
  private int width;
  private int height;
  private byte[] pixels = new byte[0];
  private Heat heat = Heat.NONE;
  private boolean stale;
  private int shown;

  Raster(Levels levels) {
    this.levels = levels;
  }

  /// Shows plots; paints all of them only if `anew`, or else just what the pages say.
  void show(List<Plot> next, Camera seenFrom, Extent view, boolean anew) {
    int w = next.isEmpty() ? 0 : (int) Math.ceil(view.width());
    int h = next.isEmpty() ? 0 : (int) Math.ceil(view.height());
    boolean same = !anew && w == width && h == height && seenFrom.equals(camera) && sameSpots(next);
    var before = plots;
    plots = next;
    camera = seenFrom;
    if (same) {
      for (int i = 0; i < plots.size(); i++) {
        compare(before.get(i), plots.get(i));
      }
      count();
      return;
    }
    if (w != width || h != height) {
      width = w;
      height = h;
      pixels = new byte[w * h];
    }
    Arrays.fill(pixels, Heat.NOTHING);
    plotOf.clear();
    for (int i = 0; i < plots.size(); i++) {
      plotOf.put(plots.get(i).supervisor(), i);
      paint(plots.get(i), 0, 0, width, height);
    }
    count();
    stale = true;
  }

  private boolean sameSpots(List<Plot> next) {
    if (next.size() != plots.size()) {
      return false;
    }
    for (int i = 0; i < next.size(); i++) {
      var was = plots.get(i);
      var is = next.get(i);
      if (was.supervisor() != is.supervisor()
          || was.left() != is.left()
          || was.top() != is.top()
          || was.columns() != is.columns()) {
        return false;
      }
    }
    return true;
  }

  private void compare(Plot was, Plot is) {
    int pages = Math.ceilDiv(Math.max(was.count(), is.count()), Plot.PAGE);
    for (int page = 0; page < pages; page++) {
      if (is.sharesPage(page, was)) {
        continue;
      }
      int first = page * Plot.PAGE;
      for (int cell = first; cell < first + Plot.PAGE; cell++) {
        if (was.seat(cell) != is.seat(cell) || was.slot(cell) != is.slot(cell)) {
          repaint(is, cell);
        }
      }
    }
  }

  /// Paints a cell again whose level has changed.
  void changed(int supervisor, int cell) {
    Integer index = plotOf.get(supervisor);
    if (index != null) {
      repaint(plots.get(index), cell);
    }
  }

  private void repaint(Plot plot, int cell) {
    double left = plot.left() + cell % plot.columns() * plot.pitchX();
    int row = cell / plot.columns();
    double top = plot.top() + row * plot.pitchY();
    paint(
        plot,
        (int) Math.floor(camera.sx(left)),
        (int) Math.floor(camera.sy(top)),
        (int) Math.ceil(camera.sx(left + plot.pitchX())),
        (int) Math.ceil(camera.sy(top + plot.pitchY())));
    stale = true;
  }

  /// {@return the picture so far; the same one while nothing changed}
  Heat heat() {
    if (stale || heat.isEmpty() != plots.isEmpty()) {
      heat =
          plots.isEmpty()
              ? Heat.NONE
              : new Heat(camera, width, height, pixels.clone(), new ArrayList<>(plots));
      stale = false;
    }
    return heat;
  }

  /// {@return how many cells there are that have a pixel of their own}
  int cellsShown() {
    return shown;
  }

  private void count() {
    double pitch = plots.isEmpty() ? 1 : plots.getFirst().pitchX() * camera.scale();
    double cells = 0;
    for (Plot plot : plots) {
      int rows = Math.ceilDiv(plot.count(), plot.columns());
      double across = inView(camera.sx(plot.left()), plot.columns() * pitch, width);
      double down = inView(camera.sy(plot.top()), rows * pitch, height);
      cells += Math.min(plot.count(), across / pitch * (down / pitch));
    }
    shown = (int) Math.round(cells * Math.min(1, pitch * pitch));
  }

  private static double inView(double from, double length, double size) {
    return Math.max(0, Math.min(from + length, size) - Math.max(from, 0));
  }

  private void paint(Plot plot, int fromX, int fromY, int toX, int toY) {
    double pitchX = plot.pitchX() * camera.scale();
    double pitchY = plot.pitchY() * camera.scale();
    double left = camera.sx(plot.left());
    double top = camera.sy(plot.top());
    int rows = Math.ceilDiv(plot.count(), plot.columns());
    int x0 = Math.max(Math.max(fromX, 0), (int) Math.floor(left));
    int y0 = Math.max(Math.max(fromY, 0), (int) Math.floor(top));
    int x1 = Math.min(Math.min(toX, width), (int) Math.ceil(left + plot.columns() * pitchX));
    int y1 = Math.min(Math.min(toY, height), (int) Math.ceil(top + rows * pitchY));
    double bodyX = pitchX >= LEAST_GAP ? plot.cellWidth() / plot.pitchX() : 1;
    double bodyY = pitchY >= LEAST_GAP ? plot.cellHeight() / plot.pitchY() : 1;
    boolean shared = pitchX < 1 || pitchY < 1;
    for (int y = y0; y < y1; y++) {
      double down = (y + 0.5 - top) / pitchY;
      int row = (int) Math.floor(down);
      boolean gap = down - row > bodyY;
      for (int x = x0; x < x1; x++) {
        double across = (x + 0.5 - left) / pitchX;
        int column = (int) Math.floor(across);
        byte level = Heat.NOTHING;
        if (shared) {
          level = most(plot, x - left, y - top, pitchX, pitchY, rows);
        } else if (!gap && across - column <= bodyX) {
          level = level(plot, column, row);
        }
        pixels[y * width + x] = level;
      }
    }
  }

  /// The level that needs a look most of those that share a pixel.
  private byte most(Plot plot, double x, double y, double pitchX, double pitchY, int rows) {
    int firstColumn = (int) Math.floor(x / pitchX);
    int firstRow = (int) Math.floor(y / pitchY);
    int columns = (int) Math.clamp(Math.ceil((x + 1) / pitchX) - firstColumn, 1, MOST_A_SIDE);
    int lines = (int) Math.clamp(Math.ceil((y + 1) / pitchY) - firstRow, 1, MOST_A_SIDE);
    byte most = Heat.NOTHING;
    for (int row = firstRow; row < Math.min(firstRow + lines, rows); row++) {
      for (int column = firstColumn; column < firstColumn + columns; column++) {
        byte level = level(plot, column, row);
        if (level > most) {
          most = level;
        }
      }
    }
    return most;
  }

  private byte level(Plot plot, int column, int row) {
    if (column < 0 || column >= plot.columns() || row < 0) {
      return Heat.NOTHING;
    }
    int cell = row * plot.columns() + column;
    return cell >= plot.count() ? Heat.NOTHING : levels.at(plot.seat(cell));
  }
}
