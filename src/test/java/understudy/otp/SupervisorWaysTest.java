package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.Decision;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// What a supervisor makes of deaths that fall together, and of messages that it does not know:
/// SUP-41 to SUP-44.
class SupervisorWaysTest {
  @Seeded
  @DisplayName("SUP-41 a child that crashes during the shutdown keeps its reason and stays down")
  void crashDuringShutdown(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"), stage.worker("b"), stage.slow("c", 100));
    stage.news();
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    rig.advance(50);
    stage.end("a", BOOM);
    rig.advance(50);
    assertThat(stage.news()).isEqualTo("a boom, c shutdown, b shutdown, root shutdown");
    assertThat(rig.events(RuntimeEvent.ChildStopped.class))
        .filteredOn(stopped -> stopped.id().equals("a"))
        .extracting(RuntimeEvent.ChildStopped::reason)
        .containsExactly(BOOM);
  }

  @Seeded
  @DisplayName("SUP-42 a member that crashes while its group stops is absorbed: no second restart")
  void absorbed(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL), stage.worker("a"), stage.worker("b"), stage.slow("c", 100));
    stage.news();
    stage.end("b", BOOM);
    rig.advance(50);
    stage.end("a", BOOM);
    rig.advance(1_000);
    assertThat(stage.news()).isEqualTo("b boom, a boom, c shutdown, a up, b up, c up");
    assertThat(rig.events(RuntimeEvent.ChildExited.class)).hasSize(1);
  }

  @Seeded
  @DisplayName("SUP-42 two members that died together cause one restart of the group")
  void together(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL), stage.worker("a"), stage.worker("b"), stage.worker("c"));
    stage.news();
    rig.vm.suspend(stage.pid("root"), true);
    stage.end("c", BOOM);
    stage.end("a", BOOM);
    rig.vm.suspend(stage.pid("root"), false);
    rig.idle();
    assertThat(stage.news()).isEqualTo("c boom, a boom, b shutdown, a up, b up, c up");
  }

  @Seeded
  @DisplayName("SUP-42 a death outside the group is handled afterwards, on its own")
  void outsideTheGroup(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(REST_FOR_ONE), stage.worker("a"), stage.worker("b"), stage.slow("c", 100));
    stage.news();
    stage.end("b", BOOM);
    rig.advance(50);
    stage.end("a", BOOM);
    rig.advance(1_000);
    assertThat(stage.news())
        .isEqualTo(
            "b boom, a boom, c shutdown, b up, c up, c shutdown, b shutdown, a up, b up, c up");
  }

  @Seeded
  @DisplayName("SUP-43 a message that it does not know is dropped")
  void unknownMessages(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL), stage.worker("a"));
    stage.news();
    for (Object message : List.of("hello", 42, new Reply(1, "x"))) {
      rig.vm.send(stage.pid("root"), message);
    }
    rig.settle();
    assertThat(stage.news()).isEmpty();
  }

  private static String toldAfter(Rig rig, Object request) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL), stage.worker("a"), stage.worker("b"));
    stage.news();
    rig.vm.send(stage.pid("root"), request);
    rig.settle();
    return stage.news();
  }

  @Seeded
  @DisplayName("GS-31 an unknown call crashes a supervisor, its children stopped first")
  void unknownCall(Rig rig) {
    assertThat(toldAfter(rig, new Request.Call(new From(Pid.NONE, 1), "x")))
        .isEqualTo("b shutdown, a shutdown, root {function_clause, stack}");
  }

  @Seeded
  @DisplayName("GS-31 an unknown cast crashes a supervisor, its children stopped first")
  void unknownCast(Rig rig) {
    assertThat(toldAfter(rig, new Request.Cast("x")))
        .isEqualTo("b shutdown, a shutdown, root {function_clause, stack}");
  }

  private static Stage withoutIds(Rig rig, DynamicFlags.Flavour flavour, Object request) {
    var stage = new Stage(rig);
    stage.start(Supervisor.dynamic(new DynamicFlags(3, 5, DynamicFlags.UNLIMITED, flavour)));
    rig.vm.send(stage.pid("root"), request);
    rig.settle();
    return stage;
  }

  @Seeded
  @DisplayName("GS-31 an unknown cast crashes simple_one_for_one")
  void unknownCastToInstances(Rig rig) {
    var flavour = DynamicFlags.Flavour.SIMPLE_ONE_FOR_ONE;
    assertThat(withoutIds(rig, flavour, new Request.Cast("x")).alive("root")).isFalse();
  }

  @Seeded
  @DisplayName("GS-31 an unknown cast leaves a DynamicSupervisor be, an unknown call crashes it")
  void unknownToDynamic(Rig rig) {
    var stage = withoutIds(rig, DynamicFlags.Flavour.DYNAMIC, new Request.Cast("x"));
    assertThat(stage.alive("root")).isTrue();
    rig.vm.send(stage.pid("root"), new Request.Call(new From(Pid.NONE, 1), "x"));
    rig.settle();
    assertThat(stage.alive("root")).isFalse();
  }

  @Seeded
  @DisplayName("SUP-44 requests wait without limit: a child that asks its supervisor in init hangs")
  void asksInInit(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE));
    var root = stage.pid("root");
    ChildSpec asker =
        stage.worker(
            "asker",
            puppet -> {
              Supervisor.whichChildren(puppet.door(), root);
              return Init.ok(0);
            },
            Puppet.SILENT);
    var answer = stage.asking(self -> Supervisor.startChild(self, root, asker));
    rig.settle();
    assertThat(answer).isEmpty();
    rig.vm.exit(stage.pid("asker"), BOOM);
    rig.settle();
    assertThat(answer).containsExactly(new ChildResult.Failed(BOOM));
  }

  @Seeded
  @DisplayName("what a supervisor decides is told with its reason")
  void decisions(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        stage.worker("p"),
        stage.worker("t").restarted(RestartType.TRANSIENT),
        stage.worker("x").restarted(RestartType.TEMPORARY));
    stage.end("p", Atom.NORMAL);
    stage.end("t", Atom.NORMAL);
    stage.end("x", BOOM);
    assertThat(rig.events(RuntimeEvent.ChildExited.class))
        .extracting(RuntimeEvent.ChildExited::decision)
        .containsExactly(Decision.RESTART, Decision.LEAVE, Decision.REMOVE);
  }
}
