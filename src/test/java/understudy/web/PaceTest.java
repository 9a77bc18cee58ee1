package understudy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How much one phone may say.
class PaceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void aBurstIsFreeAndThenEachWaitsItsTurn() {
    var pace = new Pace(3, 10, 0);
    assertThat(pace.take(0)).isZero();
    assertThat(pace.take(0)).isZero();
    assertThat(pace.take(0)).isZero();
    assertThat(pace.take(0)).isEqualTo(SECOND / 10);
    assertThat(pace.take(SECOND / 10)).isEqualTo(SECOND / 10);
  }

  @Test
  void restFillsItUpAgain() {
    var pace = new Pace(3, 10, 0);
    for (int i = 0; i < 4; i++) {
      pace.take(0);
    }
    assertThat(pace.take(SECOND)).isZero();
  }

  @Test
  void tooMuchForTooLongIsAFlood() {
    var pace = new Pace(4, 10, 0);
    for (int i = 0; i < 5; i++) {
      pace.take(0);
    }
    assertThat(pace.isFlood(Duration.ofSeconds(1))).isFalse();
    for (long now = 0; now <= SECOND + SECOND / 10; now += SECOND / 10) {
      pace.take(now);
    }
    assertThat(pace.isFlood(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void aCalmBetweenIsForgiven() {
    var pace = new Pace(4, 10, 0);
    for (int i = 0; i < 5; i++) {
      pace.take(0);
    }
    pace.take(SECOND);
    assertThat(pace.take(2 * SECOND)).isZero();
    assertThat(pace.isFlood(Duration.ofSeconds(1))).isFalse();
  }
}
