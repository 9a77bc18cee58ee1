package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.otp.Stage.nested;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.RestartType;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class AutoShutdownTest {
  private static SupervisorFlags ending(Strategy strategy, AutoShutdown when) {
    return new SupervisorFlags(strategy, 10, 5, when, Optional.empty());
  }

  private static ChildSpec significant(Stage stage, String id, RestartType type) {
    return stage.worker(id).restarted(type).asSignificant();
  }

  private static Stage stage(Rig rig, AutoShutdown when, RestartType type) {
    var stage = new Stage(rig);
    stage.start(
        ending(ONE_FOR_ONE, when),
        stage.worker("a"),
        significant(stage, "s", type),
        significant(stage, "r", type),
        stage.worker("b"));
    stage.news();
    return stage;
  }

  @Seeded
  @DisplayName("AUT-01 AUT-03 AUT-08 any_significant: the first clean end stops all in reverse")
  void any(Rig rig) {
    Stage stage = stage(rig, AutoShutdown.ANY_SIGNIFICANT, RestartType.TRANSIENT);
    stage.end("s", Atom.NORMAL);
    assertThat(stage.news())
        .isEqualTo("s normal, b shutdown, r shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("AUT-02 all_significant: only the last one's end stops")
  void all(Rig rig) {
    Stage stage = stage(rig, AutoShutdown.ALL_SIGNIFICANT, RestartType.TRANSIENT);
    stage.end("r", Atom.SHUTDOWN);
    assertThat(stage.news()).isEqualTo("r shutdown");
    stage.end("s", Atom.NORMAL);
    assertThat(stage.news()).isEqualTo("s normal, b shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("AUT-04 a significant child that crashes is restarted and stops nothing")
  void crash(Rig rig) {
    Stage stage = stage(rig, AutoShutdown.ANY_SIGNIFICANT, RestartType.TRANSIENT);
    stage.end("s", BOOM);
    assertThat(stage.news()).isEqualTo("s boom, s up");
  }

  @Seeded
  @DisplayName("AUT-05 a temporary significant child stops by any end")
  void temporary(Rig rig) {
    for (ExitReason reason : List.of(BOOM, Atom.NORMAL)) {
      Stage stage = stage(rig, AutoShutdown.ANY_SIGNIFICANT, RestartType.TEMPORARY);
      stage.end("s", reason);
      assertThat(stage.news())
          .isEqualTo("s " + reason + ", b shutdown, r shutdown, a shutdown, root shutdown");
    }
  }

  @Seeded
  @DisplayName("AUT-06 terminate_child never stops the others")
  void terminateChild(Rig rig) {
    Stage stage = stage(rig, AutoShutdown.ANY_SIGNIFICANT, RestartType.TRANSIENT);
    stage.admin((self, root) -> Supervisor.terminateChild(self, root, "s"));
    assertThat(stage.news()).isEqualTo("s shutdown");
  }

  @Seeded
  @DisplayName("AUT-07 being stopped because of a sibling never stops the others")
  void becauseOfSibling(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        ending(ONE_FOR_ALL, AutoShutdown.ANY_SIGNIFICANT),
        stage.worker("a"),
        significant(stage, "s", RestartType.TRANSIENT));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("a boom, s shutdown, a up, s up");
  }

  @Seeded
  @DisplayName("AUT-09 for all_significant a child that was stopped by hand is not live")
  void stoppedIsNotLive(Rig rig) {
    Stage stage = stage(rig, AutoShutdown.ALL_SIGNIFICANT, RestartType.TRANSIENT);
    stage.admin((self, root) -> Supervisor.terminateChild(self, root, "r"));
    stage.news();
    stage.end("s", Atom.NORMAL);
    assertThat(stage.news()).isEqualTo("s normal, b shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("AUT-02 AUT-09 a significant child whose restart is pending has not ended")
  void restartingIsLive(Rig rig) {
    var stage = new Stage(rig);
    List<Init<Integer>> plans = new ArrayList<>(List.of(Init.ok(0), new Init.Stop<>(BOOM)));
    ChildSpec faltering =
        stage
            .worker(
                "s",
                puppet -> {
                  puppet.door().sleep(ms(100));
                  return plans.isEmpty() ? Init.ok(0) : plans.removeFirst();
                },
                Puppet.SILENT)
            .restarted(RestartType.TRANSIENT)
            .asSignificant();
    stage.start(
        ending(ONE_FOR_ONE, AutoShutdown.ALL_SIGNIFICANT),
        faltering,
        significant(stage, "r", RestartType.TRANSIENT));
    stage.news();
    stage.end("s", BOOM);
    rig.advance(50);
    stage.end("r", Atom.NORMAL);
    rig.advance(1_000);
    assertThat(stage.news()).isEqualTo("s boom, r normal, s failed boom, s up");
  }

  @Seeded
  @DisplayName("AUT-10 a permanent supervisor that ended so is restarted by its parent and counted")
  void restartedByParent(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE).tolerating(1, 5),
        nested(
            "n",
            ending(ONE_FOR_ONE, AutoShutdown.ANY_SIGNIFICANT),
            significant(stage, "s", RestartType.TRANSIENT)));
    stage.news();
    stage.end("s", Atom.NORMAL);
    assertThat(stage.news()).isEqualTo("s normal, n shutdown, s up, n up");
    stage.end("s", Atom.NORMAL);
    assertThat(stage.news()).isEqualTo("s normal, n shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("AUT-11 AUT-12 significant is refused with never, and for a permanent child")
  void refused(Rig rig) {
    var stage = new Stage(rig);
    ChildSpec permanent = stage.worker("s").asSignificant();
    ChildSpec fine = significant(stage, "s", RestartType.TRANSIENT);
    assertThat(stage.start(ending(ONE_FOR_ONE, AutoShutdown.ANY_SIGNIFICANT), permanent))
        .isInstanceOf(StartResult.Failed.class);
    assertThat(stage.start(flags(ONE_FOR_ONE), fine)).isInstanceOf(StartResult.Failed.class);
    stage.start(flags(ONE_FOR_ONE));
    assertThat(stage.admin((self, root) -> Supervisor.startChild(self, root, fine)))
        .isInstanceOf(ChildResult.Failed.class);
    assertThat(stage.news()).isEqualTo("root up");
  }

  @Seeded
  @DisplayName("AUT-13 the ends of other children never stop the supervisor")
  void others(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        ending(ONE_FOR_ONE, AutoShutdown.ANY_SIGNIFICANT),
        stage.worker("t").restarted(RestartType.TRANSIENT),
        stage.worker("x").restarted(RestartType.TEMPORARY),
        significant(stage, "s", RestartType.TRANSIENT));
    stage.news();
    stage.end("t", Atom.NORMAL);
    stage.end("x", BOOM);
    assertThat(stage.news()).isEqualTo("t normal, x boom");
  }
}
