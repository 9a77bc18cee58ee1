package understudy.viewmodel;

/// What the window would like to see of runs side by side; the newest wish wins.
///
/// @param view size of each canvas, in pixels
/// @param camera which part of the world, the same on each side
/// @param selected who was selected
/// @param pointed who is under the pointer
public record SidesWish(Extent view, Camera camera, Spot selected, Spot pointed) {
  /// Before the window said anything.
  public static final SidesWish FIRST =
      new SidesWish(new Extent(400, 300), Camera.FIT, Spot.NONE, Spot.NONE);

  /// A place on one of the sides.
  ///
  /// @param side counted from 0
  /// @param slot the place in that side's graph, -1 for none
  public record Spot(int side, int slot) {
    /// Nowhere.
    public static final Spot NONE = new Spot(0, -1);
  }
}
