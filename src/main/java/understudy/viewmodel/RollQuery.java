package understudy.viewmodel;

import java.util.Optional;

/// Which processes the table wants, and in which order.
///
/// @param from the rank of the first row wanted
/// @param limit how many rows at most; 0 while the table is hidden, which then costs nothing
/// @param sort what decides the order
/// @param descending whether the largest comes first
/// @param text only processes whose name, registered name, pid or behaviour contains this, whatever
///   the case; empty for all
/// @param phase only processes in this phase; empty for all
public record RollQuery(
    int from, int limit, RollColumn sort, boolean descending, String text, Optional<Phase> phase) {
  /// How many rows a table holds at most at a time.
  public static final int LIMIT = 200;

  /// The table is hidden.
  public static final RollQuery HIDDEN =
      new RollQuery(0, 0, RollColumn.MAILBOX, true, "", Optional.empty());

  /// {@return this, shown or hidden}
  ///
  /// @param shown whether rows are wanted
  public RollQuery shown(boolean shown) {
    return new RollQuery(from, shown ? LIMIT : 0, sort, descending, text, phase);
  }

  /// {@return this for other rows of the same order}
  ///
  /// @param rank that of the first
  public RollQuery at(int rank) {
    return new RollQuery(rank, limit, sort, descending, text, phase);
  }

  /// {@return this in another order, from its beginning}
  ///
  /// @param column what decides
  /// @param largestFirst whether the largest comes first
  public RollQuery sorted(RollColumn column, boolean largestFirst) {
    return new RollQuery(0, limit, column, largestFirst, text, phase);
  }

  /// {@return this with another filter, from the beginning}
  ///
  /// @param wanted what the text must contain
  /// @param only the phase, empty for all
  public RollQuery filtered(String wanted, Optional<Phase> only) {
    return new RollQuery(0, limit, sort, descending, wanted, only);
  }
}
