package understudy.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import understudy.graph.Vertex;

/// Gives every slot a place, and the same place again the next time.
///
/// Nested blocks. Remembers what it gave: a restart moves nothing, a new worker takes a free cell,
/// and a block's neighbours move only when it outgrows its reserve. Is told of everything at once
/// ([#place]), or only of what has changed ([#follow], then [#arrange]): then it costs what has
/// changed, and a look at each supervisor where a block was arranged anew. The same calls give the
/// same answers. Used by one thread.
public final class BlockLayout {
  private static final double FLATTEST = 10;
  private static final double MARGIN = 24;
  private static final double VIEW_HEIGHT = 620;
  private static final double WORTH_MOVING_ALL = 1.3;
  private static final int FEW_BLOCKS = 300;
  private static final double GROWTH_WORTH_A_LOOK = 1.3;

  private final Seats seats = new Seats();
  private final Styles styles = new Styles();
  private final Shelves shelves = new Shelves();
  private final List<Vertex> waiting = new ArrayList<>();
  private Block ground = new Block();
  private Forestry forestry = new Forestry(ground);
  private Shape shape = Shape.TRIED.getFirst();
  private boolean shaped;
  private double lastAspect;
  private int sizeWhenShaped;
  private int workers;
  private long arranged;
  private long seated;
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
    BitSet present = new BitSet();
    List<Vertex> all = new ArrayList<>(roots);
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).children());
    }
    all.addAll(loose);
    all.forEach(vertex -> present.set(vertex.seat()));
    for (int seat = 0; seat < seats.size(); seat++) {
      Vertex vertex = seats.at(seat);
      if (vertex != null && (!vertex.isPlaced() || !present.get(seat))) {
        rise(vertex);
      }
    }
    all.forEach(this::follow);
    arrange(aspect);
    return all();
  }

  /// Takes note that a vertex may belong elsewhere, or nowhere, by now.
  ///
  /// @param vertex it may be gone from its graph
  public void follow(Vertex vertex) {
    Block host = vertex.isPlaced() ? hostOf(vertex) : null;
    boolean stays =
        host != null
            && host.equals(seats.host(vertex))
            && (seats.cell(vertex) < 0) == standsOnABlock(vertex);
    if (!stays) {
      rise(vertex);
      if (host != null) {
        waiting.add(vertex);
      }
    }
    steps++;
  }

  /// Gives places to all that [#follow] was told of.
  ///
  /// @param aspect as for [#place]
  public void arrange(double aspect) {
    waiting.forEach(this::sit);
    waiting.clear();
    double wanted = aspect > 0 ? Math.clamp(aspect, 1 / FLATTEST, FLATTEST) : 1;
    boolean ordered = forestry.order();
    if (styles.count(workers, forestry.supervisors())) {
      forestry.topDown().forEach(forestry::dirty);
    }
    boolean moved = forestry.settle(styles, shape, shelves, seats);
    if ((moved && isWorthALook()) || wanted != lastAspect) {
      lastAspect = wanted;
      moved |= reshape(wanted);
    }
    if (moved || ordered) {
      forestry.locate(MARGIN);
      arranged++;
    }
    steps += forestry.takeSteps();
  }

  /// Forgets every place given, so that the next call packs anew, as tightly as it can.
  public void forget() {
    List<Vertex> all = new ArrayList<>();
    for (Block block : forestry.topDown()) {
      block.blocks().forEach(below -> all.add(below.standing()));
      block.cells().forEach((worker, _) -> all.add(worker));
    }
    all.forEach(this::rise);
    all.forEach(seats::dropBlock);
    ground = new Block();
    forestry = new Forestry(ground);
    shaped = false;
    all.stream().filter(Vertex::isPlaced).forEach(this::follow);
  }

  /// {@return a number that changes whenever a block was arranged anew, came or went}
  public long arranged() {
    return arranged;
  }

  /// {@return a number that changes whenever anybody came, went or moved}
  public long seated() {
    return seated;
  }

  /// {@return how many vertices have a place}
  public int size() {
    return workers + forestry.supervisors();
  }

  /// {@return all that has a place: everything without the margins}
  public Box world() {
    return new Box(MARGIN, MARGIN, ground.width(), ground.height());
  }

  /// {@return the card or dot of a vertex; of no size if it has no place}
  ///
  /// @param vertex any
  public Box box(Vertex vertex) {
    Block host = seats.host(vertex);
    if (host == null) {
      return new Box(0, 0, 0, 0);
    }
    Block own = seats.block(vertex);
    return own != null && seats.cell(vertex) < 0 ? own.card() : host.cell(seats.cell(vertex));
  }

  /// {@return the whole block of a supervisor; the box of a worker}
  ///
  /// @param vertex any
  public Box block(Vertex vertex) {
    Block own = seats.host(vertex) != null && seats.cell(vertex) < 0 ? seats.block(vertex) : null;
    return own != null ? own.box() : box(vertex);
  }

  /// {@return the cell that a worker has in the grid of its supervisor; empty if it has none}
  ///
  /// @param vertex any
  public OptionalInt cell(Vertex vertex) {
    return seats.host(vertex) == null || seats.cell(vertex) < 0
        ? OptionalInt.empty()
        : OptionalInt.of(seats.cell(vertex));
  }

  /// {@return the next worker in the grid in which `vertex` has a cell; null at its end}
  ///
  /// @param vertex a worker with a cell
  /// @param way 1 for the next, -1 for the one before
  public @Nullable Vertex beside(Vertex vertex, int way) {
    Block host = seats.host(vertex);
    if (host != null && seats.cell(vertex) >= 0) {
      for (int at = seats.cell(vertex) + way; at >= 0 && at < host.cells().used(); at += way) {
        if (host.cells().tenant(at) != null) {
          return host.cells().tenant(at);
        }
      }
    }
    return null;
  }

  /// {@return who stands first below a supervisor: the first worker of its grid, else the first of
  /// the blocks; null if nobody does}
  ///
  /// @param supervisor any vertex
  public @Nullable Vertex below(Vertex supervisor) {
    Block own = seats.block(supervisor);
    if (own == null) {
      return null;
    }
    for (int cell = 0; cell < own.cells().used(); cell++) {
      Vertex worker = own.cells().tenant(cell);
      if (worker != null) {
        return worker;
      }
    }
    return own.blocks().isEmpty() ? null : own.blocks().getFirst().vertex();
  }

  /// {@return the vertex that has a seat and a place; null if there is none}
  ///
  /// @param seat as [Vertex#seat] gives it
  public @Nullable Vertex vertex(int seat) {
    return seats.at(seat);
  }

  /// {@return where everything stands}
  public Geometry all() {
    Geometry geometry = new Surveyor().survey(forestry.topDown(), world(), MARGIN, _ -> false);
    steps += geometry.placed().size();
    return geometry;
  }

  /// {@return where that stands which is to be seen through a window}
  ///
  /// @param window what is to be seen
  /// @param scale pixels a unit
  /// @param most how many workers are told one by one; where there are more, as plots
  public Geometry view(Box window, double scale, int most) {
    return new View(forestry, window, scale).geometry(world(), MARGIN, most);
  }

  /// {@return the supervisors with a place, each before those below it}
  public List<Vertex> supervisors() {
    return forestry.topDown().stream().skip(1).map(Block::standing).toList();
  }

  /// How many times anything was looked at so far; for the test that the cost is linear.
  long steps() {
    return steps;
  }

  private static boolean standsOnABlock(Vertex vertex) {
    return vertex.supervises();
  }

  private Block hostOf(Vertex vertex) {
    return vertex.parent().map(seats::blockOf).orElse(ground);
  }

  private void rise(Vertex vertex) {
    Block host = seats.host(vertex);
    if (host != null) {
      int cell = seats.cell(vertex);
      Block own = seats.block(vertex);
      if (cell >= 0) {
        host.letGo(cell);
        workers--;
        forestry.dirty(host);
      } else if (own != null) {
        host.letGo(own);
        forestry.reordered();
      }
      seats.rise(vertex);
      seated++;
    }
    if (!vertex.isPlaced()) {
      seats.dropBlock(vertex);
    }
  }

  private void sit(Vertex vertex) {
    if (!vertex.isPlaced() || seats.host(vertex) != null) {
      return;
    }
    Block host = hostOf(vertex);
    if (standsOnABlock(vertex)) {
      host.takeIn(seats.blockOf(vertex));
      seats.sit(vertex, host, -1);
      forestry.reordered();
    } else {
      seats.sit(vertex, host, host.takeIn(vertex));
      workers++;
      forestry.dirty(host);
    }
    seated++;
    steps++;
  }

  private boolean isWorthALook() {
    int size = size();
    boolean few = forestry.topDown().size() <= FEW_BLOCKS;
    return few
        || size > sizeWhenShaped * GROWTH_WORTH_A_LOOK
        || size * GROWTH_WORTH_A_LOOK < sizeWhenShaped;
  }

  private boolean reshape(double aspect) {
    sizeWhenShaped = size();
    double present = shaped ? shape.worth(scale(ground.width(), ground.height(), aspect)) : 0;
    Shape best = shape;
    double most = present * WORTH_MOVING_ALL;
    for (Shape tried : Shape.TRIED) {
      forestry.measure(tried, shelves);
      double worth = tried.worth(scale(ground.trialWidth(), ground.trialHeight(), aspect));
      if (worth > most) {
        most = worth;
        best = tried;
      }
    }
    shaped = true;
    if (best.equals(shape)) {
      return false;
    }
    shape = best;
    forestry.topDown().forEach(Block::scatter);
    forestry.topDown().forEach(forestry::dirty);
    forestry.settle(styles, shape, shelves, seats);
    return true;
  }

  private static double scale(double width, double height, double aspect) {
    double fits =
        Math.min(VIEW_HEIGHT * aspect / (width + 2 * MARGIN), VIEW_HEIGHT / (height + 2 * MARGIN));
    return Math.min(1, fits);
  }
}
