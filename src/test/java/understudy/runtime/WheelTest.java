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

  private final class Ring extends Alarm {
    Ring(String name) {
      super(name);
    }

    @Override
    void ring() {
      ran.add(String.valueOf(what()));
    }
  }

  private Alarm add(long due, String name) {
    var alarm = new Ring(name);
    alarm.due = due;
    wheel.add(alarm);
    return alarm;
  }

  private void at(long now) {
    wheel.take(now).forEach(Alarm::ring);
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
  @DisplayName(
      "TMR-02 a silenced timer does not run, wherever it stands among others of its moment")
  void silences() {
    add(MILLI, "first");
    add(MILLI, "second").silence();
    add(MILLI, "third");
    add(MILLI, "fourth").silence();
    at(MILLI);
    assertThat(ran).containsExactly("first", "third");
    assertThat(wheel.size()).isZero();
  }

  @Test
  @DisplayName("a sweep drops what is silenced and leaves the rest in its order")
  void sweeps() {
    var silenced = new ArrayList<Alarm>();
    for (int i = 0; i < 30; i++) {
      Alarm one = add((i % 3) * ROUND + MILLI, "t" + i);
      if (i % 5 != 0) {
        silenced.add(one);
      }
    }
    silenced.forEach(Alarm::silence);
    assertThat(wheel.size()).isEqualTo(30);
    wheel.sweep();
    assertThat(wheel.size()).isEqualTo(6);
    for (int round = 0; round < 3; round++) {
      at(round * ROUND + MILLI);
    }
    assertThat(ran).containsExactly("t0", "t15", "t10", "t25", "t5", "t20");
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
  @DisplayName("nobody wakes for a timer that is silenced")
  void nothingDue() {
    add(3 * MILLI, "first").silence();
    add(7 * MILLI, "second");
    assertThat(wheel.nextDue()).isEqualTo(7 * MILLI);
    assertThat(wheel.size()).isEqualTo(1);
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
        timer.silence();
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
