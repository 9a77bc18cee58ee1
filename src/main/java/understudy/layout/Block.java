package understudy.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import understudy.graph.Vertex;

/// A supervisor's card with all below it, or the ground that holds the roots and loose processes.
///
/// Keeps its arrangement as long as everything still fits: each block below it has a room, and a
/// room left empty is given to a newcomer that fits.
final class Block {
  private static final int ROOMS_TRIED = 8;
  private static final double ABOVE_BLOCKS = 44;
  private static final double ABOVE_CARDS = 36;
  private static final double ABOVE_GRID = 34;

  private @Nullable Vertex vertex;
  private final Cells cells = new Cells();
  private final List<Room> rooms = new ArrayList<>(0);
  private final List<Block> blocks = new ArrayList<>(0);
  private CellStyle style = CellStyle.CARD;
  private CellStyle cardStyle = CellStyle.CARD;
  private @Nullable Arrangement arrangement;
  private @Nullable Room room;
  private double trialWidth;
  private double trialHeight;
  private @Nullable Block host;
  private boolean dirty = true;
  private boolean shuffled = true;
  private int order;
  private int level;
  private int total;
  private double x;
  private double y;
  private int parentSlot = Placed.NO_PARENT;

  /// What does not change until the next arranging.
  private record Arrangement(
      double width, double height, Grid grid, double gridX, double gridY, CellStyle cardStyle) {}

  private static final class Room {
    final Block host;
    final Box box;
    @Nullable Block tenant;

    Room(Block host, Box box, Block tenant) {
      this.host = host;
      this.box = box;
      this.tenant = tenant;
    }
  }

  /// Takes a block in, after those that are here.
  void takeIn(Block block) {
    blocks.add(block);
    block.host = this;
    shuffled = true;
    dirty = true;
  }

  /// Lets a block go; its room may be given to another.
  void letGo(Block block) {
    blocks.remove(block);
    if (block.room != null && block.equals(block.room.tenant)) {
      block.room.tenant = null;
    }
    block.room = null;
    block.host = null;
    shuffled = true;
    dirty = true;
  }

  int takeIn(Vertex worker) {
    return cells.add(worker);
  }

  void letGo(int cell) {
    cells.remove(cell);
  }

  void style(CellStyle ofCells, CellStyle ofCard) {
    style = ofCells;
    cardStyle = ofCard;
  }

  @Nullable Block host() {
    return host;
  }

  boolean isDirty() {
    return dirty;
  }

  /// Has it looked at again: a block below has another size now.
  void shuffle() {
    dirty = true;
    shuffled = true;
  }

  void isAt(int number, int below) {
    order = number;
    level = below;
  }

  int order() {
    return order;
  }

  /// {@return 0 for the ground, 1 for roots, ...}
  int level() {
    return level;
  }

  void total(int all) {
    total = all;
  }

  /// {@return how many vertices stand below the card, at any depth, when last counted}
  int total() {
    return total;
  }

  void standsFor(Vertex supervisor) {
    vertex = supervisor;
  }

  @Nullable Vertex vertex() {
    return vertex;
  }

  int slot() {
    return vertex == null ? Placed.NO_PARENT : vertex.slot();
  }

  void standsAt(double left, double top, int hostSlot) {
    x = left;
    y = top;
    parentSlot = hostSlot;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  int parentSlot() {
    return parentSlot;
  }

  Cells cells() {
    return cells;
  }

  List<Block> blocks() {
    return blocks;
  }

  CellStyle style() {
    return style;
  }

  CellStyle cardStyle() {
    return cardStyle;
  }

  double width() {
    return arrangement == null ? 0 : arrangement.width;
  }

  double height() {
    return arrangement == null ? 0 : arrangement.height;
  }

  Grid grid() {
    return arrangement == null ? Grid.NONE : arrangement.grid;
  }

  double gridX() {
    return arrangement == null ? 0 : arrangement.gridX;
  }

  double gridY() {
    return arrangement == null ? 0 : arrangement.gridY;
  }

  Vertex standing() {
    if (vertex == null) {
      throw new IllegalStateException("the ground: expected a block with a vertex on top");
    }
    return vertex;
  }

  Box box() {
    return new Box(x, y, width(), height());
  }

  Box card() {
    return new Box(x + (width() - cardWidth()) / 2, y, cardWidth(), cardHeight());
  }

  Box cell(int index) {
    return grid().cell(index, x + gridX(), y + gridY());
  }

  /// {@return how many cells are in a window, free ones included}
  long cellsWithin(Box window) {
    Grid grid = grid();
    Box all = new Box(x + gridX(), y + gridY(), grid.width(), grid.height());
    if (cells.count() == 0 || !all.overlaps(window)) {
      return 0;
    }
    double share =
        (Math.min(all.right(), window.right()) - Math.max(all.x(), window.x()))
            / all.width()
            * (Math.min(all.bottom(), window.bottom()) - Math.max(all.y(), window.y()))
            / all.height();
    return (long) Math.ceil(share * cells.count());
  }

  void soil() {
    dirty = true;
  }

  /// Where this stands within the block above, in the middle of its room.
  double xInHost() {
    return room == null ? 0 : room.box.x() + (room.box.width() - width()) / 2;
  }

  double yInHost() {
    return room == null ? 0 : room.box.y();
  }

  void scatter() {
    arrangement = null;
  }

  /// Keeps the arrangement if everything fits, else makes a new one; true if it made one. The
  /// blocks below come first.
  boolean settle(Shape shape, Shelves shelves) {
    dirty = false;
    if (arrangement != null && stands(arrangement)) {
      return false;
    }
    shuffled = false;
    Grid grid = Grid.of(cells.capacity(), cells.used(), style, shape);
    int gridItem = fill(shelves, grid, false);
    shelves.pack(shape.shelves());
    double top = top(grid);
    double width = Math.max(cardWidth(), shelves.width());
    double left = (width - shelves.width()) / 2;
    int item = gridItem == 0 ? 1 : 0;
    rooms.clear();
    for (Block block : blocks) {
      double roomX = left + shelves.x(item);
      double roomY = top + shelves.y(item);
      Box box = new Box(roomX, roomY, block.width(), block.height());
      Room next = new Room(this, box, block);
      block.moveInto(next);
      rooms.add(next);
      item++;
    }
    double gridX = gridItem < 0 ? 0 : left + shelves.x(gridItem);
    double gridY = gridItem < 0 ? 0 : top + shelves.y(gridItem);
    double height = shelves.count() == 0 ? cardHeight() : top + shelves.height();
    arrangement = new Arrangement(width, height, grid, gridX, gridY, cardStyle);
    return true;
  }

  /// Finds the size that this would have in another shape, without arranging anything.
  void measure(Shape shape, Shelves shelves) {
    Grid grid = Grid.of(cells.capacity(), cells.used(), style, shape);
    fill(shelves, grid, true);
    shelves.pack(shape.shelves());
    trialWidth = Math.max(cardWidth(), shelves.width());
    trialHeight = shelves.count() == 0 ? cardHeight() : top(grid) + shelves.height();
  }

  double trialWidth() {
    return trialWidth;
  }

  double trialHeight() {
    return trialHeight;
  }

  double cardWidth() {
    return vertex == null ? 0 : cardStyle == CellStyle.CARD ? 150 : 64;
  }

  double cardHeight() {
    return vertex == null ? 0 : cardStyle == CellStyle.CARD ? 46 : 22;
  }

  /// Puts all that stands below the card on the shelves: a supervisor's own workers come first,
  /// loose processes last; gives the grid's number there, -1 without a grid.
  private int fill(Shelves shelves, Grid grid, boolean trial) {
    int gridItem = grid.capacity() == 0 ? -1 : vertex == null ? blocks.size() : 0;
    shelves.clear();
    if (gridItem == 0) {
      shelves.add(grid.width(), grid.height());
    }
    for (Block block : blocks) {
      shelves.add(
          trial ? block.trialWidth : block.width(), trial ? block.trialHeight : block.height());
    }
    if (gridItem > 0) {
      shelves.add(grid.width(), grid.height());
    }
    return gridItem;
  }

  private double top(Grid grid) {
    if (vertex == null) {
      return 0;
    }
    if (!blocks.isEmpty()) {
      return cardHeight() + ABOVE_BLOCKS;
    }
    return cardHeight() + (grid.isOneRowOfCards() ? ABOVE_CARDS : ABOVE_GRID);
  }

  private boolean stands(Arrangement now) {
    if (now.cardStyle != cardStyle
        || now.grid.capacity() != cells.capacity()
        || now.grid.style() != style
        || !now.grid.holds(cells.used())) {
      return false;
    }
    if (!shuffled) {
      return true;
    }
    shuffled = false;
    List<Room> free = new ArrayList<>(0);
    for (Room each : rooms) {
      Block tenant = each.tenant;
      if (tenant != null && tenant.room != each) {
        each.tenant = null;
      }
      if (each.tenant == null) {
        free.add(each);
      }
    }
    for (Block block : blocks) {
      boolean atHome = block.room != null && block.room.host == this && block.room.tenant == block;
      if (atHome ? !block.fits(block.roomOf()) : !block.moveIntoOneOf(free)) {
        return false;
      }
    }
    return free.size() <= 3 * blocks.size() + 4;
  }

  private boolean fits(Room into) {
    return width() <= into.box.width() + 1e-6 && height() <= into.box.height() + 1e-6;
  }

  private boolean moveIntoOneOf(List<Room> free) {
    for (int i = 0; i < Math.min(ROOMS_TRIED, free.size()); i++) {
      if (fits(free.get(i))) {
        moveInto(free.remove(i));
        return true;
      }
    }
    return false;
  }

  private void moveInto(Room next) {
    next.tenant = this;
    room = next;
  }

  private Room roomOf() {
    if (room == null) {
      throw new IllegalStateException("block of " + vertex + ": expected a room, has none");
    }
    return room;
  }
}
