package understudy.layout;

/// The measures of a grid of workers.
///
/// @param capacity how many cells it has room for
/// @param style what they are
/// @param columns cells in a row
record Grid(int capacity, CellStyle style, int columns) {
  static final Grid NONE = new Grid(0, CellStyle.CARD, 1);
  private static final int FEWEST_DOTS_IN_A_ROW = 7;

  static Grid of(int capacity, CellStyle style, Shape shape) {
    if (capacity == 0) {
      return new Grid(0, style, 1);
    }
    Grid unit = new Grid(1, style, 1);
    double pitchY = unit.cellHeight() + unit.gap();
    double pitchX = unit.cellWidth() + unit.gap();
    double wanted = Math.sqrt(capacity * shape.gridsOf(style) * pitchY / pitchX);
    int atLeast = style == CellStyle.DOT ? FEWEST_DOTS_IN_A_ROW : 1;
    int columns = Math.clamp(Math.round(wanted), Math.min(atLeast, capacity), capacity);
    int rows = Math.ceilDiv(capacity, columns);
    return new Grid(capacity, style, Math.ceilDiv(capacity, rows));
  }

  int rows() {
    return Math.ceilDiv(capacity, columns);
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

  Box cell(int index, double left, double top) {
    int column = index % columns;
    int row = index / columns;
    double x = left + column * (cellWidth() + gap());
    double y = top + row * (cellHeight() + gap());
    return new Box(x, y, cellWidth(), cellHeight());
  }
}
