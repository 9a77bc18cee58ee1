package understudy.layout;

/// A line from the middle of the lower edge of a supervisor's card to the middle of the upper edge
/// of a child's box.
///
/// @param parent the supervisor's slot
/// @param child the child's slot
/// @param fromX where it begins, from the left
/// @param fromY where it begins, from the top
/// @param toX where it ends, from the left
/// @param toY where it ends, from the top
public record Connector(
    int parent, int child, double fromX, double fromY, double toX, double toY) {}
