package understudy.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Initialized;

/// Lanes by hand, on a clock by hand.
class OrderTest {
  /// Goes on by 10 with each look, unless it stands; calls `next` once after a look.
  private static final class HandClock implements LongSupplier {
    private long now;
    private int looks;
    private long step = 10;
    private Runnable next = () -> {};

    @Override
    public long getAsLong() {
      looks++;
      now += step;
      long seen = now;
      Runnable once = next;
      next = () -> {};
      once.run();
      return seen;
    }
  }

  private final HandClock clock = new HandClock();
  private final Lanes lanes = new Lanes(1_000, clock);
  private final Lane one = lanes.take();
  private final Lane other = lanes.take();

  private static void put(Lane lane, long number) {
    lane.offer(0, new Initialized(new Pid(number)));
  }

  private List<Long> round() {
    List<Long> heard = new ArrayList<>();
    lanes.look();
    for (Run run = lanes.next(); run.size() > 0; run = lanes.next()) {
      for (int i = 0; i < run.size(); i++) {
        if (run.what(i) instanceof Initialized(Pid subject)) {
          heard.add(subject.number());
        }
      }
    }
    return heard;
  }

  @Test
  void eventsOfManyLanesComeOutAsTheyWerePutDown() {
    for (int i = 0; i < 20; i++) {
      put(i % 3 == 0 ? other : one, i);
    }
    assertThat(round())
        .containsExactly(
            0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L,
            19L);
    assertThat(round()).isEmpty();
  }

  @Test
  void whatHappensWhileThePumpLooksRoundWaitsForTheNextRound() {
    put(one, 1);
    // After the pump's look at the clock, before it reads what the lanes have.
    clock.next =
        () -> {
          put(one, 2);
          put(other, 3);
        };
    assertThat(round()).containsExactly(1L);
    assertThat(round()).containsExactly(2L, 3L);
  }

  @Test
  void aWriterThatIsHeldUpBetweenItsLookAndItsCountHoldsNobodyUp() {
    clock.next =
        () -> {
          put(other, 2);
          assertThat(round()).containsExactly(2L);
        };
    put(one, 1);
    put(other, 3);
    assertThat(round()).containsExactly(1L, 3L);
  }

  @Test
  void aLaneThatIsAloneIsSparedTheLookAfterTwoRounds() {
    for (int i = 0; i < 3; i++) {
      put(one, i);
      round();
    }
    put(one, 3);
    int before = clock.looks;
    put(one, 4);
    put(one, 5);
    assertThat(clock.looks).isEqualTo(before);
    assertThat(round()).containsExactly(3L, 4L, 5L);
  }

  @Test
  void theFirstOtherWriterEndsThatBeforeItsEventCanBeKnown() {
    for (int i = 0; i < 3; i++) {
      put(one, i);
      round();
    }
    put(one, 3);
    put(one, 4);
    put(other, 5);
    put(one, 6);
    put(other, 7);
    put(one, 8);
    assertThat(round()).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void whoeverMissesALeaveHasAnOlderStampThanTheOneThatIsUsedAgain() {
    put(one, 0);
    // Held up after its look at the clock for so long that the other is given leave and uses it.
    clock.next =
        () -> {
          for (int i = 1; i < 4; i++) {
            put(one, i);
            round();
          }
        };
    put(other, 9);
    put(one, 4);
    assertThat(round()).containsExactly(9L, 4L);
  }

  @Test
  void onACoarseClockALookLastsUntilTheClockHasGoneOn() {
    var standing =
        new LongSupplier() {
          private int looks;

          @Override
          public long getAsLong() {
            return looks++ / 7;
          }
        };
    var coarse = new Lanes(1_000, standing);
    Lane first = coarse.take();
    Lane second = coarse.take();
    for (int i = 0; i < 100; i++) {
      put(i % 2 == 0 ? second : first, i);
    }
    List<Long> heard = new ArrayList<>();
    coarse.look();
    for (Run run = coarse.next(); run.size() > 0; run = coarse.next()) {
      for (int i = 0; i < run.size(); i++) {
        heard.add(((Initialized) Objects.requireNonNull(run.what(i))).subject().number());
      }
    }
    assertThat(heard).isSorted().hasSize(100);
  }

  @Test
  void aLaneThatWasGivenBackIsTakenAgain() {
    assertThat(lanes.take()).isNotSameAs(one).isNotSameAs(other);
    other.free();
    assertThat(lanes.take()).isSameAs(other);
  }
}
