package understudy.layout;

/// A grid of workers too many to be told one by one: where its cells are and who has which.
///
/// Immutable, safe on any thread.
///
/// @param supervisor the supervisor's slot, [Placed#NO_PARENT] for processes that nobody supervises
/// @param left where the first cell begins, from the left
/// @param top where the first cell begins, from the top
/// @param columns cells in a row
/// @param count how many cells there are, free ones included
/// @param cellWidth width of a cell
/// @param cellHeight height of a cell
/// @param gap what lies between one cell and the next
/// @param pages who has which cell, in pages of [#PAGE]: pages that are the same object have not
///   changed
@SuppressWarnings("ArrayRecordComponent")
public record Plot(
    int supervisor,
    double left,
    double top,
    int columns,
    int count,
    double cellWidth,
    double cellHeight,
    double gap,
    long[][] pages) {
  /// How many cells a page has.
  public static final int PAGE = 1024;

  static final long NOBODY = -1;

  static long entry(int seat, int slot) {
    return (long) seat << 32 | slot;
  }

  /// {@return from one cell's left edge to the next one's}
  public double pitchX() {
    return cellWidth + gap;
  }

  /// {@return from one cell's upper edge to that of the one below}
  public double pitchY() {
    return cellHeight + gap;
  }

  /// {@return the slot of a cell, -1 if it is free or there is no such cell}
  ///
  /// @param cell counts from 0, row by row
  public int slot(int cell) {
    return (int) entry(cell);
  }

  /// {@return the seat of a cell's worker, -1 if it is free or there is no such cell}
  ///
  /// @param cell counts from 0, row by row
  public int seat(int cell) {
    return (int) (entry(cell) >> 32);
  }

  /// {@return whether a page is the same as that of another state of the same grid}
  ///
  /// @param page counts from 0
  /// @param other the other state
  @SuppressWarnings("ArrayEquals")
  public boolean sharesPage(int page, Plot other) {
    return page < pages.length
        && page < other.pages.length
        && pages[page].equals(other.pages[page]);
  }

  private long entry(int cell) {
    int page = cell / PAGE;
    return cell < 0 || page >= pages.length ? NOBODY : pages[page][cell % PAGE];
  }

  /// {@return the cell at a point, the gap after it included, or -1}
  ///
  /// @param x from the left
  /// @param y from the top
  public int cellAt(double x, double y) {
    double column = Math.floor((x - left) / pitchX());
    double row = Math.floor((y - top) / pitchY());
    if (column < 0 || column >= columns || row < 0 || row * columns + column >= count) {
      return -1;
    }
    return (int) (row * columns + column);
  }
}
