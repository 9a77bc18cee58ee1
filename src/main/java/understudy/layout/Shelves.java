package understudy.layout;

import java.util.Arrays;

/// Puts rectangles of different sizes side by side in rows, in their order.
///
/// Each row hangs from its top and stands in the middle of the width. Reused for one packing after
/// the other.
final class Shelves {
  static final double GAP = 28;
  private static final double ROW_GAP = 36;

  private double[] widths = new double[8];
  private double[] heights = new double[8];
  private double[] xs = new double[8];
  private double[] ys = new double[8];
  private int count;
  private double width;
  private double height;

  void clear() {
    count = 0;
    width = 0;
    height = 0;
  }

  void add(double itemWidth, double itemHeight) {
    if (count == widths.length) {
      widths = Arrays.copyOf(widths, 2 * count);
      heights = Arrays.copyOf(heights, 2 * count);
      xs = new double[2 * count];
      ys = new double[2 * count];
    }
    widths[count] = itemWidth;
    heights[count] = itemHeight;
    count++;
  }

  /// Packs what was added into rows whose shape together comes near `aspect`.
  void pack(double aspect) {
    double area = 0;
    double inOneRow = -GAP;
    double widest = 0;
    for (int i = 0; i < count; i++) {
      area += (widths[i] + GAP) * (heights[i] + ROW_GAP);
      inOneRow += widths[i] + GAP;
      widest = Math.max(widest, widths[i]);
    }
    double wanted = Math.max(widest, Math.sqrt(area * aspect));
    double rows = Math.max(1, Math.round(inOneRow / wanted));
    double limit = rows == 1 ? inOneRow : Math.max(widest, inOneRow / rows * 1.08);
    fillRows(limit + 1e-6);
  }

  int count() {
    return count;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double x(int item) {
    return xs[item];
  }

  double y(int item) {
    return ys[item];
  }

  private void fillRows(double limit) {
    width = 0;
    height = 0;
    int first = 0;
    double top = 0;
    while (first < count) {
      int end = first;
      double right = 0;
      double tallest = 0;
      while (end < count && (end == first || right + GAP + widths[end] <= limit)) {
        xs[end] = end == first ? 0 : right + GAP;
        ys[end] = top;
        right = xs[end] + widths[end];
        tallest = Math.max(tallest, heights[end]);
        end++;
      }
      width = Math.max(width, right);
      height = top + tallest;
      top = height + ROW_GAP;
      first = end;
    }
    centreRows();
  }

  private void centreRows() {
    int first = 0;
    while (first < count) {
      int end = first;
      while (end < count && ys[end] == ys[first]) {
        end++;
      }
      double shift = (width - xs[end - 1] - widths[end - 1]) / 2;
      for (int i = first; i < end; i++) {
        xs[i] += shift;
      }
      first = end;
    }
  }
}
