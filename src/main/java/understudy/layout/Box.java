package understudy.layout;

/// A rectangle in layout units; y grows downwards.
///
/// @param x the left edge
/// @param y the upper edge
/// @param width 0 or more
/// @param height 0 or more
public record Box(double x, double y, double width, double height) {
  /// {@return the right edge}
  public double right() {
    return x + width;
  }

  /// {@return the lower edge}
  public double bottom() {
    return y + height;
  }

  /// {@return the middle from left to right}
  public double centerX() {
    return x + width / 2;
  }

  /// {@return the middle from top to bottom}
  public double centerY() {
    return y + height / 2;
  }

  /// {@return whether the point lies inside; the right and lower edges do not belong to the box}
  ///
  /// @param px from the left
  /// @param py from the top
  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /// {@return whether `other` lies wholly inside, edges included, with a tolerance of a millionth}
  ///
  /// @param other the box that may be inside
  public boolean encloses(Box other) {
    double slack = 1e-6;
    return other.x >= x - slack
        && other.y >= y - slack
        && other.right() <= right() + slack
        && other.bottom() <= bottom() + slack;
  }

  /// {@return whether the two share more than an edge}
  ///
  /// @param other the other box
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
