package understudy.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Where everything stands, or what is in view of it: the answer of a [BlockLayout]; does not
/// change when things move on. Used by one thread.
public final class Geometry {
  /// Nothing on a surface of no size.
  public static final Geometry EMPTY =
      new Geometry(0, 0, List.of(), List.of(), List.of(), List.of());

  private final double width;
  private final double height;
  private final List<Placed> placed;
  private final List<Connector> connectors;
  private final List<Rail> rails;
  private final List<Plot> plots;
  private @Nullable Map<Integer, Placed> bySlot;
  private @Nullable HitGrid hits;

  Geometry(
      double width,
      double height,
      List<Placed> placed,
      List<Connector> connectors,
      List<Rail> rails,
      List<Plot> plots) {
    this.width = width;
    this.height = height;
    this.placed = Collections.unmodifiableList(placed);
    this.connectors = Collections.unmodifiableList(connectors);
    this.rails = Collections.unmodifiableList(rails);
    this.plots = Collections.unmodifiableList(plots);
  }

  /// {@return the width of the whole picture, margins included}
  public double width() {
    return width;
  }

  /// {@return the height of the whole picture, margins included}
  public double height() {
    return height;
  }

  /// {@return every slot in draw order: a supervisor comes before all that stands in its block}
  public List<Placed> placed() {
    return placed;
  }

  /// {@return the lines to supervised supervisors, and to workers that stand as cards in one row}
  public List<Connector> connectors() {
    return connectors;
  }

  /// {@return the lines above grids of workers that have no connectors of their own}
  public List<Rail> rails() {
    return rails;
  }

  /// {@return the grids of workers that are not among those [#placed]}
  public List<Plot> plots() {
    return plots;
  }

  /// {@return all that is known of a slot's place}
  ///
  /// @param slot the slot's number
  public Optional<Placed> find(int slot) {
    Map<Integer, Placed> known = bySlot;
    if (known == null) {
      known = HashMap.newHashMap(placed.size());
      for (Placed each : placed) {
        known.put(each.slot(), each);
      }
      bySlot = known;
    }
    return Optional.ofNullable(known.get(slot));
  }

  /// {@return the card or dot of a slot}
  ///
  /// @param slot the slot's number
  public Optional<Box> box(int slot) {
    return find(slot).map(Placed::box);
  }

  /// {@return the whole block of a supervisor's slot; the box of a worker's}
  ///
  /// @param slot the slot's number
  public Optional<Box> block(int slot) {
    return find(slot).map(Placed::block);
  }

  /// {@return the slot whose card or dot lies under a point; looks at the few boxes that are near}
  ///
  /// @param x from the left, in layout units
  /// @param y from the top, in layout units
  public OptionalInt slotAt(double x, double y) {
    HitGrid grid = hits;
    if (grid == null) {
      grid = new HitGrid(placed, width, height);
      hits = grid;
    }
    Placed found = grid.at(x, y);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found.slot());
  }
}
