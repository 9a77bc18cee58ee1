package understudy.layout;

import java.util.ArrayList;
import java.util.List;

/// How wide the parts of a forest are made for their height, the same throughout.
///
/// @param grids width by height of a grid of workers
/// @param shelves width by height of a supervisor's packed blocks
record Shape(double grids, double shelves) {
  private static final double ONE_ROW = 1e9;
  private static final double WIDEST_DOTS = 2.2;
  private static final double WIDEST_MANY = 3;
  private static final int VERY_MANY = 10_000;

  /// All that are tried, the most beautiful first.
  static final List<Shape> TRIED = tried();

  double gridsOf(CellStyle style, int capacity) {
    return switch (style) {
      case CARD -> grids;
      case DOT -> Math.min(grids, capacity > VERY_MANY ? WIDEST_MANY : WIDEST_DOTS);
    };
  }

  /// What a picture in this shape is worth: the scale at which it fits, a little less for blocks in
  /// more than one row, where lines cross.
  double worth(double scale) {
    return shelves == ONE_ROW ? scale : 0.93 * scale;
  }

  private static List<Shape> tried() {
    List<Shape> all = new ArrayList<>();
    for (double shelves : new double[] {ONE_ROW, 4, 2.2, 1.4, 0.8}) {
      for (double grids : new double[] {8, 4, 2.2, 1.4, 0.8, 0.4}) {
        all.add(new Shape(grids, shelves));
      }
    }
    return List.copyOf(all);
  }
}
