package understudy.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import understudy.graph.Vertex;
import understudy.probe.ProcessTable;

/// Answers the process table: some rows of all processes, whatever their number and wherever in the
/// order.
///
/// Looks at all of them a slice a frame, so that a frame costs at most [#BUDGET_NANOS] for it, and
/// begins anew a few times a second; meanwhile other rows of the last look can be had. Owned by the
/// pump's thread.
final class Roll {
  static final long BUDGET_NANOS = 2_000_000;
  static final long REST_NANOS = 250_000_000;
  private static final int SLICE = 512;

  private final Tally tally;
  private RollQuery query = RollQuery.HIDDEN;
  private Needle needle = new Needle("");
  private Crowd crowd = Crowd.NOBODY;
  private Ranking last = new Ranking();
  private Ranking now = new Ranking();
  private int next;
  private int total;
  private boolean looking;
  private boolean fresh;
  private long nextLook = Long.MIN_VALUE;
  private RollPage page = RollPage.EMPTY;

  Roll(Tally tally) {
    this.tally = tally;
  }

  /// {@return the newest answer to `wanted`}
  ///
  /// @param all every place there is
  /// @param table says what each is doing
  /// @param nanos the world's time
  RollPage look(RollQuery wanted, Crowd all, ProcessTable table, long nanos, LongSupplier clock) {
    if (wanted.limit() == 0) {
      hide(wanted);
      return page;
    }
    long began = clock.getAsLong();
    long until = began + BUDGET_NANOS;
    BooleanSupplier late = () -> clock.getAsLong() >= until;
    boolean other = !wanted.at(query.from()).equals(query);
    query = wanted;
    if (other || (!looking && (began >= nextLook || all.size() != total))) {
      begin(all, other);
    }
    if (!fresh && page.query().from() != query.from() && arranged(last, late)) {
      publish(last, table, nanos);
    }
    if (looking && seen(table, nanos, late) && arranged(now, late)) {
      var before = last;
      last = now;
      now = before;
      looking = false;
      fresh = false;
      total = crowd.size();
      nextLook = clock.getAsLong() + REST_NANOS;
      publish(last, table, nanos);
    } else if (fresh && !page.looking()) {
      page = new RollPage(page.version() + 1, query, 0, List.of(), 0, crowd.size(), true);
    }
    return page;
  }

  private void hide(RollQuery wanted) {
    if (query.limit() > 0) {
      last = new Ranking();
      now = new Ranking();
    }
    query = wanted;
    looking = false;
    crowd = Crowd.NOBODY;
    page = RollPage.EMPTY;
  }

  private void begin(Crowd all, boolean other) {
    needle = new Needle(query.text().strip());
    crowd = all;
    now.begin(query.descending(), query.sort().isText());
    next = 0;
    looking = true;
    fresh = fresh || other;
  }

  /// Looks at more of them; whether all were looked at.
  private boolean seen(ProcessTable table, long nanos, BooleanSupplier late) {
    while (next < crowd.seats()) {
      int end = Math.min(crowd.seats(), next + SLICE);
      for (; next < end; next++) {
        crowd
            .at(next)
            .filter(vertex -> accepts(vertex, table))
            .ifPresent(vertex -> now.offer(key(vertex, nanos), word(vertex, table), vertex));
      }
      if (late.getAsBoolean() && next < crowd.seats()) {
        return false;
      }
    }
    return true;
  }

  private boolean arranged(Ranking ranking, BooleanSupplier late) {
    return ranking.arrange(from(ranking), to(ranking), late);
  }

  private int from(Ranking ranking) {
    return Math.max(0, Math.min(query.from(), ranking.size() - size()));
  }

  private int to(Ranking ranking) {
    return Math.min(ranking.size(), from(ranking) + size());
  }

  private int size() {
    return Math.min(query.limit(), RollQuery.LIMIT);
  }

  private boolean accepts(Vertex vertex, ProcessTable table) {
    return (query.phase().isEmpty() || query.phase().get() == Phases.now(vertex, table))
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

  private String word(Vertex vertex, ProcessTable table) {
    return switch (query.sort()) {
      case NAME -> Labels.name(vertex);
      case STATE -> Phases.now(vertex, table).words();
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

  private void publish(Ranking ranking, ProcessTable table, long nanos) {
    List<RollRow> rows = new ArrayList<>();
    for (int rank = from(ranking); rank < to(ranking); rank++) {
      rows.add(row(ranking.at(rank), table, nanos));
    }
    page =
        new RollPage(page.version() + 1, query, from(ranking), rows, ranking.size(), total, false);
  }

  private RollRow row(Vertex vertex, ProcessTable table, long nanos) {
    return new RollRow(
        vertex.slot(),
        Labels.name(vertex),
        vertex.path(),
        vertex.pid(),
        Phases.now(vertex, table),
        vertex.depth(),
        vertex.restarts(),
        tally.of(vertex.pid()),
        uptime(vertex, nanos),
        supervisor(vertex),
        vertex.behaviour());
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
