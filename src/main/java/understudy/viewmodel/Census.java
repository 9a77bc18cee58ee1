package understudy.viewmodel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import understudy.graph.Vertex;
import understudy.probe.ProcessTable;

/// Asks mailboxes for their depths, a few at a time, and sums up each time it has been round.
///
/// A frame gives it a bounded time; where there are very many it takes several frames to come
/// round. Owned by the pump's thread.
final class Census {
  private static final long NANOS_A_FRAME = 500_000;
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 128;
  private static final int ALL_AT_ONCE = 2_000;

  /// The sums of supervisors with neighbouring seats.
  private static final class Page {
    private static final int SEATS = 1 << 12;

    private final int[] worst = new int[SEATS];
    private final int[] unwell = new int[SEATS];
    private final float[] load = new float[SEATS];
  }

  /// What one round sums up; used again for the next but one. In pages, made where a supervisor
  /// sits: columns for a million would be grown at the cost of a whole frame.
  private static final class Round {
    private final BitSet noted = new BitSet();
    private @Nullable Page[] pages = new @Nullable Page[0];
    private long waiting;
    private int supervisors;
    private int deepest;
    private Optional<Vertex> fullest = Optional.empty();
    private long began;

    void begin(long nanos) {
      noted.stream()
          .forEach(seat -> {
            Page page = made(seat);
            page.worst[seat % Page.SEATS] = 0;
            page.unwell[seat % Page.SEATS] = 0;
            page.load[seat % Page.SEATS] = 0;
          });
      noted.clear();
      waiting = 0;
      supervisors = 0;
      deepest = 0;
      fullest = Optional.empty();
      began = nanos;
    }

    void pass(int depth, double share, int ill, Vertex above) {
      if (depth == 0 && ill == 0) {
        return;
      }
      int seat = above.seat();
      Page page = made(seat);
      int at = seat % Page.SEATS;
      noted.set(seat);
      page.worst[at] = Math.max(page.worst[at], depth);
      page.unwell[at] += ill;
      page.load[at] += (float) share;
    }

    private Page made(int seat) {
      int index = seat / Page.SEATS;
      if (index >= pages.length) {
        pages = Arrays.copyOf(pages, Math.max(index + 1, 2 * pages.length));
      }
      Page page = pages[index];
      if (page == null) {
        page = new Page();
        pages[index] = page;
      }
      return page;
    }

    int worst(Vertex vertex) {
      return noted.get(vertex.seat()) ? made(vertex.seat()).worst[vertex.seat() % Page.SEATS] : 0;
    }

    double load(Vertex vertex) {
      return noted.get(vertex.seat()) ? made(vertex.seat()).load[vertex.seat() % Page.SEATS] : 0;
    }

    int unwell(Vertex vertex) {
      return noted.get(vertex.seat()) ? made(vertex.seat()).unwell[vertex.seat() % Page.SEATS] : 0;
    }
  }

  private Round last = new Round();
  private Round now = new Round();
  private int next;
  private List<Vertex> topDown = List.of();
  private int toSumUp = -1;
  private long roundNanos;

  /// Goes on for a while.
  void go(Survey survey, ProcessTable table, LongSupplier clock) {
    long began = clock.getAsLong();
    int done = 0;
    if (next == 0) {
      now.begin(began);
    }
    while (step(survey, table)) {
      if (++done >= ALL_AT_ONCE
          && done % BETWEEN_LOOKS_AT_THE_CLOCK == 0
          && clock.getAsLong() - began > NANOS_A_FRAME) {
        return;
      }
    }
    roundNanos = clock.getAsLong() - now.began;
    var before = last;
    last = now;
    now = before;
    next = 0;
    topDown = List.of();
    toSumUp = -1;
  }

  /// Asks one, or sums up one supervisor once all were asked; false at the end of the round.
  private boolean step(Survey survey, ProcessTable table) {
    if (toSumUp < 0 && next < survey.seats()) {
      survey.at(next++).ifPresent(vertex -> ask(vertex, table));
      return true;
    }
    if (toSumUp < 0) {
      topDown = survey.supervisors();
      toSumUp = topDown.size();
    }
    if (toSumUp == 0) {
      return false;
    }
    Vertex vertex = topDown.get(--toSumUp);
    vertex
        .parent()
        .ifPresent(above ->
            now.pass(
                Math.max(vertex.depth(), now.worst(vertex)),
                now.load(vertex) + Heat.share(vertex.depth()),
                now.unwell(vertex) + (isUnwell(vertex) ? 1 : 0),
                above));
    return true;
  }

  private void ask(Vertex vertex, ProcessTable table) {
    look(vertex, table);
    now.waiting += vertex.depth();
    now.supervisors += vertex.alive() && vertex.strategy().isPresent() ? 1 : 0;
    if (vertex.depth() > now.deepest) {
      now.deepest = vertex.depth();
      now.fullest = Optional.of(vertex);
    }
    if (!vertex.supervises()) {
      int ill = isUnwell(vertex) ? 1 : 0;
      double share = Heat.share(vertex.depth());
      vertex.parent().ifPresent(above -> now.pass(vertex.depth(), share, ill, above));
    }
  }

  static void look(Vertex vertex, ProcessTable table) {
    int depth = vertex.alive() ? table.depth(vertex.pid()) : 0;
    if (depth >= 0) {
      vertex.setDepth(depth);
    }
  }

  private static boolean isUnwell(Vertex vertex) {
    var phase = Phases.of(vertex.state());
    return phase != Phase.RUNNING && phase != Phase.SUSPENDED && phase != Phase.STARTING;
  }

  /// {@return the depth of the fullest mailbox below a supervisor, when last asked}
  int worstBelow(Vertex supervisor) {
    return last.worst(supervisor);
  }

  /// {@return the mailbox of middling fullness below a supervisor, when last asked: that whose
  /// share of a full one is the mean of all}
  ///
  /// @param crowd how many are below it
  int typicalBelow(Vertex supervisor, int crowd) {
    return Heat.depth(last.load(supervisor) / Math.max(1, crowd));
  }

  /// {@return how many below a supervisor were dead or about to be, when last asked}
  int unwellBelow(Vertex supervisor) {
    return last.unwell(supervisor);
  }

  /// {@return how long the last round took, in nanoseconds}
  long roundNanos() {
    return roundNanos;
  }

  long waiting() {
    return last.waiting;
  }

  int supervisors() {
    return last.supervisors;
  }

  int deepest() {
    return last.deepest;
  }

  String deepestName() {
    return last.fullest.map(Labels::name).orElse("");
  }

  int deepestSlot() {
    return last.fullest.map(Vertex::slot).orElse(-1);
  }
}
