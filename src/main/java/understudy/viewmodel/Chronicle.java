package understudy.viewmodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.graph.Graph;

/// The event list: the newest sentences, and how many there were.
///
/// Owned by the pump's thread.
final class Chronicle {
  static final int KEPT = 5_000;

  private final Deque<EventLine> lines = new ArrayDeque<>();
  private final Sentences sentences = new Sentences();
  private final long sinceNanos;
  private boolean deepens;
  private long total;
  private long pageTotal = -1;
  private EventFilter pageFilter = EventFilter.ALL;
  private EventPage page = EventPage.EMPTY;

  /// @param sinceNanos when it begins, in nanoseconds of the world's time; -1 at the start of all
  Chronicle(long sinceNanos) {
    this.sinceNanos = sinceNanos;
  }

  /// Whether there is one that begins earlier, for who asks.
  void deepens(boolean can) {
    pageTotal = can == deepens ? pageTotal : -1;
    deepens = can;
  }

  /// {@return whether one that begins earlier would hold more of what is wanted; not known before
  /// the first page}
  boolean lacks(int most) {
    return page.version() > EventPage.EMPTY.version()
        && page.matching() < most
        && lines.size() < KEPT;
  }

  /// Takes the next event, just before the graph does.
  Optional<EventLine> before(Stamped stamped, Graph graph) {
    return kept(sentences.before(stamped, graph));
  }

  /// Takes the same event, just after the graph did.
  Optional<EventLine> after(Stamped stamped, Graph graph) {
    return kept(sentences.after(stamped, graph));
  }

  private Optional<EventLine> kept(Optional<EventLine> line) {
    line.ifPresent(this::add);
    return line;
  }

  private void add(EventLine line) {
    lines.addLast(line);
    total++;
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }

  /// {@return the last crash in a few sentences}
  Episode story(long nanos) {
    return Episode.last(lines, nanos);
  }

  EventPage page(EventFilter filter) {
    if (total == pageTotal && filter.equals(pageFilter)) {
      return page;
    }
    pageTotal = total;
    pageFilter = filter;
    List<EventLine> newestFirst = new ArrayList<>();
    int matching = 0;
    for (var each = lines.descendingIterator(); each.hasNext(); ) {
      var line = each.next();
      if (filter.accepts(line)) {
        matching++;
        if (newestFirst.size() < filter.most()) {
          newestFirst.add(line);
        }
      }
    }
    Collections.reverse(newestFirst);
    boolean earlier = matching > newestFirst.size() || (deepens && lines.size() < KEPT);
    page =
        new EventPage(
            page.version() + 1,
            newestFirst,
            matching,
            total,
            sinceNanos,
            earlier && filter.most() < KEPT);
    return page;
  }
}
