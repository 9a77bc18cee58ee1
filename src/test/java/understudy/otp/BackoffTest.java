package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.Stage.flags;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class BackoffTest {
  private static final Backoff DOUBLING =
      new Backoff(ms(100), 2, ms(400), Duration.ofSeconds(10), 0);

  private static Stage stage(Rig rig, Strategy strategy, ChildSpec... children) {
    var stage = new Stage(rig);
    stage.start(flags(strategy).backingOff(DOUBLING), children);
    return stage;
  }

  @Seeded
  @DisplayName("BKO-02 the delay blocks nobody: other deaths and requests are served")
  void blocksNobody(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, ONE_FOR_ONE, cast.worker("a"), cast.worker("b"));
    stage.news();
    stage.end("a", BOOM);
    rig.advance(50);
    assertThat(stage.counts()).isEqualTo(new ChildCounts(2, 1, 0, 2));
    stage.end("b", BOOM);
    rig.advance(49);
    assertThat(stage.news()).isEqualTo("a boom, b boom");
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("a up");
    rig.advance(50);
    assertThat(stage.news()).isEqualTo("b up");
  }

  @Seeded
  @DisplayName("BKO-03 during the delay the child is restarting, and terminate_child ends that")
  void restarting(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, ONE_FOR_ONE, cast.worker("a"));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.children()).extracting(ChildInfo::restarting).containsExactly(true);
    ChildResult refused = ChildResult.failed("restarting");
    assertThat(stage.admin((self, root) -> Supervisor.restartChild(self, root, "a")))
        .isEqualTo(refused);
    assertThat(stage.admin((self, root) -> Supervisor.deleteChild(self, root, "a")))
        .isEqualTo(refused);
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, "a")))
        .isEqualTo(ChildResult.ok());
    rig.settle();
    assertThat(stage.news()).isEqualTo("a boom");
  }

  @Seeded
  @DisplayName("BKO-04 a shutdown during the delay skips the child")
  void shutdown(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, ONE_FOR_ONE, cast.worker("a"), cast.worker("b"));
    stage.news();
    stage.end("a", BOOM);
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    rig.settle();
    assertThat(stage.news()).isEqualTo("a boom, b shutdown, root shutdown");
  }

  @Test
  @DisplayName("BKO-05 the delay multiplies up to its cap; jitter takes off a share, by the seed")
  void delays() {
    var random = new SplittableRandom(1);
    assertThat(List.of(1, 2, 3, 4, 50, 5_000))
        .extracting(attempt -> DOUBLING.delay(attempt, random).toMillis())
        .containsExactly(100L, 200L, 400L, 400L, 400L, 400L);
    var jittery = new Backoff(ms(100), 2, ms(400), Duration.ofSeconds(10), 0.5);
    for (long seed = 1; seed <= 50; seed++) {
      Duration drawn = jittery.delay(3, new SplittableRandom(seed));
      assertThat(drawn).as("seed %d", seed).isBetween(ms(200), ms(400));
      assertThat(jittery.delay(3, new SplittableRandom(seed))).isEqualTo(drawn);
    }
  }

  @Test
  @DisplayName("a back-off that cannot be is refused with its values")
  void refused() {
    assertThatThrownBy(() -> new Backoff(ms(100), 0.5, ms(400), ms(0), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factor=0.5");
    assertThatThrownBy(() -> new Backoff(ms(500), 2, ms(400), ms(0), 0))
        .hasMessageContaining("cap=PT0.4S");
    assertThatThrownBy(() -> new Backoff(ms(-1), 2, ms(400), ms(0), 0))
        .hasMessageContaining("base=PT-0.001S");
    assertThatThrownBy(() -> new Backoff(ms(100), 2, ms(400), ms(0), 1.5))
        .hasMessageContaining("jitter=1.5");
  }

  @Seeded
  @DisplayName("BKO-05 BKO-06 it grows from crash to crash, until the child has lived long enough")
  void growsAndResets(Rig rig) {
    var cast = new Stage(rig);
    stage(rig, ONE_FOR_ONE, cast.worker("a"));
    for (int i = 0; i < 4; i++) {
      cast(rig, "a");
    }
    rig.advance(20_000);
    cast(rig, "a");
    assertThat(rig.events(RuntimeEvent.RestartDelayed.class))
        .extracting(RuntimeEvent.RestartDelayed::delayMillis)
        .containsExactly(100L, 200L, 400L, 400L, 100L);
  }

  private static void cast(Rig rig, String id) {
    Pid pid =
        rig.events(RuntimeEvent.ChildStarted.class).reversed().stream()
            .filter(started -> started.id().equals(id))
            .findFirst()
            .orElseThrow()
            .child();
    rig.vm.exit(pid, BOOM);
    rig.advance(1_000);
  }

  @Seeded
  @DisplayName("BKO-07 every attempt counts, and giving up stays possible")
  void counts(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE).tolerating(2, 60).backingOff(DOUBLING),
        stage.worker("a", List.of(Init.ok(0), new Init.Stop<>(BOOM), new Init.Stop<>(BOOM))));
    stage.news();
    stage.end("a", BOOM);
    rig.advance(100);
    assertThat(stage.news()).isEqualTo("a boom, a failed boom");
    rig.advance(199);
    assertThat(stage.news()).isEmpty();
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("a failed boom, root shutdown");
  }

  @Seeded
  @DisplayName("BKO-08 a group is stopped at once and started after the delay")
  void group(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, REST_FOR_ONE, cast.worker("a"), cast.worker("b"), cast.worker("c"));
    stage.news();
    stage.end("b", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, c shutdown");
    rig.advance(99);
    assertThat(stage.news()).isEmpty();
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("b up, c up");
  }

  @Seeded
  @DisplayName("BKO-08 a second trigger for the same group joins the restart that waits")
  void joins(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, REST_FOR_ONE, cast.worker("a"), cast.worker("b"), cast.worker("c"));
    stage.news();
    stage.end("b", BOOM);
    rig.advance(50);
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, c shutdown, a boom");
    rig.advance(1_000);
    assertThat(stage.news()).isEqualTo("a up, b up, c up");
  }

  @Seeded
  @DisplayName("BKO-08 who was started by hand during the delay is not started a second time")
  void startedByHand(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, ONE_FOR_ALL, cast.worker("a"), cast.worker("b"), cast.worker("c"));
    stage.news();
    stage.end("a", BOOM);
    ChildSpec added = stage.worker("d");
    stage.admin((self, root) -> Supervisor.restartChild(self, root, "b"));
    stage.admin((self, root) -> Supervisor.startChild(self, root, added));
    assertThat(stage.news()).isEqualTo("a boom, c shutdown, b shutdown, b up, d up");
    rig.advance(1_000);
    assertThat(stage.news()).isEqualTo("a up, c up");
    assertThat(stage.counts()).isEqualTo(new ChildCounts(4, 4, 0, 4));
    assertThat(rig.vm.table().info(stage.pid("root")).orElseThrow().links())
        .as("the starter and four children")
        .hasSize(5);
  }

  @Seeded
  @DisplayName("BKO-09 a stale timer has no effect, though a successor with the same id waits too")
  void stale(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stage(rig, ONE_FOR_ONE, cast.worker("a"));
    stage.news();
    stage.end("a", BOOM);
    rig.advance(50);
    stage.admin((self, root) -> Supervisor.terminateChild(self, root, "a"));
    stage.admin((self, root) -> Supervisor.deleteChild(self, root, "a"));
    ChildSpec successor = stage.worker("a");
    stage.admin((self, root) -> Supervisor.startChild(self, root, successor));
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("a boom, a up, a boom");
    rig.advance(99);
    assertThat(stage.news()).isEmpty();
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("a up");
  }
}
