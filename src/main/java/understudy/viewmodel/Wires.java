package understudy.viewmodel;

/// The lines of the tree, in columns; immutable, shared between frames of the same structure.
public final class Wires {
  /// No lines.
  public static final Wires NONE = new Wires(new float[0], new float[0]);

  private final float[] connectors;
  private final float[] rails;

  Wires(float[] connectors, float[] rails) {
    this.connectors = connectors;
    this.rails = rails;
  }

  /// {@return how many connectors there are}
  public int connectors() {
    return connectors.length / 4;
  }

  /// {@return a number of a connector, which leads from a supervisor's lower edge to a child's
  /// upper edge}
  ///
  /// @param i 0 to `connectors() - 1`
  /// @param part 0 and 1 for where it begins, 2 and 3 for where it ends: abscissa, ordinate
  public double connector(int i, int part) {
    return connectors[4 * i + part];
  }

  /// {@return how many rails there are}
  public int rails() {
    return rails.length / 5;
  }

  /// {@return a number of a rail, the line above a grid of workers}
  ///
  /// @param i 0 to `rails() - 1`
  /// @param part 0 and 1 for the point at the supervisor's lower edge, 2 and 3 for the rail's left
  ///   and right end, 4 for its height
  public double rail(int i, int part) {
    return rails[5 * i + part];
  }
}
