package understudy.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import understudy.event.EventSink;
import understudy.event.RuntimeEvent;

/// Keeps the events of a live system and waits for them.
final class LiveLog implements EventSink {
  /// Long enough for a machine that is busy with other things; nothing waits for it to pass.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<RuntimeEvent> events = new ArrayList<>();

  @Override
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return !RuntimeEvent.isMessage(kind);
  }

  @Override
  public synchronized void emit(long nanos, RuntimeEvent event) {
    events.add(event);
    notifyAll();
  }

  synchronized List<RuntimeEvent> all() {
    return List.copyOf(events);
  }

  /// Waits until as many events as `count` are as `wanted`.
  synchronized void await(int count, Predicate<RuntimeEvent> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (events.stream().filter(wanted).limit(count).count() < count) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(
            "what was waited for did not happen; the last events: "
                + events.subList(Math.max(0, events.size() - 20), events.size()));
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
