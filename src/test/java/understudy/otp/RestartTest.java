package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static understudy.otp.Stage.flags;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class RestartTest {
  @Seeded
  @DisplayName("RST-01 one_for_one restarts the dead child alone")
  void alone(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"), stage.worker("b"), stage.worker("c"));
    stage.news();
    stage.end("b", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, b up");
  }

  @Seeded
  @DisplayName("RST-04 a permanent child is restarted after every exit")
  void permanent(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"));
    stage.news();
    for (ExitReason reason :
        List.of(
            Atom.NORMAL, Atom.SHUTDOWN, ExitReason.tuple(Atom.SHUTDOWN, BOOM), BOOM, Atom.KILL)) {
      stage.end("a", reason);
      assertThat(stage.news()).isEqualTo("a " + reason + ", a up");
    }
  }

  @Seeded
  @DisplayName("RST-05 a transient child that ends cleanly stays down, known, and alone in it")
  void transientClean(Rig rig) {
    for (ExitReason reason :
        List.of(Atom.NORMAL, Atom.SHUTDOWN, ExitReason.tuple(Atom.SHUTDOWN, BOOM))) {
      var stage = new Stage(rig);
      stage.start(
          flags(ONE_FOR_ALL),
          stage.worker("a").restarted(RestartType.TRANSIENT),
          stage.worker("b"));
      stage.news();
      stage.end("a", reason);
      assertThat(stage.news()).isEqualTo("a " + reason);
      assertThat(stage.children())
          .extracting(ChildInfo::id, ChildInfo::pid, ChildInfo::restarting)
          .containsExactly(tuple("b", stage.pid("b"), false), tuple("a", Pid.NONE, false));
    }
  }

  @Seeded
  @DisplayName("RST-06 a transient child that ends otherwise is restarted by the strategy")
  void transientAbnormal(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL), stage.worker("a").restarted(RestartType.TRANSIENT), stage.worker("b"));
    stage.news();
    for (ExitReason reason :
        List.of(BOOM, Atom.KILLED, Atom.NOPROC, ExitReason.tuple(BOOM, Atom.SHUTDOWN))) {
      stage.end("a", reason);
      assertThat(stage.news()).isEqualTo("a " + reason + ", b shutdown, a up, b up");
    }
  }

  @Seeded
  @DisplayName("RST-07 RST-08 a temporary child is never restarted, triggers no group and is gone")
  void temporary(Rig rig) {
    for (ExitReason reason : List.of(Atom.NORMAL, BOOM)) {
      var stage = new Stage(rig);
      stage.start(
          flags(ONE_FOR_ALL),
          stage.worker("a").restarted(RestartType.TEMPORARY),
          stage.worker("b"));
      stage.news();
      stage.end("a", reason);
      assertThat(stage.news()).isEqualTo("a " + reason);
      assertThat(stage.children()).extracting(ChildInfo::id).containsExactly("b");
      ChildSpec again = stage.worker("a");
      assertThat(stage.admin((self, root) -> Supervisor.startChild(self, root, again)))
          .isEqualTo(new ChildResult.Ok(stage.pid("a")));
    }
  }

  @Seeded
  @DisplayName("RST-09 a temporary member of a group that restarts is stopped and forgotten")
  void temporaryInGroup(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(REST_FOR_ONE),
        stage.worker("a"),
        stage.worker("t").restarted(RestartType.TEMPORARY),
        stage.worker("b"));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("a boom, b shutdown, t shutdown, a up, b up");
    assertThat(stage.children()).extracting(ChildInfo::id).containsExactly("b", "a");
  }

  @Seeded
  @DisplayName("RST-10 RST-11 a successor has fresh state, and messages for the dead are lost")
  void fresh(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"));
    Pid first = stage.pid("a");
    stage.tell("a", Puppet.work(0));
    stage.rig.vm.send(first, Puppet.exit(BOOM));
    for (int i = 0; i < 5; i++) {
      rig.vm.send(first, Puppet.work(0));
    }
    rig.idle();
    rig.vm.send(first, Puppet.work(0));
    assertThat(stage.pid("a")).isNotEqualTo(first);
    assertThat(stage.count("a")).isEqualTo(0);
  }

  @Seeded
  @DisplayName("RST-12 a group restart starts every specification, also those without process")
  void everySpecification(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL),
        stage.worker("a"),
        stage.worker("t").restarted(RestartType.TRANSIENT),
        stage.worker("s"));
    stage.end("t", Atom.NORMAL);
    stage.admin((self, root) -> Supervisor.terminateChild(self, root, "s"));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("a boom, a up, t up, s up");
  }
}
