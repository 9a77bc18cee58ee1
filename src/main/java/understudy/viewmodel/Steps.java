package understudy.viewmodel;

/// Where the arrow keys lead from the selected place; -1 where they lead nowhere.
///
/// @param up the supervisor
/// @param down the first child
/// @param left the sibling before
/// @param right the sibling after
public record Steps(int up, int down, int left, int right) {
  /// Nowhere.
  public static final Steps NONE = new Steps(-1, -1, -1, -1);
}
