package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.otp.DynamicFlags.Flavour;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class SimpleOneForOneTest {
  private static Stage stage(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        Supervisor.dynamic(
            new DynamicFlags(100, 5, DynamicFlags.UNLIMITED, Flavour.SIMPLE_ONE_FOR_ONE)));
    stage.news();
    return stage;
  }

  private static ChildResult start(Stage stage, ChildSpec spec) {
    return stage.admin((self, root) -> Supervisor.startChild(self, root, spec));
  }

  @Seeded
  @DisplayName("S14-01 S14-02 S14-05 it starts empty; instances restart alone and have no id")
  void instances(Rig rig) {
    Stage stage = stage(rig);
    assertThat(stage.children()).isEmpty();
    start(stage, stage.worker("a", _ -> Init.ok(1), Puppet.SILENT));
    start(stage, stage.worker("b", _ -> Init.ok(2), Puppet.SILENT));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("a boom, a up");
    assertThat(stage.count("a")).isEqualTo(1);
    assertThat(stage.children()).extracting(ChildInfo::id).containsOnly("undefined").hasSize(2);
  }

  private static Stage afterIgnoredRestarts(Rig rig) {
    Stage stage = stage(rig);
    start(stage, stage.worker("a", List.of(Init.ok(0), new Init.Ignore<>())));
    start(stage, stage.worker("b", List.of(Init.ok(0), new Init.Ignore<>())));
    start(stage, stage.worker("c"));
    stage.end("a", BOOM);
    stage.end("b", BOOM);
    stage.news();
    return stage;
  }

  @Seeded
  @DisplayName("INI-09 of the instances whose restart is ignored one stays, without process")
  void ignoredRestart(Rig rig) {
    Stage stage = afterIgnoredRestarts(rig);
    assertThat(stage.children())
        .extracting(child -> child.label() + (child.pid().isNone() ? " absent" : " alive"))
        .containsExactlyInAnyOrder("undefined absent", "c alive");
    assertThat(stage.counts()).isEqualTo(new ChildCounts(1, 2, 0, 2));
  }

  @Seeded
  @DisplayName("INI-09 it cannot stop what has no process: it crashes, and the rest by their links")
  void crashesAtItsEnd(Rig rig) {
    Stage stage = afterIgnoredRestarts(rig);
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    assertThat(stage.news()).isEqualTo("root {function_clause, stack}, c {function_clause, stack}");
  }

  @Seeded
  @DisplayName("S14-03 what needs an id is answered with simple_one_for_one")
  void noIds(Rig rig) {
    Stage stage = stage(rig);
    start(stage, stage.worker("a"));
    ChildResult refused = ChildResult.failed("simple_one_for_one");
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, "a")))
        .isEqualTo(refused);
    assertThat(stage.admin((self, root) -> Supervisor.restartChild(self, root, "a")))
        .isEqualTo(refused);
    assertThat(stage.admin((self, root) -> Supervisor.deleteChild(self, root, "a")))
        .isEqualTo(refused);
  }

  @Seeded
  @DisplayName("S14-04 terminate_child takes a process: own, dead, foreign")
  void terminateChild(Rig rig) {
    Stage stage = stage(rig);
    start(stage, stage.worker("a"));
    Pid own = stage.pid("a");
    Pid foreign = rig.idler();
    stage.news();
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, own)))
        .isEqualTo(ChildResult.ok());
    assertThat(stage.news()).isEqualTo("a shutdown");
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, own)))
        .isEqualTo(ChildResult.ok());
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, foreign)))
        .isEqualTo(ChildResult.failed("not_found"));
    assertThat(rig.vm.isAlive(foreign)).isTrue();
    assertThat(stage.counts()).isEqualTo(new ChildCounts(1, 0, 0, 0));
  }

  @Seeded
  @DisplayName("S14-06 with a temporary template every end removes the instance")
  void temporary(Rig rig) {
    Stage stage = stage(rig);
    for (ExitReason reason : List.of(BOOM, Atom.NORMAL)) {
      start(stage, stage.worker("a").restarted(RestartType.TEMPORARY));
      stage.end("a", reason);
      assertThat(stage.children()).isEmpty();
    }
  }

  @Seeded
  @DisplayName("S14-07 all are asked at the same time, with one common limit")
  void stopsTogether(Rig rig) {
    Stage stage = stage(rig);
    for (int i = 1; i <= 5; i++) {
      start(stage, stage.slow("c" + i, 1_500L * i));
    }
    stage.news();
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    rig.advance(4_999);
    assertThat(stage.news()).isEqualTo("c1 shutdown, c2 shutdown, c3 shutdown");
    rig.advance(1);
    assertThat(stage.news().split(", "))
        .containsExactlyInAnyOrder("c4 killed", "c5 killed", "root shutdown");
  }

  @Seeded
  @DisplayName("S14-08 a restart that fails is tried again; meanwhile it counts as restarting")
  void retries(Rig rig) {
    Stage stage = stage(rig);
    List<Init<Integer>> plans = new ArrayList<>(List.of(Init.ok(0), new Init.Stop<>(BOOM)));
    ChildSpec faltering =
        stage.worker(
            "a",
            puppet -> {
              puppet.door().sleep(ms(100));
              return plans.isEmpty() ? Init.ok(0) : plans.removeFirst();
            },
            Puppet.SILENT);
    Pid root = stage.pid("root");
    stage.asking(self -> Supervisor.startChild(self, root, faltering));
    rig.advance(100);
    stage.end("a", BOOM);
    var shown = stage.asking(self -> Supervisor.whichChildren(self, root));
    rig.advance(100);
    assertThat(shown.getFirst()).extracting(ChildInfo::restarting).containsExactly(true);
    rig.advance(100);
    assertThat(stage.children()).extracting(ChildInfo::restarting).containsExactly(false);
  }

  @Seeded
  @DisplayName("S14-09 a start_child that fails or is ignored keeps nothing")
  void keepsNothing(Rig rig) {
    Stage stage = stage(rig);
    assertThat(start(stage, stage.worker("a", List.of(new Init.Stop<>(BOOM)))))
        .isEqualTo(new ChildResult.Failed(BOOM));
    assertThat(start(stage, stage.worker("a", List.of(new Init.Ignore<>()))))
        .isEqualTo(new ChildResult.Undefined());
    assertThat(stage.children()).isEmpty();
  }
}
