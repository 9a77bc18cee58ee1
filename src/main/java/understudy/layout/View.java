package understudy.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of the forest is seen through a window: a block too small to be looked into is told as one,
/// with all that it holds.
final class View {
  private static final double SMALLEST = 16;

  private final Forestry forestry;
  private final Box window;
  private final double scale;
  private final Set<Block> closed = new HashSet<>();

  View(Forestry forestry, Box window, double scale) {
    this.forestry = forestry;
    this.window = window;
    this.scale = scale;
  }

  Geometry geometry(Box world, double margin, int most) {
    forestry.count();
    List<Block> seen = new ArrayList<>();
    seen.add(forestry.ground());
    long cells = 0;
    for (int i = 0; i < seen.size(); i++) {
      Block block = seen.get(i);
      if (isClosed(block)) {
        closed.add(block);
        continue;
      }
      cells += block.cellsWithin(window);
      for (Block below : block.blocks()) {
        if (below.box().overlaps(window)) {
          seen.add(below);
        }
      }
    }
    return new Surveyor(window, cells + seen.size() > most)
        .survey(seen, world, margin, closed::contains);
  }

  private boolean isClosed(Block block) {
    return block.vertex() != null
        && block.total() > 0
        && Math.min(block.width(), block.height()) * scale < SMALLEST;
  }
}
