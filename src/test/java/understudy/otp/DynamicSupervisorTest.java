package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.otp.DynamicFlags.Flavour;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class DynamicSupervisorTest {
  private static Stage stage(Rig rig, int maxRestarts, int maxChildren) {
    var stage = new Stage(rig);
    stage.start(Supervisor.dynamic(new DynamicFlags(maxRestarts, 5, maxChildren, Flavour.DYNAMIC)));
    stage.news();
    return stage;
  }

  private static ChildResult start(Stage stage, ChildSpec spec) {
    return stage.admin((self, root) -> Supervisor.startChild(self, root, spec));
  }

  @Seeded
  @DisplayName("DYN-01 DYN-03 each child has its own restart type; who is not restarted is gone")
  void restartTypes(Rig rig) {
    Stage stage = stage(rig, 100, 100);
    start(stage, stage.worker("p"));
    start(stage, stage.worker("t").restarted(RestartType.TRANSIENT));
    start(stage, stage.worker("x").restarted(RestartType.TEMPORARY));
    stage.news();
    stage.end("p", Atom.NORMAL);
    stage.end("t", BOOM);
    assertThat(stage.news()).isEqualTo("p normal, p up, t boom, t up");
    stage.end("t", Atom.SHUTDOWN);
    stage.end("x", BOOM);
    assertThat(stage.news()).isEqualTo("t shutdown, x boom");
    assertThat(stage.children()).extracting(ChildInfo::label).containsExactly("p");
  }

  @Seeded
  @DisplayName("DYN-02 max_children counts those that restart too")
  void maxChildren(Rig rig) {
    Stage stage = stage(rig, 100, 1);
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
    ChildResult full = ChildResult.failed("max_children");
    ChildSpec second = stage.worker("b");
    assertThat(start(stage, second)).isEqualTo(full);
    stage.end("a", BOOM);
    var meanwhile = stage.asking(self -> Supervisor.startChild(self, root, second));
    rig.advance(100);
    assertThat(meanwhile).containsExactly(full);
    rig.advance(100);
    Pid a = stage.pid("a");
    stage.admin((self, own) -> Supervisor.terminateChild(self, own, a));
    assertThat(start(stage, second)).isInstanceOf(ChildResult.Ok.class);
  }

  @Seeded
  @DisplayName("DYN-04 terminate_child stops and forgets; an unknown process is not_found")
  void terminateChild(Rig rig) {
    Stage stage = stage(rig, 0, 100);
    start(stage, stage.worker("a"));
    Pid a = stage.pid("a");
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, a)))
        .isEqualTo(ChildResult.ok());
    assertThat(stage.admin((self, root) -> Supervisor.terminateChild(self, root, a)))
        .isEqualTo(ChildResult.failed("not_found"));
    assertThat(stage.children()).isEmpty();
  }

  @Seeded
  @DisplayName("DYN-05 DYN-06 all are asked at once, each by its own shutdown value")
  void stopsTogether(Rig rig) {
    Stage stage = stage(rig, 3, 100);
    start(stage, stage.slow("quick", 100));
    start(stage, stage.slow("brutal", 100).stopped(new ShutdownTime.BrutalKill()));
    start(stage, stage.slow("late", 1_000).stopped(new ShutdownTime.Within(ms(200))));
    start(stage, stage.slow("later", 1_000).stopped(new ShutdownTime.Within(ms(300))));
    start(stage, stage.slow("endless", 9_000).stopped(new ShutdownTime.Infinity()));
    stage.news();
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    assertThat(stage.news()).isEqualTo("brutal killed");
    rig.advance(200);
    assertThat(stage.news()).isEqualTo("quick shutdown, late killed");
    rig.advance(100);
    assertThat(stage.news()).isEqualTo("later killed");
    rig.advance(8_700);
    assertThat(stage.news()).isEqualTo("endless shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("DYN-07 it gives up as others do, stopping all at once")
  void givesUp(Rig rig) {
    Stage stage = stage(rig, 1, 100);
    start(stage, stage.worker("a"));
    start(stage, stage.slow("b", 100));
    start(stage, stage.slow("c", 100));
    stage.end("a", BOOM);
    stage.news();
    stage.end("a", BOOM);
    rig.advance(100);
    assertThat(stage.news()).startsWith("a boom, ").endsWith("root shutdown").contains("b shut");
    assertThat(rig.events(RuntimeEvent.GaveUp.class)).hasSize(1);
  }

  @Seeded
  @DisplayName("DYN-08 a restart that fails is tried again and counts")
  void retries(Rig rig) {
    Init<Integer> stop = new Init.Stop<>(BOOM);
    Stage good = stage(rig, 3, 100);
    start(good, good.worker("a", List.of(Init.ok(0), stop, stop)));
    good.news();
    good.end("a", BOOM);
    assertThat(good.news()).isEqualTo("a boom, a failed boom, a failed boom, a up");
    Stage bad = stage(rig, 2, 100);
    start(bad, bad.worker("a", List.of(Init.ok(0), stop, stop)));
    bad.news();
    bad.end("a", BOOM);
    assertThat(bad.news()).isEqualTo("a boom, a failed boom, a failed boom, root shutdown");
  }

  @Seeded
  @DisplayName("DYN-09 ignore keeps nothing, at the start and at a restart")
  void ignore(Rig rig) {
    Stage stage = stage(rig, 3, 100);
    assertThat(start(stage, stage.worker("a", List.of(new Init.Ignore<>()))))
        .isEqualTo(new ChildResult.Ignored());
    start(stage, stage.worker("b", List.of(Init.ok(0), new Init.Ignore<>())));
    stage.end("b", BOOM);
    assertThat(stage.children()).isEmpty();
  }

  @Seeded
  @DisplayName("DYN-10 DYN-13 equal specifications may be started many times; all are counted")
  void counts(Rig rig) {
    Stage stage = stage(rig, 3, 100);
    ChildSpec same = stage.worker("same");
    for (int i = 0; i < 20; i++) {
      assertThat(start(stage, same)).isInstanceOf(ChildResult.Ok.class);
    }
    assertThat(stage.counts()).isEqualTo(new ChildCounts(20, 20, 0, 20));
  }

  @Seeded
  @DisplayName("DYN-13 equal specifications are told apart in events; an id is free after its end")
  void namesakes(Rig rig) {
    Stage stage = stage(rig, 3, 100);
    ChildSpec same = stage.worker("same").restarted(RestartType.TEMPORARY);
    for (int i = 0; i < 3; i++) {
      start(stage, same);
    }
    var first = rig.events(RuntimeEvent.ChildStarted.class).getFirst();
    stage.order(self -> self.exit(first.child(), Atom.KILL));
    start(stage, same);
    assertThat(rig.events(RuntimeEvent.ChildStarted.class))
        .extracting(RuntimeEvent.ChildStarted::id)
        .containsExactly("same", "same#1", "same#2", "same");
    assertThat(rig.events(RuntimeEvent.ChildRemoved.class))
        .containsExactly(new RuntimeEvent.ChildRemoved(first.subject(), "same"));
    assertThat(stage.children()).extracting(ChildInfo::label).containsOnly("same").hasSize(3);
  }

  @Test
  @DisplayName("DYN-11 defaults are those of Elixir")
  void defaults() {
    assertThat(DynamicFlags.standard())
        .isEqualTo(new DynamicFlags(3, 5, Integer.MAX_VALUE, Flavour.DYNAMIC));
  }

  @Seeded
  @DisplayName("DYN-14 bad flags fail the start")
  void badFlags(Rig rig) {
    var stage = new Stage(rig);
    for (DynamicFlags flags :
        List.of(
            new DynamicFlags(-1, 5, 1, Flavour.DYNAMIC),
            new DynamicFlags(3, 0, 1, Flavour.DYNAMIC),
            new DynamicFlags(3, 5, -1, Flavour.DYNAMIC))) {
      assertThat(stage.start(Supervisor.dynamic(flags))).isInstanceOf(StartResult.Failed.class);
    }
  }
}
