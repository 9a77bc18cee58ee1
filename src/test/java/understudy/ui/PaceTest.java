package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// When the next frame is due.
class PaceTest {
  private static final long MILLI = 1_000_000;
  private static final double BUSY = 0;
  private static final double AT_REST = 1;

  private final Pace pace = new Pace(2);

  @Test
  void theFirstFrameIsDueAtOnce() {
    assertThat(pace.isDue(0)).isTrue();
  }

  @Test
  void aMachineAtRestShowsEveryPulse() {
    pace.shown(0, 10 * MILLI, AT_REST);
    assertThat(pace.isDue(16 * MILLI)).isTrue();
  }

  @Test
  void aBusyMachineGivesAFrameNoMoreThanItsShareOfTheProcessors() {
    pace.shown(0, 3 * MILLI, BUSY);
    long share = (long) (3 * MILLI / (Pace.LEAST_SHARE * 2));
    assertThat(pace.isDue(share / 2)).isFalse();
    assertThat(pace.isDue(share)).isTrue();
  }

  @Test
  void noFrameWaitsLongerThanAFifthOfASecond() {
    pace.shown(0, 1_000 * MILLI, BUSY);
    assertThat(pace.isDue(Pace.LONGEST_NANOS / 2)).isFalse();
    assertThat(pace.isDue(Pace.LONGEST_NANOS)).isTrue();
  }

  @Test
  void aHandAtWorkGetsEveryPulseForHalfASecond() {
    pace.shown(0, 1_000 * MILLI, BUSY);
    pace.hand(10 * MILLI);
    assertThat(pace.isDue(20 * MILLI)).isTrue();
    pace.shown(10 * MILLI + Pace.HAND_NANOS, 1_000 * MILLI, BUSY);
    assertThat(pace.isDue(20 * MILLI + Pace.HAND_NANOS)).isFalse();
  }

  @Test
  void aFrameIsAskedForAheadOfItsTime() {
    pace.shown(0, 1_000 * MILLI, BUSY);
    assertThat(pace.isNear(Pace.LONGEST_NANOS / 2)).isFalse();
    assertThat(pace.isNear(Pace.LONGEST_NANOS - 15 * MILLI)).isTrue();
  }
}
