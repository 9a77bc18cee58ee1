package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import understudy.player.Run;
import understudy.scenario.Reading;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Wish;

/// Goes to and fro in a run that was played.
class ProjectorTest {
  private static final long SECOND = 1_000_000_000L;

  private static Reel reel(double seconds) {
    if (!(Lessons.read("chat") instanceof Reading.Good(var scenario))) {
      throw new AssertionError("the lesson chat cannot be read");
    }
    var reel = new Reel("chat", Run.untouched(scenario, 1));
    reel.reach(Math.round(seconds * SECOND));
    return reel;
  }

  private static Frame at(Projector projector, long nanos) {
    while (!projector.toward(nanos, System.nanoTime() + SECOND / 1_000)) {
      Thread.onSpinWait();
    }
    return projector.frame(Wish.FIRST, Situation.NOTHING);
  }

  private static List<String> looks(Frame frame) {
    var field = frame.field();
    return IntStream.range(0, field.size())
        .mapToObj(row ->
            "%d %d %s %s %d %d"
                .formatted(
                    field.slot(row),
                    field.pid(row),
                    field.phase(row),
                    field.fate(row),
                    field.restarts(row),
                    field.depth(row)))
        .toList();
  }

  /// The reel is played on a thread of its own.
  private static void thread(Projector projector) {
    while (projector.thread()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void backIsFoldedFromAKeyframeAndLooksAsItDid() {
    try (var projector = new Projector(reel(1_800))) {
      thread(projector);
      assertThat(projector.reel().events().size()).isGreaterThan(80_000);
      var onward = at(projector, 1_500 * SECOND);
      var end = at(projector, 1_700 * SECOND);
      var back = at(projector, 1_500 * SECOND);
      assertThat(end.strip()).isNotEqualTo(onward.strip());
      assertThat(back.strip()).isEqualTo(onward.strip());
      assertThat(looks(back)).isEqualTo(looks(onward));
      assertThat(back.events().sinceNanos()).isPositive();
      assertThat(back.timeline().sent()).isEqualTo(onward.timeline().sent());
      assertThat(at(projector, 0).strip().messages()).isLessThan(100);
    }
  }

  @Test
  void whatIsShownStaysUntilTheOtherMomentIsThere() {
    try (var projector = new Projector(reel(1_800))) {
      thread(projector);
      var end = at(projector, 1_700 * SECOND);
      assertThat(projector.toward(1_600 * SECOND, Long.MIN_VALUE)).isFalse();
      assertThat(projector.frame(Wish.FIRST, Situation.NOTHING).strip()).isEqualTo(end.strip());
    }
  }

  @Test
  void aReelThatWasPlayedOnIsFollowed() {
    try (var projector = new Projector(reel(5))) {
      thread(projector);
      var before = at(projector, 5 * SECOND);
      projector.reel().reach(20 * SECOND);
      thread(projector);
      assertThat(at(projector, 20 * SECOND).strip().messages())
          .isGreaterThan(before.strip().messages());
      assertThat(at(projector, 5 * SECOND).strip().messages()).isEqualTo(before.strip().messages());
    }
  }
}
