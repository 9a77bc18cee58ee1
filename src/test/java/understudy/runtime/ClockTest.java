package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockTest {
  private static final long MILLI = 1_000_000;
  private static final long HOUR = 3_600_000 * MILLI;
  private static final int MANY = 100_000;

  /// The most that is kept of silenced ones beside as many as are not.
  private static final int SOME = 10_000;

  private final long startNanos = System.nanoTime();
  private final Clock clock = new Clock(startNanos, 2);
  private final AtomicInteger early = new AtomicInteger();

  @AfterEach
  void close() {
    clock.close();
  }

  private final class Ring extends Alarm {
    Ring(CountDownLatch rung) {
      super(rung);
    }

    @Override
    void ring() {
      if (System.nanoTime() - startNanos < due) {
        early.incrementAndGet();
      }
      if (what() instanceof CountDownLatch rung) {
        rung.countDown();
      }
    }
  }

  private Alarm set(long delayNanos, CountDownLatch rung) {
    var alarm = new Ring(rung);
    clock.schedule(delayNanos, alarm);
    return alarm;
  }

  private void silence(Alarm alarm) {
    alarm.silence();
    clock.forget(alarm);
  }

  @Test
  @DisplayName("TMR-01 alarms set while others wait ring, and none of them early")
  void neverEarly() throws Exception {
    clock.start();
    var rung = new CountDownLatch(5_000);
    set(HOUR, rung);
    for (int i = 0; i < 5_000; i++) {
      set((i % 50) * MILLI / 4, rung);
    }
    assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(early).hasValue(0);
  }

  @Test
  @DisplayName("a clock does not rest while an alarm is due that has not rung")
  void restsTruly() throws Exception {
    clock.start();
    for (int i = 0; i < 1_000; i++) {
      var rung = new CountDownLatch(1);
      Alarm alarm = set(MILLI / 8, rung);
      while (rung.getCount() > 0) {
        boolean due = Wheel.takenNanos(alarm) <= System.nanoTime() - startNanos;
        if (due && clock.rests()) {
          assertThat(rung.getCount()).as("rests, and alarm %s has not rung", i).isZero();
        }
      }
    }
  }

  @Test
  @DisplayName("what is silenced at once is not kept")
  void silencedAtOnce() {
    for (int i = 0; i < MANY; i++) {
      silence(set(HOUR, new CountDownLatch(1)));
    }
    assertThat(clock.kept()).isLessThan(SOME);
  }

  @Test
  @DisplayName("what is silenced after a while is not kept, nor does it keep what it is about")
  void silencedLater() {
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      alarms.add(set(HOUR + i * MILLI, new CountDownLatch(1)));
    }
    assertThat(clock.kept()).isEqualTo(MANY);
    alarms.forEach(this::silence);
    assertThat(clock.kept()).isLessThan(SOME);
    assertThat(alarms).allMatch(alarm -> alarm.what() == null);
  }

  @Test
  @DisplayName("an alarm further away than time itself does not ring now")
  void farAway() throws Exception {
    clock.start();
    var never = new CountDownLatch(1);
    set(Long.MAX_VALUE, never);
    var rung = new CountDownLatch(1);
    set(MILLI, rung);
    assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(never.getCount()).isOne();
  }
}
