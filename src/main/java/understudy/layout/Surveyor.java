package understudy.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import understudy.graph.Vertex;

/// Turns arranged blocks into places on the whole surface.
final class Surveyor {
  private static final double RAIL_ABOVE_CELLS = 11;
  private static final Box EVERYTHING = new Box(-1e12, -1e12, 2e12, 2e12);

  private final List<Placed> placed = new ArrayList<>();
  private final List<Connector> connectors = new ArrayList<>();
  private final List<Rail> rails = new ArrayList<>();
  private final List<Plot> plots = new ArrayList<>();
  private final Box window;
  private final boolean crowded;

  /// Looks at everything, one by one.
  Surveyor() {
    this(EVERYTHING, false);
  }

  /// Looks at what is in a window.
  ///
  /// @param crowded whether workers are told by their grids
  Surveyor(Box window, boolean crowded) {
    this.window = window;
    this.crowded = crowded;
  }

  /// Walks the blocks; each comes after the one that contains it, the ground first.
  ///
  /// @param closed whether a block is told as one
  Geometry survey(List<Block> topDown, Box world, double margin, Predicate<Block> closed) {
    for (Block block : topDown) {
      Vertex vertex = block.vertex();
      if (vertex != null) {
        boolean whole = closed.test(block);
        Box card = whole ? block.box() : block.card();
        int crowd = whole ? block.total() : 0;
        placed.add(
            new Placed(
                vertex.slot(),
                block.parentSlot(),
                card,
                block.box(),
                block.cardStyle(),
                true,
                block.level() - 1,
                crowd));
        if (whole) {
          continue;
        }
        connect(block, vertex.slot());
      }
      placeCells(block);
    }
    return new Geometry(
        world.width() + 2 * margin, world.height() + 2 * margin, placed, connectors, rails, plots);
  }

  private void connect(Block block, int slot) {
    Box card = block.card();
    for (Block below : block.blocks()) {
      double to = below.x() + below.width() / 2;
      connectors.add(
          new Connector(slot, below.slot(), card.centerX(), card.bottom(), to, below.y()));
    }
  }

  private void placeCells(Block block) {
    if (block.cells().count() == 0) {
      return;
    }
    int slot = block.slot();
    Grid grid = block.grid();
    double left = block.x() + block.gridX();
    double top = block.y() + block.gridY();
    boolean connected = slot != Placed.NO_PARENT;
    boolean lined = connected && grid.isOneRowOfCards();
    Box card = block.card();
    if (connected && !lined) {
      double y = top - RAIL_ABOVE_CELLS;
      rails.add(new Rail(slot, card.centerX(), card.bottom(), left, left + grid.width(), y));
    }
    if (crowded && grid.style() == CellStyle.DOT) {
      plots.add(
          new Plot(
              slot,
              left,
              top,
              grid.columns(),
              block.cells().used(),
              grid.cellWidth(),
              grid.cellHeight(),
              grid.gap(),
              block.cells().freeze()));
      return;
    }
    int first = grid.firstRow(window, top) * grid.columns();
    int end = grid.endRow(window, top) * grid.columns();
    for (int cell = first; cell < Math.min(end, block.cells().used()); cell++) {
      Vertex worker = block.cells().tenant(cell);
      if (worker != null) {
        Box box = grid.cell(cell, left, top);
        if (box.overlaps(window)) {
          placed.add(
              new Placed(worker.slot(), slot, box, box, grid.style(), false, block.level(), 0));
        }
        if (lined) {
          connectors.add(
              new Connector(
                  slot, worker.slot(), card.centerX(), card.bottom(), box.centerX(), box.y()));
        }
      }
    }
  }
}
