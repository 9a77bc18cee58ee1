package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.scenario.Reading;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;

/// Going back in a run and acting there, without the window.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class BranchesTest {
  private static final long TURN_NANOS = 10_000_000;

  @TempDir Path folder = Path.of("");
  private int recordings;
  private final List<String> clipboard = new ArrayList<>();
  private final Session session = new Session(1, clipboard::add, new RecentFiles(Optional.empty()));

  @BeforeEach
  void playTheDefaultLesson() {
    session.carryOut(new Effect.OpenLesson("chat"));
    seconds(3);
    kill("lobby");
    seconds(3);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void seconds(double seconds) {
    for (int i = 0; i < seconds * 100; i++) {
      session.pass(TURN_NANOS);
    }
  }

  private Frame frame() {
    session.ask();
    session.pass(0);
    return session.poll().orElseThrow();
  }

  /// What is there once all was played and the moment was found.
  private Sides sides() {
    frame();
    var now = session.sides().orElse(Sides.CLOSED);
    long jumps = -1;
    for (int i = 0;
        i < 10_000 && (now.preparing().isPresent() || jumps < now.clock().jumps());
        i++) {
      jumps = now.clock().jumps();
      frame();
      now = session.sides().orElse(now);
    }
    return now;
  }

  private String notice() {
    return frame().situation().notice().map(Notice::text).orElse("");
  }

  private EventLine firstLineAfter(double seconds) {
    return frame().events().lines().stream()
        .filter(line -> line.nanos() >= seconds * 1e9)
        .findFirst()
        .orElseThrow();
  }

  private Pid pid(String name) {
    var frame = frame();
    for (var card : frame.cards()) {
      if (card.name().equals(name)) {
        return new Pid(frame.field().pid(card.row()));
      }
    }
    throw new AssertionError("nobody is called " + name);
  }

  private void kill(String name) {
    session.carryOut(new Effect.Crash(pid(name), new CrashWay.Kill()));
    session.pass(0);
  }

  private EventLine goBack(double seconds) {
    var line = firstLineAfter(seconds);
    session.carryOut(new Effect.Fork(line.sequence(), line.nanos()));
    for (int i = 0; i < 10_000 && !notice().startsWith("back at"); i++) {
      session.pass(TURN_NANOS);
    }
    assertThat(notice()).startsWith("back at").contains("makes a branch");
    return line;
  }

  private void order(Showing what) {
    session.carryOut(new Effect.Show(what));
    session.pass(0);
  }

  private List<String> names() {
    return sides().sides().stream().map(Sides.Side::name).toList();
  }

  @Test
  void anEventBackTheWorldStandsAsItStoodThen() {
    var now = frame();
    var line = goBack(1.5);
    var then = frame();
    assertThat(then.strip().nanos()).isEqualTo(line.nanos());
    assertThat(then.situation().paused()).isTrue();
    assertThat(then.strip().restarts()).isZero();
    assertThat(now.strip().restarts()).isEqualTo(1);
    assertThat(then.events().lines().getLast().sequence()).isEqualTo(line.sequence());
  }

  @Test
  void whatIsDoneThereMakesABranchBesideTheRunAsItWas() {
    var line = goBack(1.5);
    kill("elixir");
    assertThat(names()).containsExactly("as it was", "elixir killed");
    assertThat(sides().clock().parted()).isBetween(line.nanos(), line.nanos() + 1_000_000_000L);
    order(new Showing.TogglePlay());
    order(new Showing.Seek(line.nanos() - 1));
    assertThat(sides().sides()).allMatch(side -> side.apart().equals(Sides.Apart.NONE));
    order(new Showing.Seek(5_000_000_000L));
    assertThat(sides().sides()).allMatch(side -> side.apart().fate().size() == 2);
  }

  @Test
  void theStudioGoesOnInTheBranchAndNothingOfTheOtherIsLost() {
    goBack(1.5);
    kill("elixir");
    order(new Showing.Close());
    session.carryOut(new Effect.Play());
    seconds(4);
    assertThat(frame().strip().restarts()).isEqualTo(1);
    order(new Showing.Branches());
    sides();
    order(new Showing.Seek(6_000_000_000L));
    var both = sides().sides();
    assertThat(both).extracting(side -> side.frame().strip().restarts()).containsExactly(1L, 1L);
    assertThat(both).allMatch(side -> side.complaints().isEmpty());
  }

  @Test
  void theStudioGoesOverToAnyBranchAndIsWhereThatWasLeft() {
    var left = frame().strip();
    goBack(1.5);
    kill("elixir");
    order(new Showing.Close());
    session.carryOut(new Effect.Play());
    seconds(1);
    var other = frame().strip();
    order(new Showing.Branches());
    sides();
    order(new Showing.GoOn("as it was"));
    for (int i = 0; i < 10_000 && !notice().startsWith("this is"); i++) {
      session.pass(TURN_NANOS);
    }
    assertThat(notice()).startsWith("this is 'as it was' at 6.000 s");
    assertThat(frame().situation().paused()).isTrue();
    assertThat(frame().strip().nanos()).isEqualTo(left.nanos());
    assertThat(frame().strip().messages()).isEqualTo(left.messages());
    session.carryOut(new Effect.Play());
    seconds(1);
    kill("erlang");
    order(new Showing.Branches());
    assertThat(sides().choices())
        .extracting(Sides.Choice::name, choice -> choice.note().isEmpty())
        .containsExactly(tuple("as it was", false), tuple("elixir killed", true));
    order(new Showing.GoOn("elixir killed"));
    for (int i = 0; i < 10_000 && !notice().startsWith("this is 'elixir killed'"); i++) {
      session.pass(TURN_NANOS);
    }
    assertThat(frame().strip().nanos()).isEqualTo(other.nanos());
    assertThat(frame().strip().messages()).isEqualTo(other.messages());
  }

  @Test
  void whileItIsRecordedTheStudioStaysInItsBranch() {
    goBack(1.5);
    kill("elixir");
    session.carryOut(new Effect.StartRecording());
    order(new Showing.GoOn("as it was"));
    assertThat(notice()).contains("a recording is on");
    assertThat(names()).containsExactly("as it was", "elixir killed");
  }

  @Test
  void aBranchIsCalledWhatAPersonCallsIt() {
    goBack(1.5);
    kill("elixir");
    sides();
    order(new Showing.Rename("elixir killed", "without elixir"));
    assertThat(names()).containsExactly("as it was", "without elixir");
    order(new Showing.Rename("without elixir", "as it was"));
    assertThat(names()).containsExactly("as it was", "without elixir");
    assertThat(sides().notice().map(Notice::text).orElse("")).contains("choose another name");
  }

  @Test
  void whatIsDoneInABranchLeavesItTheNameThatAPersonGaveIt() {
    goBack(1.5);
    order(new Showing.Branches());
    var names = names();
    order(new Showing.Rename(names.getLast(), "mine"));
    order(new Showing.Close());
    kill("elixir");
    assertThat(names()).containsExactly("as it was", "mine");
  }

  @Test
  void onTheWayBackNothingElseIsBegun() {
    var line = firstLineAfter(1.5);
    session.carryOut(new Effect.Fork(line.sequence(), line.nanos()));
    session.carryOut(new Effect.StartRecording());
    session.ask();
    session.pass(0);
    assertThat(session.poll().orElseThrow().situation().recording()).isFalse();
  }

  @Test
  void branchesHaveBranchesAndThreeAreShownAtMost() {
    goBack(1.5);
    kill("elixir");
    order(new Showing.Close());
    goBack(1.0);
    kill("erlang");
    assertThat(names()).containsExactly("elixir killed", "erlang killed");
    order(new Showing.Choose("as it was", true));
    assertThat(names()).containsExactly("as it was", "elixir killed", "erlang killed");
    order(new Showing.Close());
    goBack(0.8);
    kill("elixir");
    assertThat(names()).containsExactly("erlang killed", "elixir killed (2)");
  }

  @Test
  void theCommandOfABranchRecordsItsEvents() throws Exception {
    if (!(Lessons.read("chat") instanceof Reading.Good(var scenario))) {
      throw new AssertionError("the lesson chat cannot be read");
    }
    for (long seed = 1; seed <= 3; seed++) {
      List<Stamped> first = new ArrayList<>();
      List<Stamped> second = new ArrayList<>();
      try (var world = new LessonWorld("chat", "chat", scenario, seed)) {
        pass(world, 300, first);
        kill(world, "room_lobby", first);
        pass(world, 200, first);
        var event = first.get(first.size() * 2 / 3);
        var rewind = new Rewind(world, event.sequence(), event.nanos());
        assertThat(rewind.goOn(Long.MAX_VALUE)).isTrue();
        try (var branch = rewind.world()) {
          pass(branch, 1, second);
          assertThat(RunAgainTest.told(second))
              .isEqualTo(RunAgainTest.told(first.subList(0, second.size())));
          assertThat(second.getLast().sequence()).isGreaterThanOrEqualTo(event.sequence());
          kill(branch, "room_elixir", second);
          branch.carryOut(new Effect.Play(), _ -> {});
          pass(branch, 200, second);
          assertThat(rewind.complaint()).isEmpty();
          String command = CommandText.of("chat", branch.run(), branch.moment());
          assertThat(RunAgainTest.told(recorded(command)))
              .as(command)
              .isEqualTo(RunAgainTest.told(second));
        }
      }
    }
  }

  private static void pass(LessonWorld world, int turns, List<Stamped> events) {
    for (int i = 0; i < turns; i++) {
      world.pass(TURN_NANOS, events::addAll);
    }
  }

  private static void kill(LessonWorld world, String registered, List<Stamped> events) {
    var pid =
        events.reversed().stream()
            .filter(
                e -> e.event() instanceof RuntimeEvent.Registered r && r.name().equals(registered))
            .findFirst()
            .orElseThrow();
    world.carryOut(new Effect.Crash(pid.event().subject(), new CrashWay.Kill()), _ -> {});
  }

  @Test
  void theWindowCopiesTheCommandOfTheRunAndOfEachSide() throws Exception {
    goBack(1.5);
    kill("elixir");
    sides();
    order(new Showing.Copy("as it was"));
    order(new Showing.Copy("elixir killed"));
    order(new Showing.Close());
    session.carryOut(new Effect.CopyCommand());
    session.pass(0);
    assertThat(clipboard.get(0)).contains("kill chat/rooms/lobby").doesNotContain("elixir");
    assertThat(clipboard.get(1)).contains("kill chat/rooms/elixir").doesNotContain("lobby");
    assertThat(clipboard.get(2)).contains("kill chat/rooms/elixir").doesNotContain("lobby");
    for (String command : clipboard) {
      assertThat(recorded(command)).isNotEmpty();
    }
  }

  private List<Stamped> recorded(String command) throws Exception {
    var words = new ArrayList<>(RunAgainTest.words(command));
    assertThat(words.removeFirst()).isEqualTo("understudy");
    Path file = folder.resolve(recordings++ + ".understudy");
    words.addAll(List.of("--record", file.toString()));
    var ran = Ran.of(words.toArray(String[]::new));
    assertThat(ran).as(command).matches(r -> r.status() == Main.DONE && r.err().isEmpty());
    return RunAgainTest.read(file);
  }

  @Test
  void aLessonThatIsOpenedAnewHasNoBranches() {
    goBack(1.5);
    kill("elixir");
    session.carryOut(new Effect.OpenLesson("chat"));
    session.pass(0);
    order(new Showing.Branches());
    assertThat(notice()).contains("no branches yet");
  }
}
