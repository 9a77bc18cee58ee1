package understudy.viewmodel;

import java.util.List;

/// The event lines that a frame carries.
///
/// @param version changes whenever `lines` does, so that a table need not compare them
/// @param lines the newest that the filter accepts, oldest first, as many as it asks for
/// @param matching how many of the kept lines the filter accepts
/// @param total how many lines there were since `sinceNanos`, kept or not
/// @param sinceNanos when the first line is known of, in nanoseconds of the world's time; -1 if
///   that is the start
/// @param earlier whether there are earlier ones for who asks for more
public record EventPage(
    long version,
    List<EventLine> lines,
    int matching,
    long total,
    long sinceNanos,
    boolean earlier) {
  /// How many lines a page holds, where nobody asks for more.
  public static final int LIMIT = 300;

  /// A page without lines.
  public static final EventPage EMPTY = new EventPage(0, List.of(), 0, 0, -1, false);

  /// Takes a copy.
  public EventPage {
    lines = List.copyOf(lines);
  }
}
