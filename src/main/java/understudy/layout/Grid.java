package understudy.layout;

/// The measures of a grid of workers.
///
/// @param capacity how many cells it has room for
/// @param style what they are
/// @param columns cells in a row
/// @param rows how many rows are to be seen; what is kept for newcomers beyond them takes no room
record Grid(int capacity, CellStyle style, int columns, int rows) {
  static final Grid NONE = new Grid(0, CellStyle.CARD, 1, 0);
  private static final int FEWEST_DOTS_IN_A_ROW = 7;

  /// {@return the grid of `capacity` cells in a shape}
  ///
  /// @param used how many cells from the first on have ever been taken
  static Grid of(int capacity, int used, CellStyle style, Shape shape) {
    if (capacity == 0) {
      return new Grid(0, style, 1, 0);
    }
    Grid unit = new Grid(1, style, 1, 1);
    double pitchY = unit.cellHeight() + unit.gap();
    double pitchX = unit.cellWidth() + unit.gap();
    double wanted = Math.sqrt(capacity * shape.gridsOf(style, capacity) * pitchY / pitchX);
    int atLeast = style == CellStyle.DOT ? FEWEST_DOTS_IN_A_ROW : 1;
    int columns = Math.clamp(Math.round(wanted), Math.min(atLeast, capacity), capacity);
    int balanced = Math.ceilDiv(capacity, Math.ceilDiv(capacity, columns));
    return new Grid(capacity, style, balanced, rows(capacity, used, style, balanced));
  }

  /// {@return whether this still holds all cells taken}
  boolean holds(int used) {
    return rows(capacity, used, style, columns) <= rows;
  }

  private static int rows(int capacity, int used, CellStyle style, int columns) {
    return switch (style) {
      case CARD -> Math.ceilDiv(Math.min(used, capacity), columns);
      case DOT -> Math.ceilDiv(capacity, columns);
    };
  }

  boolean isOneRowOfCards() {
    return style == CellStyle.CARD && rows() <= 1;
  }

  double cellWidth() {
    return style == CellStyle.CARD ? 118 : 16;
  }

  double cellHeight() {
    return style == CellStyle.CARD ? 44 : 16;
  }

  double gap() {
    return style == CellStyle.CARD ? 12 : 4;
  }

  double width() {
    return columns * (cellWidth() + gap()) - gap();
  }

  double height() {
    return rows() * (cellHeight() + gap()) - gap();
  }

  int firstRow(Box window, double top) {
    return (int) Math.clamp((window.y() - top) / (cellHeight() + gap()), 0, rows());
  }

  int endRow(Box window, double top) {
    return (int) Math.clamp((window.bottom() - top) / (cellHeight() + gap()) + 1, 0, rows());
  }

  Box cell(int index, double left, double top) {
    int column = index % columns;
    int row = index / columns;
    double x = left + column * (cellWidth() + gap());
    double y = top + row * (cellHeight() + gap());
    return new Box(x, y, cellWidth(), cellHeight());
  }
}
