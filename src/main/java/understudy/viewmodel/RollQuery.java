package understudy.viewmodel;

import java.util.Optional;

/// Which processes the table wants, and in which order.
///
/// @param limit how many rows at most; 0 while the table is hidden, which then costs nothing
/// @param sort what decides the order
/// @param descending whether the largest comes first
/// @param text only processes whose name, registered name, pid or behaviour contains this, whatever
///   the case; empty for all
/// @param phase only processes in this phase; empty for all
public record RollQuery(
    int limit, RollColumn sort, boolean descending, String text, Optional<Phase> phase) {
  /// How many rows a table holds at most.
  public static final int LIMIT = 200;

  /// The table is hidden.
  public static final RollQuery HIDDEN =
      new RollQuery(0, RollColumn.MAILBOX, true, "", Optional.empty());

  /// {@return this, shown or hidden}
  ///
  /// @param shown whether rows are wanted
  public RollQuery shown(boolean shown) {
    return new RollQuery(shown ? LIMIT : 0, sort, descending, text, phase);
  }

  /// {@return this in another order}
  ///
  /// @param column what decides
  /// @param largestFirst whether the largest comes first
  public RollQuery sorted(RollColumn column, boolean largestFirst) {
    return new RollQuery(limit, column, largestFirst, text, phase);
  }

  /// {@return this with another filter}
  ///
  /// @param wanted what the text must contain
  /// @param only the phase, empty for all
  public RollQuery filtered(String wanted, Optional<Phase> only) {
    return new RollQuery(limit, sort, descending, wanted, only);
  }
}
