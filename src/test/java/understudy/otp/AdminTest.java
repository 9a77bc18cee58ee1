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
import org.junit.jupiter.api.DisplayName;
import understudy.event.ChildKind;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class AdminTest {
  private static final ChildResult NOT_FOUND = ChildResult.failed("not_found");
  private static final ChildResult RUNNING = ChildResult.failed("running");
  private static final ChildResult RESTARTING = ChildResult.failed("restarting");

  private static ChildResult start(Stage stage, ChildSpec spec) {
    return stage.admin((self, root) -> Supervisor.startChild(self, root, spec));
  }

  private static ChildResult terminate(Stage stage, String id) {
    return stage.admin((self, root) -> Supervisor.terminateChild(self, root, id));
  }

  private static ChildResult restart(Stage stage, String id) {
    return stage.admin((self, root) -> Supervisor.restartChild(self, root, id));
  }

  private static ChildResult delete(Stage stage, String id) {
    return stage.admin((self, root) -> Supervisor.deleteChild(self, root, id));
  }

  private static Stage stage(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL),
        stage.worker("a"),
        stage.worker("x").restarted(RestartType.TEMPORARY),
        stage.worker("b"));
    stage.news();
    return stage;
  }

  @Seeded
  @DisplayName("ADM-01 start_child appends at the end of the order")
  void startChild(Rig rig) {
    Stage stage = stage(rig);
    assertThat(start(stage, stage.worker("c"))).isEqualTo(new ChildResult.Ok(stage.pid("c")));
    assertThat(stage.news()).isEqualTo("c up");
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    assertThat(stage.news())
        .isEqualTo("c shutdown, b shutdown, x shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("ADM-02 SUP-16 a known id: already_started with its process, else already_present")
  void knownId(Rig rig) {
    Stage stage = stage(rig);
    assertThat(start(stage, stage.worker("a")))
        .isEqualTo(
            new ChildResult.Failed(
                ExitReason.tuple(new Atom("already_started"), new ExitReason.Ref(stage.pid("a")))));
    terminate(stage, "a");
    assertThat(start(stage, stage.worker("a"))).isEqualTo(ChildResult.failed("already_present"));
  }

  @Seeded
  @DisplayName("ADM-03 ADM-10 terminate_child stops one child, keeps it known, touches no other")
  void terminateChild(Rig rig) {
    Stage stage = stage(rig);
    assertThat(terminate(stage, "a")).isEqualTo(ChildResult.ok());
    assertThat(stage.news()).isEqualTo("a shutdown");
    assertThat(stage.children()).extracting(ChildInfo::id).containsExactly("b", "x", "a");
  }

  @Seeded
  @DisplayName("ADM-04 terminate_child: unknown, without process, temporary")
  void terminateOthers(Rig rig) {
    Stage stage = stage(rig);
    assertThat(terminate(stage, "nobody")).isEqualTo(NOT_FOUND);
    terminate(stage, "a");
    assertThat(terminate(stage, "a")).isEqualTo(ChildResult.ok());
    assertThat(terminate(stage, "x")).isEqualTo(ChildResult.ok());
    assertThat(terminate(stage, "x")).isEqualTo(NOT_FOUND);
  }

  @Seeded
  @DisplayName("ADM-05 ADM-10 restart_child starts who has no process, and touches no other")
  void restartChild(Rig rig) {
    Stage stage = stage(rig);
    assertThat(restart(stage, "a")).isEqualTo(RUNNING);
    assertThat(restart(stage, "nobody")).isEqualTo(NOT_FOUND);
    terminate(stage, "a");
    stage.news();
    assertThat(restart(stage, "a")).isEqualTo(new ChildResult.Ok(stage.pid("a")));
    assertThat(stage.news()).isEqualTo("a up");
  }

  @Seeded
  @DisplayName(
      "ADM-06 ADM-07 INI-10 a pending retry: shown, refuses restart and delete, "
          + "terminate_child ends it")
  void pendingRetry(Rig rig) {
    var stage = new Stage(rig);
    List<Init<Integer>> plans = new ArrayList<>(List.of(Init.ok(0)));
    for (int i = 0; i < 20; i++) {
      plans.add(new Init.Stop<>(BOOM));
    }
    ChildSpec faltering =
        stage.worker(
            "a",
            puppet -> {
              puppet.door().sleep(ms(100));
              return plans.removeFirst();
            },
            Puppet.SILENT);
    stage.start(flags(ONE_FOR_ONE), faltering);
    Pid root = stage.pid("root");
    stage.end("a", BOOM);
    var shown = stage.asking(self -> Supervisor.whichChildren(self, root));
    var counted = stage.asking(self -> Supervisor.countChildren(self, root));
    var restarted = stage.asking(self -> Supervisor.restartChild(self, root, "a"));
    var deleted = stage.asking(self -> Supervisor.deleteChild(self, root, "a"));
    var again = stage.asking(self -> Supervisor.startChild(self, root, stage.worker("a")));
    rig.advance(100);
    assertThat(shown.getFirst())
        .containsExactly(new ChildInfo("a", "a", Pid.NONE, true, ChildKind.WORKER));
    assertThat(counted).containsExactly(new ChildCounts(1, 0, 0, 1));
    assertThat(restarted).containsExactly(RESTARTING);
    assertThat(deleted).containsExactly(RESTARTING);
    assertThat(again.getFirst()).isInstanceOf(ChildResult.Failed.class);
    var terminated = stage.asking(self -> Supervisor.terminateChild(self, root, "a"));
    rig.advance(100);
    assertThat(terminated).containsExactly(ChildResult.ok());
    stage.news();
    rig.settle();
    assertThat(stage.news()).isEmpty();
    assertThat(plans).as("attempts left").hasSize(18);
    assertThat(delete(stage, "a")).isEqualTo(ChildResult.ok());
  }

  @Seeded
  @DisplayName("ADM-08 ADM-10 delete_child forgets who has no process")
  void deleteChild(Rig rig) {
    Stage stage = stage(rig);
    assertThat(delete(stage, "a")).isEqualTo(RUNNING);
    assertThat(delete(stage, "nobody")).isEqualTo(NOT_FOUND);
    terminate(stage, "a");
    stage.news();
    assertThat(delete(stage, "a")).isEqualTo(ChildResult.ok());
    assertThat(delete(stage, "a")).isEqualTo(NOT_FOUND);
    assertThat(stage.children()).extracting(ChildInfo::id).containsExactly("b", "x");
    assertThat(stage.news()).isEmpty();
  }

  @Seeded
  @DisplayName("ADM-09 INI-01 a start_child that fails keeps nothing")
  void failingStartChild(Rig rig) {
    Stage stage = stage(rig);
    assertThat(start(stage, stage.worker("c", List.of(new Init.Stop<>(BOOM)))))
        .isEqualTo(new ChildResult.Failed(BOOM));
    assertThat(stage.children()).extracting(ChildInfo::id).containsExactly("b", "x", "a");
    assertThat(start(stage, stage.worker("c"))).isInstanceOf(ChildResult.Ok.class);
  }

  @Seeded
  @DisplayName("ADM-05 a restart_child that fails or is ignored leaves the child without process")
  void failingRestartChild(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        stage.worker(
            "a", List.of(Init.ok(0), new Init.Stop<>(BOOM), new Init.Ignore<>(), Init.ok(7))));
    terminate(stage, "a");
    assertThat(restart(stage, "a")).isEqualTo(new ChildResult.Failed(BOOM));
    assertThat(restart(stage, "a")).isEqualTo(new ChildResult.Undefined());
    assertThat(restart(stage, "a")).isInstanceOf(ChildResult.Ok.class);
    assertThat(stage.count("a")).isEqualTo(7);
  }

  @Seeded
  @DisplayName("ADM-11 count_children: specifications, live processes, and kinds dead or alive")
  void counts(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        stage.worker("a"),
        nested("n", flags(ONE_FOR_ONE), stage.worker("leaf")),
        nested("m", flags(ONE_FOR_ONE)),
        stage.worker("i", List.of(new Init.Ignore<>())));
    terminate(stage, "m");
    assertThat(stage.counts()).isEqualTo(new ChildCounts(4, 2, 2, 2));
  }

  @Seeded
  @DisplayName("ADM-12 which_children lists in reverse start order")
  void whichChildren(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"), nested("n", flags(ONE_FOR_ONE)));
    assertThat(stage.children())
        .containsExactly(
            new ChildInfo("n", "n", stage.pid("n"), false, ChildKind.SUPERVISOR),
            new ChildInfo("a", "a", stage.pid("a"), false, ChildKind.WORKER));
  }
}
