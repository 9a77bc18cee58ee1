package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;

class SentencesTest {
  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);
  private Pid chat = Pid.NONE;
  private Pid rooms = Pid.NONE;

  @BeforeEach
  void build() {
    chat = world.root("chat", "one_for_one", 3, 5);
    rooms = world.supervisor(chat, "rooms", "one_for_all", 5, 10);
    world.worker(rooms, "lobby", "room");
    world.worker(rooms, "elixir", "room");
    world.worker(chat, "archive", "archive");
  }

  private List<String> told() {
    studio.accept(world.drain());
    return studio.frame(Wish.FIRST, world).events().lines().stream()
        .map(line -> line.level() + " " + line.text())
        .toList();
  }

  private List<String> toldAfterBirth(Runnable story) {
    int before = told().size();
    story.run();
    var all = told();
    return all.subList(before, all.size());
  }

  @Test
  void aSystemIsBorn() {
    assertThat(told())
        .containsExactly(
            "INFO Supervisor <0.1.0> was spawned",
            "INFO chat supervises one_for_one: at most 3 restarts in 5 s",
            "INFO rooms supervises one_for_all: at most 5 restarts in 10 s",
            "INFO chat starts rooms <0.2.0>",
            "INFO rooms starts lobby <0.3.0>",
            "INFO rooms starts elixir <0.4.0>",
            "INFO chat starts archive <0.5.0>");
  }

  @Test
  void aCrashUnderOneForOneTellsWhoDiedWhyAndWhoFollows() {
    var error = ExitReason.crash(new ExitReason.Text("ArithmeticException: / by zero"), "at x");
    assertThat(toldAfterBirth(() -> world.crash(chat, "archive", error)))
        .containsExactly(
            "CRASH archive <0.5.0> crashed: ArithmeticException: / by zero",
            "RESTART chat restarts archive (one_for_one, 1 of 3 in 5 s): <0.5.0> is now <0.6.0>");
  }

  @Test
  void aCrashUnderOneForAllTellsWhyTheOthersGo() {
    assertThat(toldAfterBirth(() -> world.crash(rooms, "lobby", ExitReason.atom("boom"))))
        .containsExactly(
            "CRASH lobby <0.3.0> crashed: boom",
            "RESTART rooms stops elixir because one_for_all takes the group down",
            "RESTART rooms restarts lobby (one_for_all, 1 of 5 in 10 s): <0.3.0> is now <0.6.0>",
            "RESTART rooms restarts elixir (one_for_all): <0.4.0> is now <0.7.0>");
  }

  @Test
  void aSiblingThatIsStoppedLaterIsNotBlamedOnAnOldCrash() {
    toldAfterBirth(() -> world.crash(rooms, "lobby", ExitReason.atom("boom")));
    assertThat(
            toldAfterBirth(() -> {
              world.stopChild(rooms, "elixir");
              world.stopped(rooms, "elixir");
            }))
        .containsExactly("INFO rooms stops elixir");
  }

  @Test
  void givingUpSaysHowManyWereAllowed() {
    assertThat(toldAfterBirth(() -> world.giveUp(chat, "archive", 4, 3, 5)))
        .containsExactly(
            "CRASH archive <0.5.0> crashed: boom",
            "ESCALATION chat gave up: 4 restarts in 5 s, 3 allowed; archive was the last to die");
  }

  @Test
  void aKillIsCalledAKill() {
    assertThat(toldAfterBirth(() -> world.die(world.pid("lobby"), ExitReason.Atom.KILLED)))
        .containsExactly("CRASH lobby <0.3.0> was killed");
  }

  @Test
  void aZombieIsToldWhenItRisesAndWhenItRests() {
    assertThat(
            toldAfterBirth(() -> {
              Pid dead = world.haunt(chat, "archive");
              world.pass(3_200);
              world.rest(dead);
              world.rest(dead);
            }))
        .containsExactly(
            "CRASH archive <0.5.0> was killed",
            "INFO the code of archive <0.5.0> still runs though it is dead: a zombie; what it does"
                + " has no effect",
            "RESTART chat restarts archive (one_for_one, 1 of 3 in 5 s): <0.5.0> is now <0.6.0>",
            "INFO the code of archive <0.5.0> has returned, 3.2 s after its death");
  }

  @Test
  void aLineKnowsThePlaceOfTheDead() {
    toldAfterBirth(() -> world.crash(chat, "archive", ExitReason.atom("boom")));
    var lines = studio.frame(Wish.FIRST, world).events().lines();
    assertThat(lines.getLast().slot())
        .isEqualTo(lines.get(lines.size() - 2).slot())
        .isNotNegative();
  }
}
