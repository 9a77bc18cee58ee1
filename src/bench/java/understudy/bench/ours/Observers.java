package understudy.bench.ours;

import java.util.concurrent.atomic.LongAdder;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.EventSink;
import understudy.runtime.Vm;

/// A live system that somebody watches, as closely as the property `bench.watch` says: `off`,
/// `counters` (read 60 times a second, as the window does), `lifecycle` or `messages` (taken by an
/// event bus with one subscriber that counts).
final class Observers {
  private static final int CAPACITY = 1 << 16;
  private static final long FRAME_MILLIS = 16;

  private Observers() {}

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
