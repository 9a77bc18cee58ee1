package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.otp.Stage.nested;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class EscalationTest {
  private static final SupervisorFlags FRAGILE = flags(ONE_FOR_ONE).tolerating(0, 5);

  @Seeded
  @DisplayName("ESC-01 a supervisor that gives up is a child that exited with shutdown")
  void ordinaryChild(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(REST_FOR_ONE).tolerating(1, 5),
        stage.worker("a"),
        nested("n", FRAGILE, stage.worker("leaf")),
        stage.worker("b"));
    stage.news();
    stage.end("leaf", BOOM);
    assertThat(stage.news()).isEqualTo("leaf boom, n shutdown, b shutdown, leaf up, n up, b up");
    stage.end("leaf", BOOM);
    assertThat(stage.news())
        .isEqualTo("leaf boom, n shutdown, b shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("ESC-02 NST-05 the restarted supervisor has its first children and no history")
  void anew(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        nested("n", flags(ONE_FOR_ONE).tolerating(1, 5), stage.worker("a"), stage.worker("b")));
    ChildSpec added = stage.worker("added");
    Pid before = stage.pid("n");
    stage.asking(self -> Supervisor.startChild(self, before, added));
    stage.asking(self -> Supervisor.terminateChild(self, before, "b"));
    stage.asking(self -> Supervisor.deleteChild(self, before, "b"));
    stage.end("a", BOOM);
    stage.end("a", BOOM);
    Pid after = stage.pid("n");
    assertThat(after).isNotEqualTo(before);
    assertThat(stage.asking(self -> Supervisor.whichChildren(self, after)).getFirst())
        .extracting(ChildInfo::id)
        .containsExactly("b", "a");
    stage.end("a", BOOM);
    assertThat(stage.pid("n")).isEqualTo(after);
  }

  @Seeded
  @DisplayName("ESC-03 the crashes until the top gives up: the product of maximum plus one")
  void product(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE).tolerating(1, 5),
        nested(
            "n",
            flags(ONE_FOR_ONE).tolerating(2, 5),
            nested("m", flags(ONE_FOR_ONE).tolerating(1, 5), stage.worker("leaf"))));
    int crashes = 0;
    while (stage.alive("root")) {
      stage.end("leaf", BOOM);
      crashes++;
    }
    assertThat(crashes).isEqualTo((1 + 1) * (2 + 1) * (1 + 1));
  }

  @Seeded
  @DisplayName("ESC-04 a transient or temporary supervisor that gives up is not restarted")
  void cleanReason(Rig rig) {
    for (RestartType type : List.of(RestartType.TRANSIENT, RestartType.TEMPORARY)) {
      var stage = new Stage(rig);
      stage.start(
          flags(ONE_FOR_ALL),
          stage.worker("a"),
          nested("n", FRAGILE, stage.worker("leaf")).restarted(type));
      stage.news();
      stage.end("leaf", BOOM);
      assertThat(stage.news()).isEqualTo("leaf boom, n shutdown");
    }
  }

  @Seeded
  @DisplayName("ESC-05 when the root gives up, who started it gets shutdown over the link")
  void root(Rig rig) {
    var stage = new Stage(rig);
    stage.start(FRAGILE, stage.worker("a"));
    stage.end("a", BOOM);
    assertThat(rig.said()).containsExactly("holder got shutdown");
  }
}
