package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static understudy.otp.Stage.flags;
import static understudy.otp.Stage.nested;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.runtime.Exit;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class ShutdownTest {
  private static ShutdownTime within(long millis) {
    return new ShutdownTime.Within(ms(millis));
  }

  private static Stage stopping(Rig rig, ChildSpec... children) {
    var stage = new Stage(rig);
    stage.start(flags(ONE_FOR_ONE), children);
    return stage;
  }

  private static void stop(Stage stage) {
    stage.news();
    stage.order(self -> self.exit(stage.pid("root"), Atom.SHUTDOWN));
  }

  @Seeded
  @DisplayName("SHD-01 children without process are skipped")
  void withoutProcess(Rig rig) {
    var cast = new Stage(rig);
    Stage stage =
        stopping(
            rig,
            cast.worker("a"),
            cast.worker("t").restarted(RestartType.TRANSIENT),
            cast.worker("i", List.of(new Init.Ignore<>())));
    stage.end("t", Atom.NORMAL);
    stop(stage);
    assertThat(stage.news()).isEqualTo("a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-02 a trapping child has its time for terminate")
  void inTime(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.slow("a", 99).stopped(within(100)));
    stop(stage);
    rig.advance(1_000);
    assertThat(stage.news()).isEqualTo("a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-03 SHD-04 who takes longer is killed at its time, and the stop goes on")
  void tooLate(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.slow("a", 10), cast.slow("b", 101).stopped(within(100)));
    stop(stage);
    rig.advance(99);
    assertThat(stage.news()).isEmpty();
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("b killed");
    rig.advance(10);
    assertThat(stage.news()).isEqualTo("a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-05 brutal_kill: killed at once, without terminate")
  void brutal(Rig rig) {
    var cast = new Stage(rig);
    Stage stage =
        stopping(
            rig,
            cast.worker("a", Puppet.TRAPS, Puppet.TELLS).stopped(new ShutdownTime.BrutalKill()));
    stop(stage);
    assertThat(stage.news()).isEqualTo("a killed, root shutdown");
    assertThat(rig.said()).containsExactly("holder got shutdown");
  }

  @Seeded
  @DisplayName("SHD-06 a nested supervisor is stopped whole before the next sibling is asked")
  void subtreeFirst(Rig rig) {
    var cast = new Stage(rig);
    Stage stage =
        stopping(
            rig,
            cast.worker("a"),
            nested("n", flags(ONE_FOR_ONE), cast.slow("x", 4_000), cast.slow("y", 4_000)));
    stop(stage);
    rig.advance(7_999);
    assertThat(stage.news()).isEqualTo("y shutdown");
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("x shutdown, n shutdown, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-07 infinity waits as long as it takes, for a worker too")
  void infinity(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.slow("a", 3_600_000).stopped(new ShutdownTime.Infinity()));
    stop(stage);
    rig.advance(3_599_999);
    assertThat(stage.news()).isEmpty();
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-08 a plain child dies of shutdown in the middle of a callback")
  void plainAndBusy(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.worker("a"));
    stage.tell("a", Puppet.work(1_000));
    stop(stage);
    assertThat(stage.news()).isEqualTo("a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-09 a trapping child that is busy for longer than its time is killed")
  void trappingAndBusy(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.worker("a", Puppet.TRAPS, Puppet.TELLS).stopped(within(100)));
    stage.tell("a", Puppet.work(200));
    stop(stage);
    rig.advance(99);
    assertThat(stage.news()).isEmpty();
    rig.advance(1);
    assertThat(stage.news()).isEqualTo("a killed, root shutdown");
    assertThat(rig.said()).containsExactly("holder got shutdown");
  }

  @Seeded
  @DisplayName("SHD-10 another reason during the stop does not disturb it")
  void otherReason(Rig rig) {
    var cast = new Stage(rig);
    Stage stage =
        stopping(
            rig,
            cast.worker("a"),
            cast.worker(
                "b",
                Puppet.TRAPS,
                (_, _, _) -> {
                  throw new Exit(BOOM);
                }),
            cast.worker("c"));
    stop(stage);
    assertThat(stage.news()).isEqualTo("c shutdown, b boom, a shutdown, root shutdown");
  }

  @Seeded
  @DisplayName("SHD-11 a child that unlinked itself is stopped just the same")
  void unlinked(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.worker("a"), cast.slow("b", 10));
    for (String id : List.of("a", "b")) {
      stage.tell(
          id,
          (puppet, state) -> {
            puppet.door().unlink(puppet.door().parent());
            return Outcome.noReply(state);
          });
    }
    stop(stage);
    rig.advance(5_000);
    assertThat(stage.news().split(", ")).contains("a shutdown").endsWith("root shutdown");
    assertThat(stage.alive("b")).isFalse();
  }

  @Seeded
  @DisplayName("SHD-12 who is dead when its turn comes is told with its true reason")
  void deadBefore(Rig rig) {
    var cast = new Stage(rig);
    Stage stage = stopping(rig, cast.worker("a"), cast.worker("b"));
    stage.news();
    Pid root = stage.pid("root");
    rig.vm.suspend(root, true);
    stage.order(self -> self.exit(root, Atom.SHUTDOWN));
    stage.end("a", BOOM);
    rig.vm.suspend(root, false);
    rig.idle();
    assertThat(stage.news()).isEqualTo("a boom, b shutdown, root shutdown");
    assertThat(rig.events(RuntimeEvent.ChildStopped.class))
        .extracting(RuntimeEvent.ChildStopped::id, RuntimeEvent.ChildStopped::reason)
        .containsExactly(tuple("b", Atom.SHUTDOWN), tuple("a", BOOM));
  }

  @Seeded
  @DisplayName("SHD-12 the same where all are asked at once")
  void deadBeforeDynamic(Rig rig) {
    var stage = new Stage(rig);
    stage.start(Supervisor.dynamic(DynamicFlags.standard()));
    ChildSpec spec = stage.worker("a");
    stage.admin((self, root) -> Supervisor.startChild(self, root, spec));
    Pid root = stage.pid("root");
    rig.vm.suspend(root, true);
    stage.order(self -> self.exit(root, Atom.SHUTDOWN));
    stage.end("a", BOOM);
    rig.vm.suspend(root, false);
    rig.idle();
    assertThat(rig.events(RuntimeEvent.ChildStopped.class))
        .extracting(RuntimeEvent.ChildStopped::reason)
        .containsExactly(BOOM);
  }
}
