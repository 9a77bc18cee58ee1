package understudy.viewmodel;

/// Which part of the world is on the canvas, and how large.
///
/// A point of the world at `(wx, wy)` is drawn at `((wx - x) * scale, (wy - y) * scale)` pixels.
///
/// @param scale pixels a world unit, above 0
/// @param x world abscissa of the canvas's left edge
/// @param y world ordinate of the canvas's top edge
/// @param fitting whether the whole world is kept in view; the other values then do not count
public record Camera(double scale, double x, double y, boolean fitting) {
  /// The whole world, always.
  public static final Camera FIT = new Camera(1, 0, 0, true);

  /// The largest and the smallest scale a person can reach.
  static final double LARGEST = 6;

  static final double SMALLEST = 0.002;

  private static final double LARGEST_FIT = 4;
  private static final double NATURAL_FIT = 1.8;
  private static final double NATURAL_HEIGHT = 600;
  private static final double SIDE = 20;
  private static final double RIGHT = 62;
  private static final double TOP = 44;
  private static final double BOTTOM = 58;

  /// {@return the camera that truly applies: this, or the one that shows the whole world}
  ///
  /// @param world where something is, in world units
  /// @param view size of the canvas, in pixels
  public Camera resolve(Box world, Extent view) {
    return fitting ? around(world, view, largestFit(view)) : this;
  }

  /// A small tree in a window stays in its natural size; on a stage it is there for the back row.
  private static double largestFit(Extent view) {
    return Math.clamp(NATURAL_FIT * view.height() / NATURAL_HEIGHT, NATURAL_FIT, LARGEST_FIT);
  }

  /// {@return the camera that shows `box` as large as the canvas allows, in its middle, clear of
  /// what lies over the canvas at its edges}
  ///
  /// @param box what to show, in world units
  /// @param view size of the canvas, in pixels
  /// @param largest the scale not to exceed
  static Camera around(Box box, Extent view, double largest) {
    double width = Math.max(1, view.width() - SIDE - RIGHT);
    double height = Math.max(1, view.height() - TOP - BOTTOM);
    double scale = Math.min(width / Math.max(1, box.width()), height / Math.max(1, box.height()));
    scale = Math.clamp(scale, SMALLEST, largest);
    double spare = view.width() - box.width() * scale;
    double left = spare / 2 >= RIGHT ? spare / 2 : SIDE + (width - box.width() * scale) / 2;
    double top = TOP + (height - box.height() * scale) / 2;
    return new Camera(scale, box.x() - left / scale, box.y() - top / scale, false);
  }

  /// {@return this, nearer or farther, with the point under the pointer kept in its place}
  ///
  /// @param factor above 1 for nearer
  /// @param px the pointer, in pixels from the canvas's left edge
  /// @param py the pointer, in pixels from the canvas's top edge
  public Camera zoomed(double factor, double px, double py) {
    double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
    return new Camera(next, x + px / scale - px / next, y + py / scale - py / next, false);
  }

  /// {@return this, moved with the pointer}
  ///
  /// @param dx pixels to the right
  /// @param dy pixels down
  public Camera panned(double dx, double dy) {
    return new Camera(scale, x - dx / scale, y - dy / scale, false);
  }

  /// {@return this, moved just so far that `box` is in its middle, or this if all of `box` is seen}
  ///
  /// @param box what must be seen, in world units
  /// @param view size of the canvas, in pixels
  public Camera showing(Box box, Extent view) {
    double left = sx(box.x());
    double top = sy(box.y());
    boolean seen =
        left >= 0
            && top >= 0
            && left + box.width() * scale <= view.width()
            && top + box.height() * scale <= view.height();
    return seen
        ? this
        : new Camera(
            scale,
            box.x() + box.width() / 2 - view.width() / scale / 2,
            box.y() + box.height() / 2 - view.height() / scale / 2,
            false);
  }

  /// {@return the pixel of a world abscissa}
  ///
  /// @param wx world abscissa
  public double sx(double wx) {
    return (wx - x) * scale;
  }

  /// {@return the pixel of a world ordinate}
  ///
  /// @param wy world ordinate
  public double sy(double wy) {
    return (wy - y) * scale;
  }

  /// {@return the world abscissa of a pixel}
  ///
  /// @param px pixels from the canvas's left edge
  public double wx(double px) {
    return x + px / scale;
  }

  /// {@return the world ordinate of a pixel}
  ///
  /// @param py pixels from the canvas's top edge
  public double wy(double py) {
    return y + py / scale;
  }

  /// {@return a camera between this and `goal`}
  ///
  /// @param goal where to go
  /// @param share how far, 0 to 1; 1 is the goal itself
  public Camera toward(Camera goal, double share) {
    if (share >= 1) {
      return goal;
    }
    return new Camera(
        scale * Math.pow(goal.scale / scale, share),
        x + (goal.x - x) * share,
        y + (goal.y - y) * share,
        goal.fitting);
  }
}
