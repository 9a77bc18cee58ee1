package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.viewmodel.Frame;
import understudy.viewmodel.SmallWorld;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Wish;

/// Whether what was drawn last still tells the truth, however seldom it is looked at.
class FlashesTest {
  private static final long SECOND = 1_000_000_000L;

  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);
  private final Flashes flashes = new Flashes();

  private void look(long seconds) {
    studio.accept(world.drain());
    Frame frame = studio.frame(Wish.FIRST, world);
    flashes.compare(frame.field(), seconds * SECOND, false);
  }

  private void crash() {
    var top = world.root("top", "one_for_one", 3, 5);
    world.worker(top, "ann", "session");
    look(1);
    world.crash(top, "ann", ExitReason.atom("boom"));
    look(2);
  }

  @Test
  void aStoryThatMovesIsDrawnAgain() {
    crash();
    assertThat(flashes.outdated(2 * SECOND)).isTrue();
  }

  @Test
  void aStoryThatStandsStillIsNot() {
    crash();
    flashes.drawn();
    look(5);
    assertThat(flashes.outdated(5 * SECOND)).isFalse();
  }

  @Test
  void wordsThatEndedBetweenTwoPulsesFarApartAreDrawnOver() {
    crash();
    flashes.drawn();
    look(5);
    look(60);
    assertThat(flashes.isEmpty()).isTrue();
    assertThat(flashes.outdated(5 * SECOND)).isTrue();
    flashes.drawn();
    assertThat(flashes.outdated(60 * SECOND)).isFalse();
  }
}
