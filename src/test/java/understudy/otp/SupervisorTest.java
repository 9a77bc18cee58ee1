package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.otp.Stage.nested;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.otp.Strategy.REST_FOR_ONE;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.ChildKind;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Raised;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class SupervisorTest {
  private static ExitReason failedToStart(String id, ExitReason inner) {
    return ExitReason.tuple(
        Atom.SHUTDOWN, ExitReason.tuple(new Atom("failed_to_start_child"), new Atom(id), inner));
  }

  @Seeded
  @DisplayName(
      "SUP-01 SUP-02 SUP-30 children start in order, each after the init of the one before")
  void startsInOrder(Rig rig) {
    var stage = new Stage(rig);
    Puppet.Beginning slow =
        puppet -> {
          puppet.door().sleep(ms(100));
          return Init.ok(0);
        };
    stage.start(
        flags(ONE_FOR_ONE),
        stage.worker("a", slow, Puppet.SILENT),
        nested("n", flags(ONE_FOR_ONE), stage.worker("b", slow, Puppet.SILENT), stage.worker("c")),
        stage.worker("d"));
    assertThat(stage.news()).isEqualTo("a up, b up, c up, n up, d up, root up");
    assertThat(rig.vm.table().info(stage.pid("root")).orElseThrow().links())
        .contains(stage.pid("a"), stage.pid("n"), stage.pid("d"));
  }

  @Seeded
  @DisplayName("SUP-03 children stop in reverse order, each dead before the next is asked")
  void stopsInReverse(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.slow("a", 100), stage.slow("b", 200), stage.slow("c", 0));
    stage.news();
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    rig.advance(199);
    assertThat(stage.news()).isEqualTo("c shutdown");
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("b shutdown");
    rig.advance(100);
    assertThat(stage.news()).isEqualTo("a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SUP-04 an empty child list is valid, and without live children it keeps running")
  void empty(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL));
    rig.settle();
    assertThat(stage.alive("root")).isTrue();
    assertThat(stage.counts()).isEqualTo(new ChildCounts(0, 0, 0, 0));
  }

  @Seeded
  @DisplayName("SUP-05 SUP-16 bad flags or specifications fail the start before any child starts")
  void badSpecifications(Rig rig) {
    var stage = new Stage(rig);
    ChildSpec a = stage.worker("a");
    assertThat(
            List.of(
                stage.start(flags(ONE_FOR_ONE), a, stage.worker("b"), stage.worker("a")),
                stage.start(flags(ONE_FOR_ONE).tolerating(-1, 5), a),
                stage.start(flags(ONE_FOR_ONE).tolerating(1, 0), a)))
        .map(result -> ((StartResult.Failed) result).reason().toString())
        .containsExactly(
            "{start_spec, {duplicate_child_name, a}}",
            "{supervisor_data, {invalid_intensity, -1}}",
            "{supervisor_data, {invalid_period, 0}}");
    assertThat(stage.news()).isEmpty();
  }

  @Seeded
  @DisplayName("SUP-06 INI-01 a child that fails to start: those before it are stopped, no retry")
  void failedStart(Rig rig) {
    var stage = new Stage(rig);
    assertThat(
            stage.start(
                flags(REST_FOR_ONE),
                stage.worker("a"),
                stage.worker("b"),
                stage.worker("c", List.of(new Init.Stop<>(BOOM))),
                stage.worker("d")))
        .isEqualTo(new StartResult.Failed(failedToStart("c", BOOM)));
    assertThat(stage.news()).isEqualTo("a up, b up, c failed boom, b shutdown, a shutdown");
    assertThat(rig.reason(stage.pid("root"))).isEqualTo(failedToStart("c", BOOM));
  }

  @Test
  @DisplayName("SUP-07 BKO-01 defaults are those of Elixir, without back-off")
  void defaults() {
    assertThat(SupervisorFlags.of(ONE_FOR_ONE))
        .satisfies(flags -> {
          assertThat(flags.maxRestarts()).isEqualTo(3);
          assertThat(flags.periodSeconds()).isEqualTo(5);
          assertThat(flags.autoShutdown()).isEqualTo(AutoShutdown.NEVER);
          assertThat(flags.backoff()).isEmpty();
        });
    ChildSpec worker = ChildSpec.worker("w", () -> Behaviour.of("w", _ -> {}));
    assertThat(worker.restart()).isEqualTo(RestartType.PERMANENT);
    assertThat(worker.shutdown()).isEqualTo(new ShutdownTime.Within(Duration.ofSeconds(5)));
    assertThat(worker.kind()).isEqualTo(ChildKind.WORKER);
    assertThat(worker.significant()).isFalse();
    ChildSpec supervisor = nested("s", flags(ONE_FOR_ONE));
    assertThat(supervisor.shutdown()).isEqualTo(new ShutdownTime.Infinity());
    assertThat(supervisor.kind()).isEqualTo(ChildKind.SUPERVISOR);
  }

  @Seeded
  @DisplayName("SUP-08 SUP-09 SUP-34 it traps exits and ignores those of strangers")
  void ignoresStrangers(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL), stage.worker("a"));
    stage.news();
    rig.run(self -> {
      self.exit(stage.pid("root"), BOOM);
      self.exit(stage.pid("root"), Atom.SHUTDOWN);
      self.link(stage.pid("root"));
    });
    assertThat(stage.news()).isEmpty();
    assertThat(rig.vm.table().info(stage.pid("root")).orElseThrow().trapExit()).isTrue();
  }

  @Seeded
  @DisplayName("SUP-10 several deaths are handled one after the other, in arrival order")
  void deathsInOrder(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"), stage.worker("b"), stage.worker("c"));
    Pid root = stage.pid("root");
    stage.news();
    rig.vm.suspend(root, true);
    stage.end("b", BOOM);
    stage.end("c", BOOM);
    stage.end("a", BOOM);
    rig.vm.suspend(root, false);
    rig.idle();
    assertThat(stage.news()).isEqualTo("b boom, c boom, a boom, b up, c up, a up");
  }

  @Seeded
  @DisplayName("SUP-11 a restarted child keeps its place in the order")
  void keepsPlace(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"), stage.worker("b"), stage.worker("c"));
    stage.end("a", BOOM);
    stage.end("b", BOOM);
    stage.news();
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
    assertThat(stage.news()).isEqualTo("c shutdown, b shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SUP-12 one_for_all: the others stop in reverse order, then all start in order")
  void oneForAll(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ALL), stage.worker("a"), stage.worker("b"), stage.worker("c"));
    stage.news();
    stage.end("b", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, c shutdown, a shutdown, a up, b up, c up");
  }

  @Seeded
  @DisplayName("SUP-13 rest_for_one: the later ones stop in reverse order, then start in order")
  void restForOne(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(REST_FOR_ONE),
        stage.worker("a"),
        stage.worker("b"),
        stage.worker("c"),
        stage.worker("d"));
    stage.news();
    stage.end("b", BOOM);
    assertThat(stage.news()).isEqualTo("b boom, d shutdown, c shutdown, b up, c up, d up");
  }

  @Seeded
  @DisplayName("SUP-14 a restart makes the process anew from the specification")
  void anew(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a", _ -> Init.ok(40), Puppet.SILENT));
    stage.tell("a", Puppet.work(0));
    assertThat(stage.count("a")).isEqualTo(41);
    stage.end("a", BOOM);
    assertThat(stage.count("a")).isEqualTo(40);
  }

  @Seeded
  @DisplayName(
      "SUP-15 a start function that raises or exits is a failed start; the supervisor lives")
  void startFunctionFails(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE));
    for (RuntimeException thrown : List.of(new Raised(BOOM), new Exit(BOOM))) {
      ChildSpec bad =
          ChildSpec.worker(
              "bad",
              () -> {
                throw thrown;
              });
      assertThat(stage.admin((self, root) -> Supervisor.startChild(self, root, bad)))
          .isInstanceOf(ChildResult.Failed.class);
    }
    ChildSpec silent = ChildSpec.worker("silent", () -> Behaviour.of("silent", _ -> {}));
    assertThat(stage.admin((self, root) -> Supervisor.startChild(self, root, silent)))
        .isEqualTo(new ChildResult.Failed(Atom.NORMAL));
    assertThat(stage.alive("root")).isTrue();
    assertThat(stage.children()).isEmpty();
  }

  @Seeded
  @DisplayName("SUP-31 SUP-32 whatever its own reason, its children are stopped with shutdown")
  void ownReason(Rig rig) {
    for (ExitReason reason : List.of(Atom.NORMAL, BOOM, ExitReason.tuple(Atom.SHUTDOWN, BOOM))) {
      var stage = new Stage(rig);
      stage.start(flags(ONE_FOR_ONE), stage.worker("a"), stage.slow("b", 0));
      stage.news();
      stage.order(self -> self.exit(stage.pid("root"), reason));
      rig.advance(1);
      assertThat(stage.news()).isEqualTo("b shutdown, a shutdown, root " + reason);
    }
  }

  @Seeded
  @DisplayName("SUP-33 stop ends the children and the supervisor with the reason given")
  void stop(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"), stage.worker("b"));
    stage.news();
    rig.run(self -> Supervisor.stop(self, stage.pid("root"), BOOM));
    assertThat(stage.news()).isEqualTo("b shutdown, a shutdown, root boom");
  }

  @Seeded
  @DisplayName("SUP-35 kill gives it no chance; who is below ends by the link, each in its own way")
  void killed(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        stage.worker("plain"),
        stage.worker("traps", Puppet.TRAPS, Puppet.TELLS),
        nested("n", flags(ONE_FOR_ONE), stage.worker("leaf")));
    stage.news();
    rig.vm.exit(stage.pid("root"), Atom.KILL);
    rig.settle();
    assertThat(stage.news().split(", "))
        .startsWith("root killed")
        .containsExactlyInAnyOrder(
            "root killed", "plain killed", "traps killed", "leaf shutdown", "n killed");
    assertThat(rig.said()).contains("traps terminate killed at 0", "holder got killed");
  }

  @Seeded
  @DisplayName("SUP-40 during a slow start it neither answers nor notices other deaths")
  void oneThingAtATime(Rig rig) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), stage.worker("a"));
    Pid root = stage.pid("root");
    stage.news();
    Puppet.Beginning slow =
        puppet -> {
          puppet.door().sleep(ms(500));
          return Init.ok(0);
        };
    var first =
        stage.asking(
            self -> Supervisor.startChild(self, root, stage.worker("b", slow, Puppet.SILENT)));
    var second = stage.asking(self -> Supervisor.countChildren(self, root));
    stage.end("a", BOOM);
    rig.advance(499);
    assertThat(first).isEmpty();
    assertThat(second).isEmpty();
    assertThat(stage.news()).isEqualTo("a boom");
    rig.advance(1);
    assertThat(first).hasSize(1);
    assertThat(second)
        .as("who is dead is not active, though its end was not taken yet (ADM-11)")
        .containsExactly(new ChildCounts(2, 1, 0, 2));
    assertThat(stage.news()).isEqualTo("b up, a up");
  }
}
