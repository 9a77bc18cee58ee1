package understudy.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import understudy.graph.Vertex;

/// All blocks in order, and what has to be done about them: only those that have changed are
/// arranged anew, and those above them whose room has become too small.
final class Forestry {
  private final Block ground;
  private final PriorityQueue<Block> dirty =
      new PriorityQueue<>(Comparator.comparingInt(Block::order).reversed());
  private List<Block> topDown = new ArrayList<>();
  private boolean outOfOrder = true;
  private boolean counted;
  private long steps;

  Forestry(Block ground) {
    this.ground = ground;
    topDown.add(ground);
    dirty.add(ground);
  }

  List<Block> topDown() {
    return topDown;
  }

  Block ground() {
    return ground;
  }

  int supervisors() {
    return topDown.size() - 1;
  }

  long takeSteps() {
    long taken = steps;
    steps = 0;
    return taken;
  }

  /// A block came or went.
  void reordered() {
    outOfOrder = true;
    counted = false;
  }

  void dirty(Block block) {
    counted = false;
    if (!block.isDirty()) {
      block.soil();
      if (!outOfOrder) {
        dirty.add(block);
      }
    }
  }

  /// Numbers the blocks, each after the one that contains it; true if it had to.
  boolean order() {
    if (!outOfOrder) {
      return false;
    }
    outOfOrder = false;
    topDown = new ArrayList<>(topDown.size());
    topDown.add(ground);
    ground.isAt(0, 0);
    for (int i = 0; i < topDown.size(); i++) {
      Block block = topDown.get(i);
      for (Block below : block.blocks()) {
        below.isAt(topDown.size(), block.level() + 1);
        topDown.add(below);
      }
    }
    dirty.clear();
    for (Block block : topDown) {
      if (block.isDirty()) {
        dirty.add(block);
      }
    }
    steps += topDown.size();
    return true;
  }

  /// Arranges what has changed, the innermost first; true if anything has another size or place.
  boolean settle(Styles styles, Shape shape, Shelves shelves, Seats seats) {
    boolean moved = false;
    while (!dirty.isEmpty()) {
      Block block = dirty.remove();
      if (!block.isDirty()) {
        continue;
      }
      double width = block.width();
      double height = block.height();
      block.cells().tidy(seats::move);
      block.style(styles.ofCells(block.style(), block.cells().count()), styles.ofCards());
      if (block.settle(shape, shelves)) {
        moved = true;
        Block host = block.host();
        if (host != null && (block.width() != width || block.height() != height)) {
          host.shuffle();
          dirty.add(host);
        }
      }
      steps += 1 + block.blocks().size();
    }
    return moved;
  }

  void measure(Shape tried, Shelves shelves) {
    for (Block block : topDown.reversed()) {
      block.measure(tried, shelves);
      steps += 1 + block.blocks().size();
    }
  }

  void locate(double margin) {
    ground.standsAt(margin, margin, Placed.NO_PARENT);
    for (Block block : topDown) {
      Vertex vertex = block.vertex();
      int slot = vertex == null ? Placed.NO_PARENT : vertex.slot();
      for (Block below : block.blocks()) {
        below.standsAt(block.x() + below.xInHost(), block.y() + below.yInHost(), slot);
      }
    }
  }

  /// Counts how many stand below each.
  void count() {
    if (counted) {
      return;
    }
    counted = true;
    for (Block block : topDown.reversed()) {
      int total = block.cells().count();
      for (Block below : block.blocks()) {
        total += below.total() + 1;
      }
      block.total(total);
    }
  }
}
