package understudy.layout;

import java.util.ArrayList;
import java.util.List;
import understudy.graph.Vertex;

/// Turns arranged blocks into places on the whole surface.
final class Surveyor {
  private static final double RAIL_ABOVE_CELLS = 11;

  private final List<Placed> placed = new ArrayList<>();
  private final List<Connector> connectors = new ArrayList<>();
  private final List<Rail> rails = new ArrayList<>();

  /// Walks the blocks; each comes after the one that contains it, the ground first.
  Geometry survey(List<Block> topDown, double margin) {
    Block ground = topDown.getFirst();
    ground.standsAt(margin, margin, Placed.NO_PARENT);
    for (Block block : topDown) {
      int slot = Placed.NO_PARENT;
      double middle = block.x() + block.width() / 2;
      double bottom = block.y() + block.cardHeight();
      Vertex vertex = block.vertex();
      if (vertex != null) {
        slot = vertex.slot();
        placeCard(block, slot, middle);
      }
      for (Block below : block.blocks()) {
        below.standsAt(block.x() + below.xInHost(), block.y() + below.yInHost(), slot);
        if (vertex != null) {
          double to = below.x() + below.width() / 2;
          connectors.add(new Connector(slot, below.slot(), middle, bottom, to, below.y()));
        }
      }
      placeCells(block, slot, middle, bottom);
    }
    return new Geometry(
        ground.width() + 2 * margin, ground.height() + 2 * margin, placed, connectors, rails);
  }

  private void placeCard(Block block, int slot, double middle) {
    double width = block.cardWidth();
    Box card = new Box(middle - width / 2, block.y(), width, block.cardHeight());
    Box all = new Box(block.x(), block.y(), block.width(), block.height());
    placed.add(new Placed(slot, block.parentSlot(), card, all, block.cardStyle(), true));
  }

  private void placeCells(Block block, int slot, double middle, double bottom) {
    if (block.cells().count() == 0) {
      return;
    }
    Grid grid = block.grid();
    double left = block.x() + block.gridX();
    double top = block.y() + block.gridY();
    boolean connected = slot != Placed.NO_PARENT;
    if (connected && !grid.isOneRowOfCards()) {
      rails.add(new Rail(slot, middle, bottom, left, left + grid.width(), top - RAIL_ABOVE_CELLS));
    }
    block
        .cells()
        .forEach((worker, cell) -> {
          Box box = grid.cell(cell, left, top);
          placed.add(new Placed(worker.slot(), slot, box, box, grid.style(), false));
          if (connected && grid.isOneRowOfCards()) {
            connectors.add(
                new Connector(slot, worker.slot(), middle, bottom, box.centerX(), box.y()));
          }
        });
  }
}
