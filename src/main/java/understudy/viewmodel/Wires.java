package understudy.viewmodel;

import java.util.List;

/// The lines of the tree, family by family; immutable, shared between frames of the same structure.
///
/// @param families one a supervisor, in draw order: a family comes before those within it
public record Wires(List<Family> families) {
  /// No lines.
  public static final Wires NONE = new Wires(List.of());

  /// Takes a copy.
  public Wires {
    families = List.copyOf(families);
  }

  /// A supervisor with all that stands under it.
  ///
  /// @param block where all of it stands
  /// @param depth 0 for a supervisor that nobody supervises, 1 for those under it
  /// @param elbows lines to the children
  /// @param rails lines above grids of workers
  public record Family(Box block, int depth, List<Elbow> elbows, List<Rail> rails) {
    /// Takes copies.
    public Family {
      elbows = List.copyOf(elbows);
      rails = List.copyOf(rails);
    }
  }

  /// A line from the lower edge of a supervisor's card to the upper edge of a child.
  ///
  /// @param fromX where it begins
  /// @param fromY where it begins
  /// @param bendY the height at which it runs sideways, the same for all of one family
  /// @param toX where it ends
  /// @param toY where it ends
  public record Elbow(double fromX, double fromY, double bendY, double toX, double toY) {}

  /// The line above a grid of workers.
  ///
  /// @param left its left end
  /// @param right its right end
  /// @param y its height
  public record Rail(double left, double right, double y) {}
}
