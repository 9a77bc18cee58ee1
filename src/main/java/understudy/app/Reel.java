package understudy.app;

import java.util.ArrayList;
import java.util.List;
import understudy.event.EventSink;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Toll;
import understudy.player.Performance;
import understudy.player.Run;

/// One run with all its events in memory, so that any moment of it can be looked at.
///
/// Used by one thread.
final class Reel implements EventSink, AutoCloseable {
  /// How many events are kept; there the reel ends.
  static final int MOST_EVENTS = 1_000_000;

  private static final long STRIDE_NANOS = 50_000_000;

  private final String name;
  private final List<Stamped> events = new ArrayList<>();
  private final Performance performance;
  private boolean closed;

  Reel(String name, Run run) {
    this.name = name;
    this.performance = new Performance(run, this);
  }

  @Override
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return true;
  }

  @Override
  public void emit(long nanos, RuntimeEvent event) {
    if (!closed && events.size() < MOST_EVENTS) {
      events.add(new Stamped(events.size() + 1L, nanos, 0, event));
    }
  }

  String name() {
    return name;
  }

  Performance performance() {
    return performance;
  }

  List<Stamped> events() {
    return events;
  }

  /// {@return how far it has been played, in nanoseconds of its time}
  long nanos() {
    return performance.moment().nanos();
  }

  boolean isFull() {
    return events.size() >= MOST_EVENTS;
  }

  /// Plays on to its own end, where nobody said another.
  ///
  /// @return when that was
  long ownEnd() {
    performance.reachEnd(Performance.BEYOND, Performance.LONGEST);
    return nanos();
  }

  /// Plays on, in strides, as far as events can be kept.
  void reach(long end) {
    while (nanos() < end && !isFull()) {
      performance.reach(Math.min(end, nanos() + STRIDE_NANOS));
    }
  }

  /// {@return what did not go as it should, a line each}
  List<String> complaints() {
    var lines = new ArrayList<>(performance.divergences());
    lines.addAll(performance.refusals());
    if (isFull()) {
      lines.add(
          "%,d events are kept and no more: it ends at %.3f s"
              .formatted(MOST_EVENTS, events.getLast().nanos() / 1e9));
    }
    return lines;
  }

  /// {@return what it cost up to a moment}
  TollTable.Column column(long end) {
    var toll = new Toll();
    for (var each : events) {
      if (each.nanos() > end) {
        break;
      }
      toll.apply(each);
    }
    return new TollTable.Column(name, toll.rows(isFull() ? events.getLast().nanos() : end));
  }

  @Override
  public void close() {
    closed = true;
    performance.close();
  }
}
