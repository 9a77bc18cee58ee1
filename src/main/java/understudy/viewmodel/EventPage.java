package understudy.viewmodel;

import java.util.List;

/// The event lines that a frame carries.
///
/// @param version changes whenever `lines` does, so that a table need not compare them
/// @param lines the newest that the filter accepts, oldest first, at most [#LIMIT]
/// @param matching how many of the kept lines the filter accepts
/// @param total how many lines there were since the start, kept or not
public record EventPage(long version, List<EventLine> lines, int matching, long total) {
  /// How many lines a page holds at most.
  public static final int LIMIT = 300;

  /// A page without lines.
  public static final EventPage EMPTY = new EventPage(0, List.of(), 0, 0);

  /// Takes a copy.
  public EventPage {
    lines = List.copyOf(lines);
  }
}
