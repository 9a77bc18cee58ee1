package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import understudy.graph.Vertex;

/// Answers the process table: the first rows of all processes, whatever their number.
///
/// Looks at all of them a slice a frame, so that a frame costs at most [#BUDGET_NANOS] for it, and
/// begins anew a few times a second. Owned by the pump's thread.
final class Roll {
  static final long BUDGET_NANOS = 2_000_000;
  static final long REST_NANOS = 250_000_000;
  private static final int SLICE = 512;

  private final Tally tally;
  private RollQuery query = RollQuery.HIDDEN;
  private Needle needle = new Needle("");
  private Crowd crowd = Crowd.NOBODY;
  private Ranking ranking = new Ranking(0, true);
  private int next;
  private int matching;
  private boolean scanning;
  private boolean fresh;
  private long nextScan = Long.MIN_VALUE;
  private RollPage page = RollPage.EMPTY;

  Roll(Tally tally) {
    this.tally = tally;
  }

  /// {@return the newest answer to `wanted`}
  ///
  /// @param all every place there is
  /// @param nanos the world's time
  RollPage look(RollQuery wanted, Crowd all, long nanos, LongSupplier clock) {
    if (wanted.limit() == 0) {
      query = wanted;
      scanning = false;
      crowd = Crowd.NOBODY;
      page = RollPage.EMPTY;
      return page;
    }
    long began = clock.getAsLong();
    boolean other = !wanted.equals(query);
    if (other || (!scanning && (began >= nextScan || all.size() != page.total()))) {
      begin(wanted, all, other);
    }
    if (scanning) {
      scan(nanos, clock, began + BUDGET_NANOS);
      if (!scanning || fresh) {
        publish(nanos);
        fresh = false;
        nextScan = began + REST_NANOS;
      }
    }
    return page;
  }

  private void begin(RollQuery wanted, Crowd all, boolean other) {
    query = wanted;
    needle = new Needle(wanted.text().strip());
    crowd = all;
    ranking = new Ranking(Math.min(wanted.limit(), RollQuery.LIMIT), wanted.descending());
    next = 0;
    matching = 0;
    scanning = true;
    fresh = other;
  }

  private void scan(long nanos, LongSupplier clock, long until) {
    while (next < crowd.seats()) {
      int end = Math.min(crowd.seats(), next + SLICE);
      for (; next < end; next++) {
        crowd.at(next).filter(this::accepts).ifPresent(vertex -> take(vertex, nanos));
      }
      if (clock.getAsLong() >= until && next < crowd.seats()) {
        return;
      }
    }
    scanning = false;
  }

  private void take(Vertex vertex, long nanos) {
    matching++;
    ranking.offer(key(vertex, nanos), word(vertex), vertex);
  }

  private boolean accepts(Vertex vertex) {
    return (query.phase().isEmpty() || query.phase().get() == Picture.phase(vertex.state()))
        && needle.isIn(vertex);
  }

  private long key(Vertex vertex, long nanos) {
    return switch (query.sort()) {
      case PID -> vertex.pid().number();
      case MAILBOX -> vertex.depth();
      case RESTARTS -> vertex.restarts();
      case HANDLED -> tally.of(vertex.pid());
      case UPTIME -> uptime(vertex, nanos);
      case NAME, STATE, SUPERVISOR, BEHAVIOUR, PATH -> 0;
    };
  }

  private String word(Vertex vertex) {
    return switch (query.sort()) {
      case NAME -> Labels.name(vertex);
      case STATE -> Picture.phase(vertex.state()).words();
      case SUPERVISOR -> supervisor(vertex);
      case BEHAVIOUR -> vertex.behaviour();
      case PATH -> vertex.path();
      case PID, MAILBOX, RESTARTS, HANDLED, UPTIME -> "";
    };
  }

  private static String supervisor(Vertex vertex) {
    return vertex.parent().map(Labels::name).orElse("");
  }

  private static long uptime(Vertex vertex, long nanos) {
    return vertex.alive() ? Math.max(0, nanos - vertex.spawnedNanos()) : 0;
  }

  private void publish(long nanos) {
    List<RollRow> rows = new ArrayList<>();
    for (var vertex : ranking.first()) {
      rows.add(
          new RollRow(
              vertex.slot(),
              Labels.name(vertex),
              vertex.path(),
              vertex.pid(),
              Picture.phase(vertex.state()),
              vertex.depth(),
              vertex.restarts(),
              tally.of(vertex.pid()),
              uptime(vertex, nanos),
              supervisor(vertex),
              vertex.behaviour()));
    }
    page = new RollPage(page.version() + 1, query, rows, matching, crowd.size(), scanning);
  }

  /// What is looked for, and where.
  private record Needle(String text, boolean numbers) {
    Needle(String text) {
      this(
          text.toLowerCase(Locale.ROOT),
          !text.isEmpty() && (text.charAt(0) == '<' || Character.isDigit(text.charAt(0))));
    }

    boolean isIn(Vertex vertex) {
      return text.isEmpty()
          || isIn(Labels.name(vertex))
          || isIn(vertex.behaviour())
          || isIn(vertex.name().orElse(""))
          || (numbers && vertex.pid().toString().contains(text));
    }

    /// Without a new string for each: there may be a million of them.
    private boolean isIn(String hay) {
      for (int at = 0; at <= hay.length() - text.length(); at++) {
        if (hay.regionMatches(true, at, text, 0, text.length())) {
          return true;
        }
      }
      return false;
    }
  }
}
