package understudy.viewmodel;

/// A rectangle in the world.
///
/// @param x left
/// @param y top
/// @param width to the right
/// @param height downwards
public record Box(double x, double y, double width, double height) {
  /// {@return whether this and `other` share a point}
  ///
  /// @param other another rectangle
  boolean touches(Box other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }
}
