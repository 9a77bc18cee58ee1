package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
  private static final class Longs extends Roster<Long> {
    @Override
    long numberOf(Long number) {
      return number;
    }
  }

  private final Longs roster = new Longs();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 16, 1001, 4096, 1L << 40})
  @DisplayName("it holds what a linked hash map does, in the same order, whatever comes and goes")
  void asAMap(long stride) {
    var expected = new LinkedHashMap<Long, Long>();
    var random = new SplittableRandom(stride);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextInt(500) * stride;
      if (random.nextBoolean()) {
        assertThat(roster.add(number)).isEqualTo(expected.putIfAbsent(number, number) == null);
      } else {
        assertThat(roster.remove(number)).isEqualTo(expected.remove(number));
      }
      assertThat(roster.get(number)).isEqualTo(expected.get(number));
      assertThat(roster.isEmpty()).isEqualTo(expected.isEmpty());
      if (i % 500 == 0) {
        List<Long> seen = new ArrayList<>();
        roster.forEach(seen::add);
        assertThat(seen).containsExactlyElementsOf(expected.values());
        assertThat(roster.stream()).containsExactlyElementsOf(expected.values());
      }
    }
  }
}
