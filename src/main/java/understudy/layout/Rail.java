package understudy.layout;

/// The horizontal line above a grid of workers, with the line that leads to its middle from the
/// supervisor's card; stands for a connector to each of them.
///
/// @param supervisor the supervisor's slot
/// @param fromX the middle of the card's lower edge, from the left
/// @param fromY the card's lower edge, from the top
/// @param left where the rail begins
/// @param right where the rail ends
/// @param y the height of the rail, from the top
public record Rail(
    int supervisor, double fromX, double fromY, double left, double right, double y) {
  /// {@return the middle of the rail, where the line from the card meets it}
  public double middle() {
    return (left + right) / 2;
  }
}
