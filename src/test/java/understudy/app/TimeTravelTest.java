package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.viewmodel.Camera;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Level;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Scrubber;
import understudy.viewmodel.Scrubber.State;
import understudy.viewmodel.Showing;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Stride;
import understudy.viewmodel.Wish;

/// Looks at other moments of a run that goes on, and of one that was saved.
class TimeTravelTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  @TempDir Path folder = Path.of("");
  private Session session = new Session(1);

  @BeforeEach
  void openTheDefaultLesson() {
    session = new Session(1);
    act(new Effect.OpenLesson("chat"));
    seconds(8);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void act(Effect effect) {
    session.carryOut(effect);
    session.pass(0);
  }

  private void seconds(double seconds) {
    for (int i = 0; i < seconds * 100; i++) {
      session.pass(10 * MILLI);
    }
  }

  private Frame frame(int selected) {
    session.wish(new Wish(new Extent(1200, 700), Camera.FIT, selected, -1, EventFilter.ALL, ""));
    session.ask();
    session.pass(0);
    return session.poll().orElseThrow();
  }

  private Scrubber scrubber() {
    return frame(-1).scrubber();
  }

  private Facts facts(String id) {
    var field = frame(-1).field();
    return IntStream.range(0, field.size())
        .mapToObj(row -> frame(field.slot(row)).facts().orElseThrow())
        .filter(facts -> facts.name().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is called " + id));
  }

  private List<String> tree() {
    var field = frame(-1).field();
    return IntStream.range(0, field.size())
        .mapToObj(row -> frame(field.slot(row)).facts().orElseThrow())
        .map(f -> f.slot() + " " + f.name() + " " + f.pid() + " " + f.restarts() + " " + f.depth())
        .sorted()
        .toList();
  }

  private List<String> said() {
    return frame(-1).events().lines().stream().map(EventLine::text).toList();
  }

  private String notice() {
    return frame(-1).situation().notice().map(Notice::text).orElse("");
  }

  private void crashLobby() {
    act(new Effect.Crash(facts("lobby").pid(), new CrashWay.Raise("boom")));
    seconds(0.05);
  }

  private Path saved() {
    act(new Effect.StopRecording());
    Path file = folder.resolve("evening.understudy");
    act(new Effect.SaveRecording(file));
    return file;
  }

  @Test
  void thePastShowsTheTreeTheEventsAndTheInspectorOfThatMoment() {
    long then = scrubber().endNanos();
    var before = tree();
    var saidBefore = said();
    var lobby = facts("lobby");
    seconds(0.5);
    crashLobby();
    seconds(3);
    act(new Effect.Seek(then));
    assertThat(scrubber().state()).isEqualTo(State.PAST);
    assertThat(scrubber().atNanos()).isEqualTo(then);
    assertThat(tree()).isEqualTo(before);
    assertThat(said()).isEqualTo(saidBefore);
    assertThat(facts("lobby").pid()).isEqualTo(lobby.pid());
    assertThat(frame(-1).strip().restarts()).isZero();
    assertThat(frame(-1).timeline().endNanos()).isLessThan(then + SECOND);
  }

  @Test
  void theWorldGoesOnAndIsKeptWhileItsPastIsShown() {
    long then = scrubber().endNanos();
    act(new Effect.Seek(then));
    seconds(5);
    assertThat(scrubber().atNanos()).isEqualTo(then);
    assertThat(scrubber().endNanos()).isGreaterThan(then + 4 * SECOND);
    act(new Effect.Seek(then + 3 * SECOND));
    assertThat(scrubber().atNanos()).isEqualTo(then + 3 * SECOND);
    assertThat(scrubber().sequence()).isLessThan(scrubber().lastSequence());
    act(new Effect.ToNow());
    assertThat(scrubber().state()).isEqualTo(State.LIVE);
    assertThat(scrubber().atNanos()).isEqualTo(scrubber().endNanos());
  }

  @Test
  void whatIsDoneInThePastMakesABranchThere() {
    long then = scrubber().endNanos();
    var before = tree();
    var lobby = facts("lobby");
    seconds(3);
    act(new Effect.Seek(then));
    assertThat(tree()).isEqualTo(before);
    act(new Effect.Crash(lobby.pid(), new CrashWay.Kill()));
    var sides = session.sides().filter(Sides::isOpen);
    for (int i = 0; i < 10_000 && sides.filter(s -> !s.sides().isEmpty()).isEmpty(); i++) {
      frame(-1);
      sides = session.sides();
    }
    assertThat(sides.orElseThrow().choices())
        .extracting(Sides.Choice::name)
        .containsExactly("as it was", "lobby killed");
    assertThat(sides.orElseThrow().clock().parted()).isBetween(then, then + SECOND);
    act(new Effect.Show(new Showing.Close()));
    assertThat(scrubber().state()).isEqualTo(State.LIVE);
    assertThat(scrubber().endNanos()).isBetween(then - 1, then);
    act(new Effect.Play());
    seconds(0.5);
    assertThat(facts("lobby").pid()).isNotEqualTo(lobby.pid());
  }

  @Test
  void whileItIsRecordedARunDoesNotGoBackAndThatIsTold() {
    var lobby = facts("lobby");
    act(new Effect.StartRecording());
    act(new Effect.Seek(2 * SECOND));
    act(new Effect.Crash(lobby.pid(), new CrashWay.Kill()));
    assertThat(notice()).contains("a recording is on");
    act(new Effect.ToNow());
    assertThat(facts("lobby").pid()).isEqualTo(lobby.pid());
  }

  @Test
  void stepsGoByEvent() {
    act(new Effect.Pause());
    seconds(0.1);
    long last = scrubber().lastSequence();
    act(new Effect.Travel(Stride.EVENT, false, -1));
    assertThat(scrubber().state()).isEqualTo(State.PAST);
    assertThat(scrubber().sequence()).isEqualTo(last - 1);
    act(new Effect.Travel(Stride.EVENT, false, -1));
    assertThat(scrubber().sequence()).isEqualTo(last - 2);
    act(new Effect.Travel(Stride.EVENT, true, -1));
    assertThat(scrubber().sequence()).isEqualTo(last - 1);
  }

  @Test
  void stepsGoByCrashAndSayWhenThereIsNoOther() {
    long then = scrubber().endNanos();
    crashLobby();
    seconds(2);
    crashLobby();
    seconds(2);
    act(new Effect.Travel(Stride.CRASH, false, -1));
    assertThat(said().getLast()).contains("lobby");
    assertThat(frame(-1).events().lines().getLast().level()).isEqualTo(Level.CRASH);
    long second = scrubber().atNanos();
    act(new Effect.Travel(Stride.CRASH, false, -1));
    assertThat(scrubber().atNanos()).isBetween(then, second - SECOND);
    act(new Effect.Travel(Stride.CRASH, false, -1));
    assertThat(scrubber().word()).isEqualTo("there is no earlier crash");
    act(new Effect.Travel(Stride.CRASH, true, -1));
    assertThat(scrubber().atNanos()).isEqualTo(second);
  }

  @Test
  void stepsGoByTheSelectedProcessAcrossItsRestart() {
    var lobby = facts("lobby");
    crashLobby();
    seconds(1);
    act(new Effect.Travel(Stride.CRASH, false, -1));
    for (int i = 0; i < 8 && facts("lobby").pid().equals(lobby.pid()); i++) {
      act(new Effect.Travel(Stride.PROCESS, true, lobby.slot()));
    }
    assertThat(facts("lobby").pid()).isNotEqualTo(lobby.pid());
    assertThat(facts("lobby").slot()).isEqualTo(lobby.slot());
  }

  @Test
  void aStepByProcessNeedsAProcess() {
    act(new Effect.Travel(Stride.PROCESS, false, -1));
    assertThat(notice()).contains("select the process first");
    assertThat(scrubber().state()).isEqualTo(State.LIVE);
  }

  @Test
  void thePastPlaysUntilItIsThePresent() {
    act(new Effect.Pause());
    long end = scrubber().endNanos();
    act(new Effect.Seek(end - 2 * SECOND));
    act(new Effect.Play());
    seconds(1);
    assertThat(scrubber().atNanos()).isEqualTo(end - SECOND);
    seconds(1.5);
    assertThat(scrubber().state()).isEqualTo(State.LIVE);
  }

  @Test
  void aSavedRunOpensAtItsEndAndIsScrubbedLikeALiveOne() {
    act(new Effect.StartRecording());
    long then = scrubber().endNanos();
    seconds(2);
    act(new Effect.Pause());
    act(new Effect.Seek(then + SECOND));
    var past = tree();
    act(new Effect.ToNow());
    act(new Effect.Play());
    crashLobby();
    seconds(2);
    Path file = saved();
    act(new Effect.Pause());
    var live = tree();
    act(new Effect.Open(file));
    assertThat(scrubber().state()).isEqualTo(State.SAVED);
    assertThat(scrubber().share()).isEqualTo(1);
    assertThat(tree()).isEqualTo(live);
    assertThat(scrubber().course().worst()).contains(Level.CRASH);
    act(new Effect.Seek(then + SECOND));
    assertThat(tree().stream().map(line -> line.replaceAll(" \\d+$", "")))
        .isEqualTo(past.stream().map(line -> line.replaceAll(" \\d+$", "")).toList());
    act(new Effect.Play());
    seconds(0.5);
    assertThat(scrubber().atNanos()).isEqualTo(then + SECOND + SECOND / 2);
    act(new Effect.Travel(Stride.CRASH, true, -1));
    assertThat(said().getLast()).contains("boom");
  }

  @Test
  void theWholeRunIsSeenInShort() {
    crashLobby();
    seconds(1);
    var course = scrubber().course();
    assertThat(course.sent().stream().mapToInt(Integer::intValue).sum()).isPositive();
    assertThat(course.worst()).contains(Level.CRASH);
    assertThat(course.bucketNanos() * course.sent().size())
        .isBetween(scrubber().endNanos() - SECOND, scrubber().endNanos() + SECOND);
  }
}
