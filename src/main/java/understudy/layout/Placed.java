package understudy.layout;

/// A slot with its place.
///
/// @param slot the slot's number
/// @param parent the number of the supervisor's slot, [#NO_PARENT] without one
/// @param box the card or dot itself
/// @param block for a supervisor everything that belongs to it, its own card and reserve included;
///   for a worker its box
/// @param style how it is meant to be drawn
/// @param supervisor whether it stands on top of a block
/// @param level 0 for roots and loose processes, 1 for those under a root
/// @param crowd how many stand below a supervisor whose block is told as one, 0 for all others
public record Placed(
    int slot,
    int parent,
    Box box,
    Box block,
    CellStyle style,
    boolean supervisor,
    int level,
    int crowd) {
  /// What [#parent] is for a root or a loose process.
  public static final int NO_PARENT = -1;
}
