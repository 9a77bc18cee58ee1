package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import understudy.viewmodel.Sides.Apart;

/// The places of several runs held against each other.
class DifferencesTest {
  private static Standing standing(int slot, Phase phase, int restarts, long handled) {
    return new Standing(slot, phase, restarts, handled);
  }

  private static final Standing WELL = standing(1, Phase.RUNNING, 0, 4);

  @Test
  void whatIsTheSameEverywhereIsNotMarked() {
    assertThat(
            Differences.of(
                List.of(Map.of("top", WELL), Map.of("top", standing(7, Phase.RUNNING, 0, 4)))))
        .containsExactly(Apart.NONE, Apart.NONE);
  }

  @Test
  void anotherStateOrNumberOfRestartsIsMarkedOnEverySide() {
    var down = standing(2, Phase.DOWN, 0, 4);
    var again = standing(3, Phase.RUNNING, 1, 4);
    var apart =
        Differences.of(List.of(Map.of("top", WELL), Map.of("top", down), Map.of("top", again)));
    assertThat(apart.stream().map(Apart::fate).toList())
        .containsExactly(Set.of(1), Set.of(2), Set.of(3));
  }

  @Test
  void whoIsOnOneSideAloneIsMarkedThere() {
    var apart = Differences.of(List.of(Map.of("top", WELL), Map.of()));
    assertThat(apart.getFirst().fate()).containsExactly(1);
    assertThat(apart.getLast()).isEqualTo(Apart.NONE);
  }

  @Test
  void otherMessagesAreAWeakerMark() {
    var busier = standing(2, Phase.RUNNING, 0, 9);
    var apart = Differences.of(List.of(Map.of("top", WELL), Map.of("top", busier)));
    assertThat(apart.getFirst()).isEqualTo(new Apart(Set.of(), Set.of(1)));
  }
}
