package understudy.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Exchanger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.Initialized;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.Stamped;

@Timeout(60)
class LaneTest {
  private final List<Stamped> heard = new ArrayList<>();

  private EventBus bus(int capacity) {
    var bus = new EventBus(Detail.MESSAGES, capacity, EventBus.NO_CLOCK);
    bus.subscribe(batch -> heard.addAll(batch.events()));
    return bus;
  }

  private static Sent sent(long id) {
    return new Sent(new Pid(1), new Pid(2), id, "hello");
  }

  private static Initialized ready(long pid) {
    return new Initialized(new Pid(pid));
  }

  @Test
  void keepsItsOrderOverManyChunksAndBatchesOfAnySize() {
    var bus = bus(Integer.MAX_VALUE);
    long told = 0;
    for (int size = 1; told < 5L * Lane.CHUNK; size = size * 2 + 1) {
      for (int i = 0; i < size; i++) {
        bus.emit(1_000 + told, ready(++told));
      }
      assertThat(bus.pump()).isEqualTo(size);
      assertThat(bus.pump()).isZero();
    }
    assertThat(heard)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, told)
                .mapToObj(n -> new Stamped(n, 999 + n, 0, ready(n)))
                .toList());
    assertThat(bus.stats()).isEqualTo(new Stats(told, told, 0, 0));
  }

  @Test
  void aBatchStaysAsItIsWhateverComesAfterIt() {
    var bus = bus(4);
    List<Batch> kept = new ArrayList<>();
    bus.subscribe(kept::add);
    bus.emit(1, ready(1));
    bus.emit(2, new Exited(new Pid(1), ExitReason.Atom.NORMAL));
    bus.pump();
    var before = List.copyOf(kept.getFirst().events());
    for (int i = 0; i < 2 * Lane.CHUNK; i++) {
      bus.emit(3, ready(3));
      bus.pump();
    }
    assertThat(kept.getFirst().events()).isEqualTo(before).hasSize(2);
  }

  @Test
  void whatHappenedBeforeStandsBeforeOnWhicheverThreadItHappened() throws Exception {
    int rounds = 20_000;
    var bus = bus(Integer.MAX_VALUE);
    bus.start();
    var baton = new Exchanger<Long>();
    var number = new AtomicLong();
    Runnable player =
        () -> {
          try {
            for (int i = 0; i < rounds; i++) {
              // Not more than one of the two at a time, in turns that only the baton orders.
              synchronized (number) {
                bus.emit(0, ready(number.incrementAndGet()));
              }
              if (i % 1_000 == 0) {
                baton.exchange((long) i);
              }
            }
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    Thread other = Thread.ofPlatform().start(player);
    player.run();
    other.join();
    bus.close();
    assertThat(heard)
        .extracting(stamped -> stamped.event().subject().number())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * rounds).boxed().toList());
  }

  @Test
  void messagesGiveWayWhereOtherEventsAloneFillIt() {
    var bus = bus(4);
    for (int i = 1; i <= 6; i++) {
      bus.emit(i, ready(i));
    }
    bus.emit(7, sent(1));
    assertThat(bus.stats()).isEqualTo(new Stats(7, 0, 1, 6));
    bus.pump();
    bus.emit(8, sent(2));
    bus.pump();
    assertThat(heard).hasSize(8);
    assertThat(heard.get(6).event()).isEqualTo(new Gap(Pid.NONE, 1));
    assertThat(heard.get(7).event()).isEqualTo(sent(2));
  }

  @Test
  void anEmitterWhoseStackOverflowsOnTheWayDoesNotHoldTheStream() throws Exception {
    var bus = bus(Integer.MAX_VALUE);
    var overflows = new AtomicLong();
    Thread diver =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 200; i++) {
                try {
                  dive(bus, i);
                } catch (StackOverflowError e) {
                  overflows.incrementAndGet();
                }
              }
            });
    diver.join();
    bus.emit(1, new Exited(new Pid(7), ExitReason.Atom.NORMAL));
    bus.pump();
    assertThat(overflows).hasValue(200);
    assertThat(heard.getLast().event()).isEqualTo(new Exited(new Pid(7), ExitReason.Atom.NORMAL));
    var stats = bus.stats();
    assertThat(stats.emitted()).isEqualTo(stats.delivered() + stats.dropped());
    assertThat(heard.stream().map(Stamped::event).filter(Gap.class::isInstance).count())
        .isEqualTo(stats.dropped());
  }

  /// Emits at every depth; the odd sizes of the frames make the stack end at every step of it.
  private static long dive(EventBus bus, long step) {
    bus.emit(step, ready(1));
    return step % 3 == 0 ? dive(bus, step + 1) + step : dive(bus, step + 1, step) + step;
  }

  private static long dive(EventBus bus, long step, long padding) {
    long wide = padding * 31 + step;
    return dive(bus, step + 1) + wide;
  }

  @Test
  void countersAreReadAndMakeNoEvents() {
    var bus = new EventBus(Detail.COUNTERS, 4, EventBus.NO_CLOCK);
    for (Class<?> kind : RuntimeEvent.class.getPermittedSubclasses()) {
      assertThat(bus.wants(kind.asSubclass(RuntimeEvent.class))).isFalse();
    }
  }
}
