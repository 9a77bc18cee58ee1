package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class IntensityTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  @DisplayName("INT-01 INT-04 exactly the maximum is tolerated, zero means none")
  void maximum() {
    var three = new RestartIntensity(3, 5);
    assertThat(three.count(0)).isTrue();
    assertThat(three.count(0)).isTrue();
    assertThat(three.count(0)).isTrue();
    assertThat(three.counted()).isEqualTo(3);
    assertThat(three.count(0)).isFalse();
    assertThat(new RestartIntensity(0, 5).count(0)).isFalse();
  }

  @Test
  @DisplayName("INT-07 the window slides: what is older than the period is forgotten")
  void slides() {
    var one = new RestartIntensity(1, 5);
    for (long second = 0; second < 600; second += 6) {
      assertThat(one.count(second * SECOND)).as("at %d s", second).isTrue();
    }
    assertThat(one.counted()).isEqualTo(1);
    assertThat(one.count(596 * SECOND)).isFalse();
  }

  @Test
  @DisplayName("INT-08 the clock is taken in whole seconds, the period's last one included")
  void wholeSeconds() {
    var kept = new RestartIntensity(1, 5);
    assertThat(kept.count(0)).isTrue();
    assertThat(kept.count(6 * SECOND - 1)).isFalse();
    var dropped = new RestartIntensity(1, 5);
    assertThat(dropped.count(SECOND - 1)).isTrue();
    assertThat(dropped.count(6 * SECOND)).isTrue();
  }

  @Test
  @DisplayName("INT-02 INT-07 a million restarts a second are counted and forgotten")
  void many() {
    var million = new RestartIntensity(1_000_000, 1);
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(million.count(i * 1000L)).isTrue();
    }
    assertThat(million.count(SECOND)).isFalse();
    assertThat(million.counted()).isEqualTo(1_000_001);
    assertThat(million.count(2 * SECOND)).isTrue();
    assertThat(million.counted()).isEqualTo(2);
  }

  @Test
  @DisplayName("INT-01 any times: tolerated exactly if at most the maximum fall in the window")
  void anyTimes() {
    for (long seed = 1; seed <= 200; seed++) {
      var random = new SplittableRandom(seed);
      int most = random.nextInt(5);
      int period = random.nextInt(1, 8);
      var intensity = new RestartIntensity(most, period);
      List<Long> seconds = new ArrayList<>();
      long now = 0;
      for (int i = 0; i < 100; i++) {
        now += random.nextLong(3 * SECOND);
        long second = now / SECOND;
        seconds.add(second);
        long inWindow = seconds.stream().filter(one -> one >= second - period).count();
        assertThat(intensity.count(now))
            .as("seed %d, step %d", seed, i)
            .isEqualTo(inWindow <= most);
        assertThat(intensity.counted()).isEqualTo((int) inWindow);
      }
    }
  }

  @Seeded
  @DisplayName("INT-02 restarts of different children and for any reason add up")
  void addUp(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE).tolerating(2, 5), stage.worker("a"), stage.worker("b"));
    stage.end("a", BOOM);
    stage.end("b", Atom.NORMAL);
    assertThat(stage.alive("root")).isTrue();
    stage.end("a", Atom.SHUTDOWN);
    assertThat(rig.reason(stage.pid("root"))).isEqualTo(Atom.SHUTDOWN);
  }

  @Seeded
  @DisplayName("INT-03 a group restart counts once")
  void groupCountsOnce(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL).tolerating(2, 5),
        stage.worker("a"),
        stage.worker("b"),
        stage.worker("c"),
        stage.worker("d"));
    stage.end("a", BOOM);
    stage.end("b", BOOM);
    assertThat(stage.alive("root")).isTrue();
    stage.end("c", BOOM);
    assertThat(stage.alive("root")).isFalse();
  }

  @Seeded
  @DisplayName("INT-04 INT-05 INT-06 INT-11 it gives up: no restart, the others stop in reverse")
  void givesUp(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(REST_FOR_ONE).tolerating(0, 5),
        stage.worker("a"),
        stage.worker("b"),
        stage.worker("c"));
    stage.news();
    stage.end("b", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, c shutdown, a shutdown, root shutdown");
    assertThat(rig.events(RuntimeEvent.GaveUp.class))
        .containsExactly(new RuntimeEvent.GaveUp(stage.pid("root"), "b", 1, 0, 5));
  }

  @Seeded
  @DisplayName("INT-07 restarts that are far enough apart go on for ever")
  void farApart(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE).tolerating(1, 5), stage.worker("a"));
    for (int i = 0; i < 20; i++) {
      stage.end("a", BOOM);
      rig.advance(6_000);
    }
    assertThat(stage.alive("root")).isTrue();
    stage.end("a", BOOM);
    rig.advance(4_000);
    stage.end("a", BOOM);
    assertThat(stage.alive("root")).isFalse();
  }

  @Seeded
  @DisplayName("INT-09 not counted: temporary ends, clean transient ends, and what is asked for")
  void notCounted(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE).tolerating(0, 5),
        stage.worker("a"),
        stage.worker("x").restarted(RestartType.TEMPORARY),
        stage.worker("t").restarted(RestartType.TRANSIENT));
    stage.end("x", BOOM);
    stage.end("t", Atom.SHUTDOWN);
    for (int i = 0; i < 3; i++) {
      stage.admin((self, root) -> Supervisor.terminateChild(self, root, "a"));
      stage.admin((self, root) -> Supervisor.restartChild(self, root, "a"));
    }
    ChildSpec failing = stage.worker("f", List.of(new Init.Stop<>(BOOM)));
    stage.admin((self, root) -> Supervisor.startChild(self, root, failing));
    assertThat(stage.alive("root")).isTrue();
    assertThat(stage.alive("a")).isTrue();
  }

  @Seeded
  @DisplayName("INT-10 INI-06 each attempt that fails counts, until one succeeds or it gives up")
  void attemptsCount(Rig rig) {
    var good = new Stage(rig);
    Init<Integer> stop = new Init.Stop<>(BOOM);
    good.start(
        flags(ONE_FOR_ONE).tolerating(3, 5), good.worker("a", List.of(Init.ok(0), stop, stop)));
    good.news();
    good.end("a", BOOM);
    assertThat(good.news()).isEqualTo("a boom, a failed boom, a failed boom, a up");

    var bad = new Stage(rig);
    bad.start(
        flags(ONE_FOR_ONE).tolerating(2, 5), bad.worker("a", List.of(Init.ok(0), stop, stop)));
    bad.news();
    bad.end("a", BOOM);
    assertThat(bad.news()).isEqualTo("a boom, a failed boom, a failed boom, root shutdown");
  }
}
