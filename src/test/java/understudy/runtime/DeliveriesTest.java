package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.EventSink;
import understudy.event.Pid;

class DeliveriesTest {
  private final MessageTimers timers = Vm.stepped(0, EventSink.NONE).timers();
  private final Deliveries deliveries = new Deliveries();

  private Delivery put(long number) {
    var one = new Delivery(timers, number, 0, Pid.NONE, "tick");
    deliveries.put(one);
    return one;
  }

  @Test
  @DisplayName("who is put in is found by number until taken out, and taken out once")
  void once() {
    Delivery one = put(7);
    assertThat(deliveries.get(7)).isSameAs(one);
    assertThat(deliveries.get(8)).isNull();
    assertThat(deliveries.remove(7)).isSameAs(one);
    assertThat(deliveries.remove(7)).isNull();
    assertThat(deliveries.get(7)).isNull();
  }

  @Test
  @DisplayName("an old number never finds what came later")
  void never() {
    for (long number = 1; number < 100_000; number++) {
      put(number);
      assertThat(deliveries.remove(number - 1)).isNull();
      assertThat(deliveries.remove(number)).isNotNull();
    }
  }

  @Test
  @DisplayName("any numbers, many at a time, behave as a map")
  void asAMap() {
    long seed = 20_261_125;
    var random = new SplittableRandom(seed);
    Map<Long, Delivery> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long number = random.nextLong(8_000) << (random.nextInt(3) * 20);
      Delivery there = expected.get(number);
      assertThat(deliveries.get(number)).as("seed %s, step %s", seed, i).isSameAs(there);
      if (there == null) {
        expected.put(number, put(number));
      } else if (random.nextInt(3) > 0) {
        assertThat(deliveries.remove(number)).as("seed %s, step %s", seed, i).isSameAs(there);
        expected.remove(number);
      }
    }
  }
}
