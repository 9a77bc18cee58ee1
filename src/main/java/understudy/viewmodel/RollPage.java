package understudy.viewmodel;

import java.util.List;

/// The rows that the process table shows.
///
/// @param version changes whenever `rows` does
/// @param query what they answer
/// @param from the rank of the first row; the one wanted, or less at the end of the order
/// @param rows some of what matches, in the order asked for, at most the query's limit
/// @param matching how many processes match
/// @param total how many there are
/// @param looking whether this is not the whole answer yet
public record RollPage(
    long version,
    RollQuery query,
    int from,
    List<RollRow> rows,
    int matching,
    int total,
    boolean looking) {
  /// Nothing was asked.
  public static final RollPage EMPTY = new RollPage(0, RollQuery.HIDDEN, 0, List.of(), 0, 0, false);

  /// Takes a copy.
  public RollPage {
    rows = List.copyOf(rows);
  }
}
