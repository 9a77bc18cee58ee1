package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadwayTest {
  private static final long MILLI = 1_000_000;

  private long clock;
  private long virtual;
  private final Headway stride = new Headway(() -> clock);

  /// A world in which a virtual millisecond takes so many real ones.
  private void turn(double cost) {
    stride.go(
        10 * MILLI,
        10 * MILLI,
        8 * MILLI,
        nanos -> {
          virtual += nanos;
          clock += (long) (nanos * cost);
        });
  }

  @Test
  void aWorldThatIsQuickGoesAsFarAsItShould() {
    for (int i = 0; i < 100; i++) {
      turn(0.1);
    }
    assertThat(virtual).isEqualTo(1_000 * MILLI);
    assertThat(stride.kept()).isEqualTo(1);
  }

  @Test
  void aWorldThatIsSlowTakesNoMoreThanItsTurnAndSaysHowMuchItKept() {
    for (int i = 0; i < 50; i++) {
      turn(20);
    }
    virtual = 0;
    for (int i = 0; i < 100; i++) {
      long began = clock;
      turn(20);
      assertThat(clock - began).isLessThan(12 * MILLI);
    }
    assertThat(virtual).isPositive();
    assertThat(stride.kept()).isCloseTo(virtual / (1_000.0 * MILLI), within(0.01));
  }

  @Test
  void withoutALimitItGoesInOnePiece() {
    int[] pieces = {0};
    stride.go(10 * MILLI, 500 * MILLI, Long.MAX_VALUE, _ -> pieces[0]++);
    assertThat(pieces[0]).isEqualTo(1);
  }
}
