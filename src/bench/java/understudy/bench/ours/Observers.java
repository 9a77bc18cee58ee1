package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import understudy.bench.Audience;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.bus.Stats;
import understudy.event.EventSink;
import understudy.runtime.Vm;

/// A live system that somebody watches, as closely as the property `bench.watch` says: `off`,
/// `counters` (read 60 times a second, as the window does), `lifecycle` or `messages` (taken by an
/// event bus with one subscriber that counts).
final class Observers {
  private static final int CAPACITY = 1 << 16;
  private static final long FRAME_MILLIS = 16;

  /// The buses of this process; a benchmark makes its systems by itself.
  private static final List<EventBus> BUSES = new CopyOnWriteArrayList<>();

  static final Audience AUDIENCE =
      new Audience() {
        @Override
        public void catchUp() {
          try {
            for (EventBus bus : BUSES) {
              bus.flush();
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        }

        @Override
        public long made() {
          return sum(Stats::emitted);
        }

        @Override
        public long missed() {
          return sum(Stats::dropped);
        }
      };

  private Observers() {}

  private static long sum(ToLongFunction<Stats> part) {
    return BUSES.stream().map(EventBus::stats).mapToLong(part).sum();
  }

  static Vm vm() {
    return switch (System.getProperty("bench.watch", "off")) {
      case "off" -> Vm.live(EventSink.NONE);
      case "counters" -> counted();
      case "lifecycle" -> Vm.live(bus(Detail.LIFECYCLE));
      case "messages" -> Vm.live(bus(Detail.MESSAGES));
      case String other ->
          throw new IllegalArgumentException(
              "bench.watch: expected off, counters, lifecycle or messages, got '" + other + "'");
    };
  }

  private static EventSink bus(Detail detail) {
    var heard = new LongAdder();
    var bus = new EventBus(detail, CAPACITY, System::currentTimeMillis);
    bus.subscribe(batch -> heard.add(batch.events().size()));
    bus.start();
    BUSES.add(bus);
    return bus;
  }

  private static Vm counted() {
    Vm vm = Vm.live(bus(Detail.COUNTERS));
    var seen = new LongAdder();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            seen.add(vm.activity() + vm.table().alive());
            try {
              Thread.sleep(FRAME_MILLIS);
            } catch (InterruptedException _) {
              return;
            }
          }
        });
    return vm;
  }
}
