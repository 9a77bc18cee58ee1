package understudy.viewmodel;

import java.util.Set;

/// What the window would like to see next; the newest wish wins.
///
/// @param view size of the canvas, in pixels
/// @param camera which part of the world
/// @param selected the selected place in the graph, -1 for none
/// @param pointed the place under the pointer, -1 for none
/// @param filter which event lines
/// @param find text to look for in names, pids and behaviours; empty for nothing
/// @param roll which rows of the process table
/// @param reach what the hands would like to know
/// @param layers what shall lie over the tree
public record Wish(
    Extent view,
    Camera camera,
    int selected,
    int pointed,
    EventFilter filter,
    String find,
    RollQuery roll,
    Reach reach,
    Set<Layer> layers) {
  /// Before the window said anything.
  public static final Wish FIRST =
      new Wish(new Extent(800, 500), Camera.FIT, -1, -1, EventFilter.ALL, "");

  /// Takes a copy.
  public Wish {
    layers = Set.copyOf(layers);
  }

  /// A wish without a process table, with empty hands.
  ///
  /// @param view size of the canvas, in pixels
  /// @param camera which part of the world
  /// @param selected the selected place in the graph, -1 for none
  /// @param pointed the place under the pointer, -1 for none
  /// @param filter which event lines
  /// @param find text to look for
  public Wish(
      Extent view, Camera camera, int selected, int pointed, EventFilter filter, String find) {
    this(view, camera, selected, pointed, filter, find, RollQuery.HIDDEN, Reach.NOTHING, Set.of());
  }

  /// {@return this with other rows of the process table}
  ///
  /// @param rows which
  public Wish withRoll(RollQuery rows) {
    return new Wish(view, camera, selected, pointed, filter, find, rows, reach, layers);
  }

  /// {@return this with something else over the tree}
  ///
  /// @param over what
  public Wish withLayers(Set<Layer> over) {
    return new Wish(view, camera, selected, pointed, filter, find, roll, reach, over);
  }
}
