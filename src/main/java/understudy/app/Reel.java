package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import understudy.event.EventSink;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.graph.Toll;
import understudy.player.Performance;
import understudy.player.Run;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Words;

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
  private long ownEnd = -1;

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
    if (events.size() < MOST_EVENTS) {
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

  /// {@return its own end, where nobody says another; empty while it has to be played on to know}
  OptionalLong ownEnd() {
    if (ownEnd < 0 && (performance.isOver() || isFull() || nanos() >= Performance.LONGEST)) {
      ownEnd = Math.min(Performance.LONGEST, nanos() + Performance.BEYOND.toNanos());
    }
    return ownEnd < 0 ? OptionalLong.empty() : OptionalLong.of(ownEnd);
  }

  /// {@return its own end, found by playing on as far as is needed}
  long findEnd() {
    var end = ownEnd();
    while (end.isEmpty()) {
      goOn();
      end = ownEnd();
    }
    return end.getAsLong();
  }

  /// Plays on, as far as events can be kept.
  void reach(long end) {
    while (!hasReached(end)) {
      goOn(end);
    }
  }

  /// Plays on a little toward its own end.
  void goOn() {
    performance.goOn(Performance.LONGEST);
  }

  /// {@return whether it has been played so far, or as far as events can be kept}
  boolean hasReached(long end) {
    return nanos() >= end || isFull();
  }

  /// Plays on a little.
  ///
  /// @param end no further than this, in nanoseconds
  void goOn(long end) {
    performance.reach(Math.min(end, nanos() + STRIDE_NANOS));
  }

  /// {@return up to where it can be looked at, in nanoseconds}
  long keptUntil(long end) {
    return isFull() ? Math.min(end, events.getLast().nanos()) : end;
  }

  /// {@return when reels that began alike first differ, in nanoseconds; the longest end if nowhere}
  static long parting(List<Reel> reels) {
    int common = reels.stream().mapToInt(each -> each.events.size()).min().orElse(0);
    for (int i = 0; i < common; i++) {
      var first = reels.getFirst().events.get(i);
      for (var other : reels) {
        if (!other.events.get(i).equals(first)) {
          return Math.min(first.nanos(), other.events.get(i).nanos());
        }
      }
    }
    return reels.stream()
        .filter(each -> each.events.size() > common)
        .mapToLong(each -> each.events.get(common).nanos())
        .min()
        .orElseGet(() -> reels.stream().mapToLong(Reel::nanos).max().orElse(0));
  }

  /// {@return what did not go as it should, a line each}
  List<String> complaints() {
    var lines = new ArrayList<>(performance.divergences());
    lines.addAll(performance.refusals());
    if (isFull()) {
      lines.add(Words.get("sides.full", MOST_EVENTS, Figures.seconds(events.getLast().nanos())));
    }
    return lines;
  }

  /// {@return what it cost each place up to a moment}
  List<Toll.Row> toll(long end) {
    var toll = new Toll();
    for (var each : events) {
      if (each.nanos() > end) {
        break;
      }
      toll.apply(each);
    }
    return toll.rows(keptUntil(end));
  }

  @Override
  public void close() {
    performance.close();
  }
}
