package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.runtime.Rig.BOOM;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Raised;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// System messages to supervisors.
class SysSupervisorTest {
  private static Stage started(Rig rig, Strategy strategy, String... ids) {
    var stage = new Stage(rig);
    stage.start(
        Stage.flags(strategy), List.of(ids).stream().map(stage::worker).toArray(ChildSpec[]::new));
    stage.news();
    return stage;
  }

  private static SupervisorState state(Stage stage) {
    Pid root = stage.pid("root");
    return (SupervisorState) stage.asking(self -> Sys.getState(self, root)).getFirst();
  }

  private static void suspend(Stage stage) {
    Pid root = stage.pid("root");
    stage.rig.run(self -> Sys.suspend(self, root));
  }

  private static void resume(Stage stage) {
    Pid root = stage.pid("root");
    stage.rig.run(self -> Sys.resume(self, root));
  }

  @Seeded
  @DisplayName(
      "sys: the state of a supervisor is its flags and its children, as asked for otherwise")
  void getState(Rig rig) {
    Stage stage = started(rig, ONE_FOR_ALL, "a", "b");
    stage.end("a", BOOM);
    assertThat(state(stage))
        .isEqualTo(new SupervisorState("one_for_all", 100, 5, 1, stage.children()));
  }

  @Seeded
  @DisplayName("sys: a suspended supervisor starts nobody again until it is resumed")
  void holdsItsWork(Rig rig) {
    Stage stage = started(rig, ONE_FOR_ONE, "a", "b");
    suspend(stage);
    stage.end("b", BOOM);
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, a boom");
    assertThat(state(stage).restarts()).isZero();
    resume(stage);
    assertThat(stage.news()).isEqualTo("b up, a up");
    assertThat(state(stage).restarts()).isEqualTo(2);
  }

  @Seeded
  @DisplayName("sys: who asks a suspended supervisor for something waits until it is resumed")
  void holdsItsAnswers(Rig rig) {
    Stage stage = started(rig, ONE_FOR_ONE, "a");
    Pid root = stage.pid("root");
    suspend(stage);
    List<ChildCounts> answers = stage.asking(self -> Supervisor.countChildren(self, root));
    assertThat(answers).isEmpty();
    resume(stage);
    assertThat(answers).containsExactly(new ChildCounts(1, 1, 0, 1));
  }

  @Seeded
  @DisplayName("SUP-32 the parent's exit ends a suspended supervisor, its children stopped first")
  void parent(Rig rig) {
    Stage stage = started(rig, ONE_FOR_ONE, "a", "b");
    Pid root = stage.pid("root");
    suspend(stage);
    stage.order(holder -> holder.exit(root, Atom.SHUTDOWN));
    assertThat(stage.news()).isEqualTo("b shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SUP-33 a suspended supervisor can be stopped")
  void stop(Rig rig) {
    Stage stage = started(rig, ONE_FOR_ONE, "a", "b");
    Pid root = stage.pid("root");
    suspend(stage);
    rig.run(self -> Supervisor.stop(self, root, BOOM));
    assertThat(stage.news()).isEqualTo("b shutdown, a shutdown, root boom");
  }

  @Seeded
  @DisplayName("sys: a DynamicSupervisor is held like any other")
  void dynamic(Rig rig) {
    var stage = new Stage(rig);
    stage.start(Supervisor.dynamic(DynamicFlags.standard()));
    stage.admin((self, root) -> Supervisor.startChild(self, root, stage.worker("a")));
    stage.news();
    suspend(stage);
    stage.end("a", BOOM);
    assertThat(stage.news()).isEqualTo("a boom");
    resume(stage);
    assertThat(stage.news()).isEqualTo("a up");
    assertThat(state(stage)).isEqualTo(new SupervisorState("dynamic", 3, 5, 1, stage.children()));
  }

  @Seeded
  @DisplayName("sys: the state of a supervisor can be read, and its change is refused")
  void replaceState(Rig rig) {
    Stage stage = started(rig, ONE_FOR_ONE, "a");
    Pid root = stage.pid("root");
    rig.run(self -> {
      assertThat(Sys.replaceState(self, root, same -> same)).isEqualTo(Sys.getState(self, root));
      assertThatThrownBy(() -> Sys.replaceState(self, root, _ -> 0))
          .isInstanceOf(Raised.class)
          .hasMessageContaining("can be read and not replaced, got 0");
    });
    assertThat(stage.alive("root")).isTrue();
  }
}
