package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WheelTest {
  private static final long MILLI = 1_000_000;
  private static final long ROUND = 4096 * MILLI;

  private final Wheel wheel = new Wheel();
  private final List<String> ran = new ArrayList<>();

  private Wheel.Due add(long due, String name) {
    return wheel.add(due, () -> ran.add(name));
  }

  private void at(long now) {
    wheel.take(now).forEach(Wheel.Due::run);
  }

  @Test
  @DisplayName("TMR-01 a timer runs when it is due and never before, however far away")
  void neverEarly() {
    add(5 * MILLI + 1, "soon");
    add(3 * ROUND + 7 * MILLI, "far");
    at(5 * MILLI);
    assertThat(ran).isEmpty();
    at(6 * MILLI);
    assertThat(ran).containsExactly("soon");
    for (long now = 0; now < 3 * ROUND + 7 * MILLI; now += 100 * MILLI) {
      at(now);
    }
    assertThat(ran).containsExactly("soon");
    at(3 * ROUND + 7 * MILLI);
    assertThat(ran).containsExactly("soon", "far");
  }

  @Test
  @DisplayName("timers run by their moment, those of one moment in the order set")
  void inOrder() {
    add(2 * MILLI, "c");
    add(MILLI, "a");
    add(MILLI, "b");
    add(2 * MILLI, "d");
    at(10 * MILLI);
    assertThat(ran).containsExactly("a", "b", "c", "d");
  }

  @Test
  @DisplayName("TMR-02 TMR-03 a cancelled timer does not run, and one that ran is not cancelled")
  void cancels() {
    var first = add(MILLI, "first");
    var second = add(MILLI, "second");
    var third = add(MILLI, "third");
    assertThat(second.cancel()).isTrue();
    assertThat(second.cancel()).isFalse();
    at(MILLI);
    assertThat(ran).containsExactly("first", "third");
    assertThat(first.cancel()).isFalse();
    assertThat(third.cancel()).isFalse();
  }

  @Test
  @DisplayName("a timer that is due already runs at the next look")
  void late() {
    at(20 * MILLI);
    add(3 * MILLI, "late");
    at(20 * MILLI);
    assertThat(ran).isEmpty();
    at(21 * MILLI);
    assertThat(ran).containsExactly("late");
  }

  @Test
  @DisplayName("the next moment is never later than the next timer")
  void nextMoment() {
    assertThat(wheel.nextDue()).isEqualTo(Long.MAX_VALUE);
    add(7 * MILLI, "near");
    assertThat(wheel.nextDue()).isEqualTo(7 * MILLI);
    at(7 * MILLI);
    add(3 * MILLI, "late");
    assertThat(wheel.nextDue()).isEqualTo(8 * MILLI);
    at(8 * MILLI);
    add(5 * ROUND, "far");
    assertThat(wheel.nextDue()).isLessThanOrEqualTo(5 * ROUND);
  }

  @Test
  @DisplayName("ten thousand timers, a third of them cancelled, run as a sorted map would")
  void asAMap() {
    long seed = 20_261_122;
    var random = new SplittableRandom(seed);
    var expected = new TreeMap<Long, String>();
    for (int i = 0; i < 10_000; i++) {
      long due = random.nextLong(3 * ROUND) * 8 + i % 8; // No two alike.
      String name = "t" + i;
      var timer = add(due, name);
      if (i % 3 == 0) {
        timer.cancel();
      } else {
        expected.put(due, name);
      }
    }
    for (long now = 0; now < 25 * ROUND; now += 1 + random.nextLong(ROUND / 3)) {
      at(now);
    }
    at(25 * ROUND);
    assertThat(ran).as("seed %s", seed).containsExactlyElementsOf(expected.values());
  }
}
