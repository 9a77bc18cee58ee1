package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Stage.flags;
import static understudy.otp.Stage.nested;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

class NestedTest {
  @Seeded
  @DisplayName("NST-01 a crash that is handled in a subtree is not seen outside it")
  void invisibleOutside(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL).tolerating(0, 5),
        stage.worker("a"),
        nested("n", flags(ONE_FOR_ALL), stage.worker("x"), stage.worker("y")));
    stage.news();
    stage.end("x", BOOM);
    assertThat(stage.news()).isEqualTo("x boom, y shutdown, x up, y up");
    assertThat(rig.events(RuntimeEvent.ChildExited.class))
        .extracting(RuntimeEvent::subject)
        .containsOnly(stage.pid("n"));
  }

  @Seeded
  @DisplayName("NST-02 the restart of a nested supervisor covers its whole subtree, in order")
  void wholeSubtree(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ALL),
        stage.worker("a"),
        nested(
            "n",
            flags(ONE_FOR_ONE),
            stage.worker("x"),
            nested("m", flags(ONE_FOR_ONE), stage.worker("y"), stage.worker("z"))));
    stage.news();
    stage.end("a", BOOM);
    assertThat(stage.news())
        .isEqualTo(
            "a boom, z shutdown, y shutdown, m shutdown, x shutdown, n shutdown,"
                + " a up, x up, y up, z up, m up, n up");
  }

  @Seeded
  @DisplayName("NST-03 after the restart of a dynamic supervisor its children are gone")
  void dynamicChildrenAreGone(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE),
        ChildSpec.supervisor("d", () -> Supervisor.dynamic(DynamicFlags.standard())));
    Pid first = stage.pid("d");
    ChildSpec leaf = stage.worker("leaf");
    stage.asking(self -> Supervisor.startChild(self, first, leaf));
    stage.news();
    rig.vm.exit(first, Atom.KILL);
    rig.idle();
    assertThat(stage.news().split(", "))
        .containsExactlyInAnyOrder("d killed", "leaf killed", "d up");
    Pid second = stage.pid("d");
    assertThat(stage.asking(self -> Supervisor.whichChildren(self, second)).getFirst()).isEmpty();
  }

  @Seeded
  @DisplayName("NST-04 a name that an orphan still holds makes the rebuild fail and retry")
  void orphanHoldsName(Rig rig) {
    var stage = new Stage(rig);
    ChildSpec leaf =
        ChildSpec.worker(
            "leaf",
            () ->
                GenServer.process(
                    "till", () -> new Puppet(rig, "leaf", Puppet.TRAPS, Puppet.SILENT)));
    stage.start(flags(ONE_FOR_ONE), nested("n", flags(ONE_FOR_ONE), leaf));
    Pid orphan = stage.pid("leaf");
    rig.vm.exit(stage.pid("n"), Atom.KILL);
    rig.idle();
    assertThat(rig.vm.isAlive(orphan)).isFalse();
    assertThat(rig.vm.whereis("till")).contains(stage.pid("leaf"));
    assertThat(stage.alive("n")).isTrue();
  }

  @Seeded
  @DisplayName("NST-04 an orphan that holds its name for long ends the tree above")
  void orphanHoldsNameForLong(Rig rig) {
    var stage = new Stage(rig);
    ChildSpec leaf =
        ChildSpec.worker(
            "leaf",
            () ->
                GenServer.process(
                    "till",
                    () ->
                        new Puppet(
                            rig,
                            "leaf",
                            Puppet.TRAPS,
                            (puppet, _, _) -> puppet.door().sleep(ms(1_000)))));
    stage.start(flags(ONE_FOR_ONE).tolerating(5, 5), nested("n", flags(ONE_FOR_ONE), leaf));
    stage.news();
    rig.vm.exit(stage.pid("n"), Atom.KILL);
    rig.advance(999);
    assertThat(stage.news()).startsWith("n killed, ").endsWith("root shutdown");
    assertThat(rig.vm.whereis("till")).isPresent();
    rig.advance(1);
    assertThat(rig.vm.whereis("till")).isEmpty();
  }

  @Seeded
  @DisplayName("NST-05 children added are lost with their supervisor, children stopped are back")
  void initRunsAgain(Rig rig) {
    var stage = new Stage(rig);
    stage.start(
        flags(ONE_FOR_ONE), nested("n", flags(ONE_FOR_ONE), stage.worker("x"), stage.worker("y")));
    Pid n = stage.pid("n");
    ChildSpec added = stage.worker("added");
    stage.asking(self -> Supervisor.startChild(self, n, added));
    stage.asking(self -> Supervisor.terminateChild(self, n, "x"));
    rig.vm.exit(n, Atom.KILL);
    rig.idle();
    stage.news();
    Pid again = stage.pid("n");
    assertThat(stage.asking(self -> Supervisor.whichChildren(self, again)).getFirst())
        .extracting(ChildInfo::id)
        .containsExactly("y", "x");
    assertThat(stage.alive("added")).isFalse();
  }
}
