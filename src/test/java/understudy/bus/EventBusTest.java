package understudy.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.Initialized;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Registered;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.Stamped;

@Timeout(60)
class EventBusTest {
  private final EventBus bus = new EventBus(Detail.MESSAGES, 4, EventBus.NO_CLOCK);
  private final Heard heard = new Heard();

  /// Keeps what it hears.
  static final class Heard implements Subscriber {
    final List<Stamped> events = new ArrayList<>();
    long lostSoFar;

    @Override
    public void accept(Batch batch) {
      events.addAll(batch.events());
      lostSoFar = batch.lostSoFar();
    }

    List<RuntimeEvent> facts() {
      return events.stream().map(Stamped::event).toList();
    }
  }

  /// An error without a stack, to keep the log short.
  static final class OnPurpose extends Error {
    private static final long serialVersionUID = 1;

    OnPurpose() {
      super("on purpose", null, false, false);
    }
  }

  private static Sent sent(long id) {
    return new Sent(new Pid(1), new Pid(2), id, "hello");
  }

  private static Initialized ready(long pid) {
    return new Initialized(new Pid(pid));
  }

  private static Gap gap(long lost) {
    return new Gap(Pid.NONE, lost);
  }

  @Nested
  class PumpedByHand {
    @Test
    void deliversInTheOrderOfEmissionWhateverTheKindNumberedFromOne() {
      bus.subscribe(heard);
      bus.emit(10, sent(1));
      bus.emit(20, new Exited(new Pid(1), ExitReason.Atom.NORMAL));
      bus.emit(30, sent(2));

      assertThat(bus.pump()).isEqualTo(3);
      assertThat(heard.events)
          .containsExactly(
              new Stamped(1, 10, 0, sent(1)),
              new Stamped(2, 20, 0, new Exited(new Pid(1), ExitReason.Atom.NORMAL)),
              new Stamped(3, 30, 0, sent(2)));
      assertThat(bus.pump()).isZero();
    }

    @Test
    void stampsTheWallClockOfTheMomentOfDelivery() {
      try (EventBus clocked = new EventBus(Detail.MESSAGES, 4, () -> 1234)) {
        clocked.subscribe(heard);
        clocked.emit(5, ready(1));
        clocked.pump();
      }
      assertThat(heard.events).containsExactly(new Stamped(1, 5, 1234, ready(1)));
    }

    @Test
    void handsOutBatchesOfBoundedSize() {
      List<Integer> sizes = new ArrayList<>();
      bus.subscribe(batch -> sizes.add(batch.events().size()));
      for (int i = 1; i <= EventBus.BATCH + 1; i++) {
        bus.emit(i, ready(i));
      }
      assertThat(bus.pump()).isEqualTo(EventBus.BATCH + 1);
      assertThat(sizes).containsExactly(EventBus.BATCH, 1);
    }

    @Test
    void deliversOnlyWhatWasThereSoThatASubscriberThatEmitsCannotHoldItForEver() {
      bus.subscribe(_ -> bus.emit(2, ready(2)));
      bus.emit(1, ready(1));
      assertThat(bus.pump()).isEqualTo(1);
      assertThat(bus.pump()).isEqualTo(1);
    }

    @Test
    void refusesASubscriberThatPumpsOrFlushes() {
      List<String> refusals = new ArrayList<>();
      bus.subscribe(_ -> {
        assertThatThrownBy(bus::pump).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(bus::flush).hasMessageContaining("must not be called by a subscriber");
        refusals.add("both");
      });
      bus.emit(1, ready(1));
      bus.pump();
      assertThat(refusals).containsExactly("both");
    }

    @Test
    void refusesAMessageCapacityBelowOne() {
      assertThatThrownBy(() -> new EventBus(Detail.OFF, 0, EventBus.NO_CLOCK))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("event bus: message capacity must be 1 or more, got 0");
    }
  }

  @Nested
  class Drops {
    @Test
    void areMarkedAtTheirPlaceWithTheirNumber() {
      bus.subscribe(heard);
      LongStream.rangeClosed(1, 7).forEach(id -> bus.emit(id, sent(id)));
      bus.emit(8, ready(9));
      bus.emit(9, sent(8));
      bus.emit(10, sent(9));
      bus.pump();
      bus.emit(11, sent(10));
      bus.pump();

      assertThat(heard.facts())
          .containsExactly(sent(1), sent(2), sent(3), sent(4), gap(3), ready(9), gap(2), sent(10));
      assertThat(heard.events.get(4)).isEqualTo(new Stamped(5, 5, 0, gap(3)));
      assertThat(heard.lostSoFar).isEqualTo(5);
      assertThat(bus.stats()).isEqualTo(new Stats(11, 6, 5, 0));
    }

    @Test
    void neverTouchLifecycleEvents() {
      bus.subscribe(heard);
      for (int i = 1; i <= 10_000; i++) {
        bus.emit(i, ready(i));
      }
      assertThat(bus.stats().lifecycleBacklog()).isEqualTo(10_000);
      bus.pump();
      assertThat(heard.events).hasSize(10_000);
      assertThat(bus.stats()).isEqualTo(new Stats(10_000, 10_000, 0, 0));
    }

    @Test
    void addUpWithTheGapsOfAStreamThatIsPlayedAgain() {
      bus.subscribe(heard);
      bus.emit(1, gap(40));
      LongStream.rangeClosed(1, 5).forEach(id -> bus.emit(id, sent(id)));
      bus.pump();
      assertThat(heard.lostSoFar).isEqualTo(42);
    }
  }

  @Nested
  class Subscribers {
    @Test
    void hearFromTheNextBatchOn() {
      bus.emit(1, ready(1));
      bus.pump();
      bus.subscribe(heard);
      bus.subscribe(heard);
      bus.emit(2, ready(2));
      bus.pump();
      bus.unsubscribe(heard);
      bus.emit(3, ready(3));
      bus.pump();
      assertThat(heard.events).containsExactly(new Stamped(2, 2, 0, ready(2)));
    }

    @Test
    void thatThrowAreRemovedAndReportedAndTheOthersHearOn() {
      Subscriber broken =
          _ -> {
            throw new OnPurpose();
          };
      bus.subscribe(broken);
      bus.subscribe(heard);
      bus.emit(1, ready(1));
      bus.emit(2, ready(2));
      bus.pump();
      bus.emit(3, ready(3));
      bus.pump();

      assertThat(heard.facts()).containsExactly(ready(1), ready(2), ready(3));
      assertThat(bus.failures())
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.subscriber()).isSameAs(broken);
            assertThat(failure.cause()).hasMessage("on purpose");
            assertThat(failure.firstSequence()).isEqualTo(1);
            assertThat(failure.lastSequence()).isEqualTo(2);
          });
    }

    @Test
    void thatComeWhileTheStreamRunsHearASuffixWithoutHoles() throws Exception {
      bus.start();
      CountDownLatch half = new CountDownLatch(1);
      Thread emitter =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 1; i <= 100_000; i++) {
                  bus.emit(i, ready(i));
                  if (i == 50_000) {
                    half.countDown();
                  }
                }
              });
      half.await();
      bus.subscribe(heard);
      emitter.join();
      bus.emit(0, ready(7));
      bus.close();
      long first = heard.events.getFirst().sequence();
      assertThat(heard.events.stream().map(Stamped::sequence))
          .containsExactlyElementsOf(LongStream.rangeClosed(first, 100_001).boxed().toList());
    }
  }

  @Nested
  class Switched {
    @Test
    void offWantsNothingLifecycleNoMessagesAndMessagesAll() {
      bus.detail(Detail.OFF);
      assertThat(bus.wants(Exited.class)).isFalse();
      bus.detail(Detail.LIFECYCLE);
      assertThat(bus.wants(Exited.class)).isTrue();
      assertThat(bus.wants(Sent.class)).isFalse();
      assertThat(bus.wants(Received.class)).isFalse();
      bus.detail(Detail.MESSAGES);
      assertThat(bus.wants(Received.class)).isTrue();
      assertThat(bus.detail()).isEqualTo(Detail.MESSAGES);
    }

    @Test
    void agreesWithEachKindsOwnWordOnBeingAMessage() {
      assertThat(RuntimeEvent.class.getPermittedSubclasses()).hasSizeGreaterThan(20);
      assertThat(sent(1).isMessage()).isTrue();
      assertThat(new Received(new Pid(1), 1, "").isMessage()).isTrue();
      assertThat(gap(1).isMessage()).isFalse();
    }
  }

  @Nested
  class Started {
    private static final int EMITTERS = 4;
    private static final int ROUNDS = 20_000;

    @Test
    void keepsTheOrderOfEachSubjectAcrossKindsAndAccountsForEveryEvent() throws Exception {
      try (EventBus narrow = new EventBus(Detail.MESSAGES, 64, EventBus.NO_CLOCK)) {
        narrow.subscribe(heard);
        narrow.start();
        CyclicBarrier together = new CyclicBarrier(EMITTERS);
        List<Thread> emitters = new ArrayList<>();
        for (int e = 1; e <= EMITTERS; e++) {
          Pid pid = new Pid(e);
          emitters.add(Thread.ofPlatform().start(() -> emitRounds(narrow, pid, together)));
        }
        for (Thread emitter : emitters) {
          emitter.join();
        }
        narrow.flush();

        Map<Pid, Long> latest = new HashMap<>();
        long named = 0;
        for (RuntimeEvent event : heard.facts()) {
          long step =
              switch (event) {
                case Sent m -> 2 * m.messageId();
                case Registered r -> {
                  named++;
                  yield 2 * Long.parseLong(r.name()) + 1;
                }
                default -> -1;
              };
          if (step >= 0) {
            assertThat(step).isGreaterThan(latest.getOrDefault(event.subject(), -1L));
            latest.put(event.subject(), step);
          }
        }
        assertThat(named).isEqualTo((long) EMITTERS * ROUNDS);
        assertThat(heard.events.stream().map(Stamped::sequence))
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, heard.events.size()).boxed().toList());
        long gaps = heard.facts().stream().filter(Gap.class::isInstance).count();
        Stats stats = narrow.stats();
        assertThat(stats.emitted()).isEqualTo(2L * EMITTERS * ROUNDS);
        assertThat(stats.delivered()).isEqualTo(heard.events.size() - gaps);
        assertThat(stats.dropped()).isEqualTo(heard.lostSoFar);
        assertThat(stats.emitted()).isEqualTo(stats.delivered() + stats.dropped());
      }
    }

    private void emitRounds(EventBus target, Pid pid, CyclicBarrier together) {
      try {
        together.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      for (int i = 0; i < ROUNDS; i++) {
        target.emit(i, new Sent(pid, new Pid(99), i, "m"));
        target.emit(i, new Registered(pid, Integer.toString(i)));
      }
    }

    @Test
    void flushReturnsAfterDeliveryOfAllThatWasEmittedBefore() throws Exception {
      bus.subscribe(heard);
      bus.start();
      for (int round = 1; round <= 200; round++) {
        bus.emit(round, ready(round));
        bus.flush();
        assertThat(heard.events).hasSize(round);
      }
      bus.close();
    }

    @Test
    void flushCanBeInterrupted() throws Exception {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      bus.subscribe(_ -> {
        inside.countDown();
        try {
          release.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      });
      bus.start();
      bus.emit(1, ready(1));
      inside.await();
      Thread.currentThread().interrupt();
      assertThatThrownBy(bus::flush).isInstanceOf(InterruptedException.class);
      release.countDown();
      bus.close();
    }

    @Test
    void closeDeliversWhatIsThereAndCountsWhatComesAfterAsDropped() throws Exception {
      bus.subscribe(heard);
      bus.start();
      for (int i = 1; i <= 50_000; i++) {
        bus.emit(i, ready(i));
      }
      bus.close();
      assertThat(heard.events).hasSize(50_000);
      bus.emit(1, ready(1));
      bus.flush();
      bus.close();
      assertThat(bus.stats()).isEqualTo(new Stats(50_001, 50_000, 1, 0));
    }

    @Test
    void mayBeClosedByASubscriber() throws Exception {
      bus.subscribe(heard);
      bus.subscribe(_ -> bus.close());
      bus.start();
      bus.emit(1, ready(1));
      bus.flush();
      assertThat(heard.facts()).containsExactly(ready(1));
    }

    @Test
    void cannotBeStartedTwicePumpedByHandOrStartedWhenClosed() {
      bus.start();
      assertThatThrownBy(bus::start).hasMessageContaining("this one is RUNNING");
      assertThatThrownBy(bus::pump).hasMessageContaining("this one is RUNNING");
      bus.close();
      assertThatThrownBy(bus::start).hasMessageContaining("this one is CLOSED");
    }
  }
}
