package understudy.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the box under a point: the surface in as many tiles as there are boxes, each with the
/// numbers of those that touch it.
final class HitGrid {
  private final List<Placed> placed;
  private final int columns;
  private final int rows;
  private final double tileWidth;
  private final double tileHeight;
  private final int[] start;
  private final int[] members;

  HitGrid(List<Placed> placed, double width, double height) {
    this.placed = placed;
    double aspect = width > 0 && height > 0 ? width / height : 1;
    int wanted = Math.max(1, placed.size());
    columns = Math.clamp(Math.round(Math.sqrt(wanted * aspect)), 1, wanted);
    rows = Math.max(1, wanted / columns);
    tileWidth = Math.max(1e-9, width / columns);
    tileHeight = Math.max(1e-9, height / rows);
    start = new int[columns * rows + 1];
    forEachTile((tile, _) -> start[tile + 1]++);
    for (int tile = 0; tile < columns * rows; tile++) {
      start[tile + 1] += start[tile];
    }
    members = new int[start[columns * rows]];
    int[] next = start.clone();
    forEachTile((tile, index) -> members[next[tile]++] = index);
  }

  @Nullable Placed at(double x, double y) {
    int tile = row(y) * columns + column(x);
    for (int i = start[tile]; i < start[tile + 1]; i++) {
      Placed candidate = placed.get(members[i]);
      if (candidate.box().contains(x, y)) {
        return candidate;
      }
    }
    return null;
  }

  private interface TileAndIndex {
    void accept(int tile, int index);
  }

  private void forEachTile(TileAndIndex visit) {
    for (int index = 0; index < placed.size(); index++) {
      Box box = placed.get(index).box();
      for (int row = row(box.y()); row <= row(box.bottom()); row++) {
        for (int column = column(box.x()); column <= column(box.right()); column++) {
          visit.accept(row * columns + column, index);
        }
      }
    }
  }

  private int column(double x) {
    return (int) Math.clamp(x / tileWidth, 0, columns - 1);
  }

  private int row(double y) {
    return (int) Math.clamp(y / tileHeight, 0, rows - 1);
  }
}
