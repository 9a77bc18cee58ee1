package understudy.viewmodel;

/// A size, in pixels or in world units.
///
/// @param width 0 or more
/// @param height 0 or more
public record Extent(double width, double height) {}
