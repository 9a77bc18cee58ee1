package understudy.viewmodel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
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

  /// What one round sums up.
  private static final class Round {
    private long waiting;
    private int supervisors;
    private int deepest;
    private Optional<Vertex> fullest = Optional.empty();
    private int[] worst = new int[0];
    private int[] unwell = new int[0];
    private long began;
  }

  private Round last = new Round();
  private Round now = new Round();
  private int next;
  private long roundNanos;

  /// Goes on for a while.
  void go(Survey survey, ProcessTable table, LongSupplier clock) {
    int end = survey.seats();
    long began = clock.getAsLong();
    int asked = 0;
    if (next == 0) {
      now.began = began;
    }
    while (next < end) {
      survey.at(next++).ifPresent(vertex -> ask(vertex, table));
      if (++asked >= ALL_AT_ONCE
          && asked % BETWEEN_LOOKS_AT_THE_CLOCK == 0
          && clock.getAsLong() - began > NANOS_A_FRAME) {
        return;
      }
    }
    sumUp(survey.supervisors());
    roundNanos = clock.getAsLong() - now.began;
    last = now;
    now = new Round();
    now.worst = new int[end];
    now.unwell = new int[end];
    next = 0;
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
      vertex.parent().ifPresent(above -> pass(vertex.depth(), isUnwell(vertex) ? 1 : 0, above));
    }
  }

  static void look(Vertex vertex, ProcessTable table) {
    int depth = vertex.alive() ? table.depth(vertex.pid()) : 0;
    if (depth >= 0) {
      vertex.setDepth(depth);
    }
  }

  private void sumUp(List<Vertex> topDown) {
    for (Vertex vertex : topDown.reversed()) {
      vertex
          .parent()
          .ifPresent(above ->
              pass(
                  Math.max(vertex.depth(), worst(now, vertex)),
                  unwell(now, vertex) + (isUnwell(vertex) ? 1 : 0),
                  above));
    }
  }

  private void pass(int depth, int unwell, Vertex above) {
    int seat = above.seat();
    if (seat >= now.worst.length) {
      int more = Math.max(seat + 1, 2 * now.worst.length);
      now.worst = Arrays.copyOf(now.worst, more);
      now.unwell = Arrays.copyOf(now.unwell, more);
    }
    now.worst[seat] = Math.max(now.worst[seat], depth);
    now.unwell[seat] += unwell;
  }

  private static boolean isUnwell(Vertex vertex) {
    var phase = Picture.phase(vertex.state());
    return phase != Phase.RUNNING && phase != Phase.SUSPENDED && phase != Phase.STARTING;
  }

  private static int worst(Round round, Vertex vertex) {
    return vertex.seat() < round.worst.length ? round.worst[vertex.seat()] : 0;
  }

  private static int unwell(Round round, Vertex vertex) {
    return vertex.seat() < round.unwell.length ? round.unwell[vertex.seat()] : 0;
  }

  /// {@return the depth of the fullest mailbox below a supervisor, when last asked}
  int worstBelow(Vertex supervisor) {
    return worst(last, supervisor);
  }

  /// {@return how many below a supervisor were dead or about to be, when last asked}
  int unwellBelow(Vertex supervisor) {
    return unwell(last, supervisor);
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
