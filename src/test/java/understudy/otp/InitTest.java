package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static understudy.otp.Stage.flags;
import static understudy.otp.Stage.nested;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class InitTest {
  private static final Init<Integer> STOP = new Init.Stop<>(BOOM);
  private static final Init<Integer> IGNORE = new Init.Ignore<>();

  @Seeded
  @DisplayName("INI-02 through n levels the reason nests")
  void nests(Rig rig) {
    var stage = new Stage(rig);
    ExitReason inner = BOOM;
    for (String id : List.of("leaf", "n", "m")) {
      inner =
          ExitReason.tuple(
              Atom.SHUTDOWN,
              ExitReason.tuple(new Atom("failed_to_start_child"), new Atom(id), inner));
    }
    assertThat(
            stage.start(
                flags(ONE_FOR_ONE),
                nested(
                    "m",
                    flags(ONE_FOR_ONE),
                    nested("n", flags(ONE_FOR_ONE), stage.worker("leaf", List.of(STOP))))))
        .isEqualTo(new StartResult.Failed(inner));
  }

  @Seeded
  @DisplayName("INI-03 INI-04 ignore keeps a permanent or transient child, not a temporary one")
  void ignore(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        stage.worker("p", List.of(IGNORE)),
        stage.worker("t", List.of(IGNORE)).restarted(RestartType.TRANSIENT),
        stage.worker("x", List.of(IGNORE)).restarted(RestartType.TEMPORARY));
    assertThat(stage.news()).isEqualTo("p ignored, t ignored, x ignored, root up");
    assertThat(stage.children())
        .extracting(ChildInfo::id, ChildInfo::pid)
        .containsExactly(tuple("t", Pid.NONE), tuple("p", Pid.NONE));
    ChildSpec later = stage.worker("y", List.of(IGNORE)).restarted(RestartType.TEMPORARY);
    assertThat(stage.admin((self, root) -> Supervisor.startChild(self, root, later)))
        .isEqualTo(new ChildResult.Undefined());
    assertThat(stage.children()).hasSize(2);
  }

  @Seeded
  @DisplayName("INI-05 INI-10 a failed restart is tried again behind what waits in the mailbox")
  void retriesBehindOthers(Rig rig) {
    var stage = new Stage(rig);
    List<Init<Integer>> plans = new ArrayList<>(List.of(Init.ok(0), STOP, Init.ok(0)));
    Puppet.Beginning slow =
        puppet -> {
          puppet.door().sleep(ms(100));
          return plans.removeFirst();
        };
    stage.start(flags(ONE_FOR_ONE), stage.worker("a", slow, Puppet.SILENT), stage.worker("b"));
    Pid root = stage.pid("root");
    stage.news();
    stage.end("a", BOOM);
    rig.advance(50);
    stage.end("b", BOOM);
    var counted = stage.asking(self -> Supervisor.countChildren(self, root));
    rig.advance(50);
    assertThat(counted).containsExactly(new ChildCounts(2, 1, 0, 2));
    assertThat(stage.news()).isEqualTo("a boom, b boom, a failed boom, b up");
    rig.advance(100);
    assertThat(stage.news()).isEqualTo("a up");
  }

  @Seeded
  @DisplayName("INI-05 a shutdown request slips in between two attempts")
  void shutdownSlipsIn(Rig rig) {
    var stage = new Stage(rig);
    List<Init<Integer>> plans = new ArrayList<>(List.of(Init.ok(0), STOP, STOP, STOP));
    Puppet.Beginning slow =
        puppet -> {
          puppet.door().sleep(ms(100));
          return plans.removeFirst();
        };
    stage.start(flags(ONE_FOR_ONE), stage.worker("a", slow, Puppet.SILENT));
    stage.news();
    stage.end("a", BOOM);
    rig.advance(50);
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    rig.advance(50);
    assertThat(stage.news()).isEqualTo("a boom, a failed boom, root shutdown");
    rig.settle();
    assertThat(plans).hasSize(2);
  }

  @Seeded
  @DisplayName("INI-07 one_for_all: a member that fails: the group stops and is tried again whole")
  void wholeGroupAgain(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL),
        stage.worker("a"),
        stage.worker("b", List.of(Init.ok(0), STOP)),
        stage.worker("c"));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news())
        .isEqualTo(
            "a boom, c shutdown, b shutdown, a up, b failed boom, a shutdown, a up, b up, c up");
  }

  @Seeded
  @DisplayName("INI-08 rest_for_one: the retry begins at the member that failed")
  void fromTheFailed(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(REST_FOR_ONE),
        stage.worker("a"),
        stage.worker("b", List.of(Init.ok(0), STOP)),
        stage.worker("c"));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news())
        .isEqualTo("a boom, c shutdown, b shutdown, a up, b failed boom, b up, c up");
  }

  @Seeded
  @DisplayName("INI-09 ignore at a restart is success without process, and no retry")
  void ignoreAtRestart(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE).tolerating(1, 5), stage.worker("a", List.of(Init.ok(0), IGNORE)));
    stage.news();
    stage.end("a", BOOM);
    rig.settle();
    assertThat(stage.news()).isEqualTo("a boom, a ignored");
    assertThat(stage.counts()).isEqualTo(new ChildCounts(1, 0, 0, 1));
  }

  @Seeded
  @DisplayName("INI-11 GS-07 a crash right after a good start is ordinary; the intensity ends it")
  void crashAfterStart(Rig rig) {
    var stage = new Stage(rig);
    Puppet.Deed crash = Puppet.exit(BOOM);
    stage.start(
        flags(ONE_FOR_ONE).tolerating(2, 5),
        stage.worker("a", _ -> Init.okThenContinue(0, crash), Puppet.SILENT));
    assertThat(stage.news())
        .matches("a up, a boom, (root up, )?a up, a boom, a up, a boom, root shutdown");
  }
}
