package understudy.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.graph.Vertex;

/// Gives every slot a place, and the same place again the next time.
///
/// Nested blocks in linear time. Remembers what it gave: a restart moves nothing, a new worker
/// takes a free cell, and a block's neighbours move only when it outgrows its reserve. The same
/// calls give the same answers. Used by one thread.
public final class BlockLayout {
  private static final double FLATTEST = 10;
  private static final double MARGIN = 24;
  private static final double VIEW_HEIGHT = 620;
  private static final double WORTH_MOVING_ALL = 1.3;

  private final Map<Integer, Block> blocks = new HashMap<>();
  private final Styles styles = new Styles();
  private final Shelves shelves = new Shelves();
  private Block ground = new Block();
  private Shape shape = Shape.TRIED.getFirst();
  private boolean shaped;
  private double lastAspect;
  private int round;
  private long steps;

  /// Starts without memory.
  public BlockLayout() {}

  /// Places everything.
  ///
  /// @param roots supervisors that nobody supervises, in the order wanted
  /// @param loose processes without a tree, in the order wanted
  /// @param aspect width divided by height of the surface to fill; from 0.1 to 10, others are taken
  ///   for the nearest of these
  /// @return where all of them and all below them stand
  public Geometry place(List<Vertex> roots, List<Vertex> loose, double aspect) {
    double wanted = aspect > 0 ? Math.clamp(aspect, 1 / FLATTEST, FLATTEST) : 1;
    List<Block> topDown = collect(roots, loose);
    boolean moved = settle(topDown);
    if (moved || wanted != lastAspect) {
      lastAspect = wanted;
      reshape(topDown, wanted);
    }
    Geometry geometry = new Surveyor().survey(topDown, MARGIN);
    steps += geometry.placed().size();
    return geometry;
  }

  /// Forgets every place given, so that the next call packs anew, as tightly as it can.
  public void forget() {
    blocks.clear();
    ground = new Block();
    shaped = false;
  }

  /// How many times anything was looked at so far; for the test that the cost is linear.
  long steps() {
    return steps;
  }

  private List<Block> collect(List<Vertex> roots, List<Vertex> loose) {
    round++;
    List<Block> topDown = new ArrayList<>();
    topDown.add(ground);
    List<List<Vertex>> workersOf = new ArrayList<>();
    List<List<Block>> blocksOf = new ArrayList<>();
    int workers = 0;
    for (int i = 0; i < topDown.size(); i++) {
      Vertex vertex = topDown.get(i).vertex();
      List<Vertex> mine = new ArrayList<>(0);
      List<Block> below = new ArrayList<>(0);
      for (Vertex child : vertex == null ? roots : vertex.children()) {
        steps++;
        if (child.supervises() || vertex == null) {
          Block block = blocks.computeIfAbsent(child.slot(), _ -> new Block());
          block.standsFor(child);
          below.add(block);
          topDown.add(block);
        } else {
          mine.add(child);
        }
      }
      workersOf.add(vertex == null ? loose : mine);
      blocksOf.add(below);
      workers += workersOf.getLast().size();
    }
    styles.count(workers, topDown.size() - 1);
    for (int i = 0; i < topDown.size(); i++) {
      Block block = topDown.get(i);
      block.seenIn(round);
      CellStyle cells = styles.ofCells(block.style(), workersOf.get(i).size());
      block.contains(blocksOf.get(i), workersOf.get(i), cells, styles.ofCards());
    }
    blocks.values().removeIf(block -> !block.isOf(round));
    return topDown;
  }

  private boolean settle(List<Block> topDown) {
    boolean moved = false;
    for (Block block : topDown.reversed()) {
      moved |= block.settle(shape, shelves);
      steps += 1 + block.blocks().size();
    }
    return moved;
  }

  private void reshape(List<Block> topDown, double aspect) {
    double present = shaped ? shape.worth(scale(ground.width(), ground.height(), aspect)) : 0;
    Shape best = shape;
    double most = present * WORTH_MOVING_ALL;
    for (Shape tried : Shape.TRIED) {
      for (Block block : topDown.reversed()) {
        block.measure(tried, shelves);
        steps += 1 + block.blocks().size();
      }
      double worth = tried.worth(scale(ground.trialWidth(), ground.trialHeight(), aspect));
      if (worth > most) {
        most = worth;
        best = tried;
      }
    }
    shaped = true;
    if (!best.equals(shape)) {
      shape = best;
      topDown.forEach(Block::scatter);
      settle(topDown);
    }
  }

  private static double scale(double width, double height, double aspect) {
    double fits =
        Math.min(VIEW_HEIGHT * aspect / (width + 2 * MARGIN), VIEW_HEIGHT / (height + 2 * MARGIN));
    return Math.min(1, fits);
  }
}
