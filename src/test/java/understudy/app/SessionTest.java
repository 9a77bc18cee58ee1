package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.viewmodel.Camera;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Phase;
import understudy.viewmodel.Wish;

/// What a person does in the window, and what the window then shows, without the window.
class SessionTest {
  private static final long MILLI = 1_000_000;

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
    seconds(0.05);
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

  private Facts facts(String id) {
    var everything = frame(-1);
    for (int row = 0; row < everything.field().size(); row++) {
      var facts = frame(everything.field().slot(row)).facts().orElseThrow();
      if (facts.name().equals(id)) {
        return facts;
      }
    }
    throw new AssertionError("nobody is called " + id);
  }

  private Pid pid(String id) {
    return facts(id).pid();
  }

  private List<String> said() {
    return frame(-1).events().lines().stream().map(EventLine::text).toList();
  }

  private String notice() {
    return frame(-1).situation().notice().map(Notice::text).orElse("");
  }

  private static CrashWay raise() {
    return new CrashWay.Raise("boom");
  }

  @Test
  void theDefaultLessonPlays() {
    var strip = frame(-1).strip();
    assertThat(strip.processes()).isGreaterThanOrEqualTo(16);
    assertThat(strip.messages()).isGreaterThan(20);
    assertThat(facts("lobby").behaviour()).isEqualTo("room");
  }

  @Test
  void aCrashedRoomComesBackInItsPlaceWithItsCount() {
    var before = facts("lobby");
    act(new Effect.Crash(before.pid(), raise()));
    var after = facts("lobby");
    assertThat(after.slot()).isEqualTo(before.slot());
    assertThat(after.pid()).isNotEqualTo(before.pid());
    assertThat(after.restarts()).isEqualTo(1);
    assertThat(said()).anyMatch(line -> line.contains("lobby") && line.contains("boom"));
  }

  @Test
  void aKilledDirectoryTakesTheRestWithIt() {
    Pid room = pid("lobby");
    act(new Effect.Crash(pid("directory"), new CrashWay.Kill()));
    assertThat(pid("lobby")).isNotEqualTo(room);
    assertThat(facts("directory").restarts()).isEqualTo(1);
  }

  @Test
  void anExitReasonIsSentAsASignal() {
    Pid room = pid("lobby");
    act(new Effect.Crash(room, new CrashWay.Exit(new ExitReason.Atom("flood"))));
    assertThat(said()).anyMatch(line -> line.contains("flood"));
    assertThat(pid("lobby")).isNotEqualTo(room);
  }

  @Test
  void aSpawnedChildAppearsUnderItsSupervisor() {
    act(new Effect.Spawn(pid("rooms"), "echo", RestartType.TRANSIENT, "parrot"));
    assertThat(facts("parrot").behaviour()).isEqualTo("echo");
  }

  @Test
  void aSecondChildOfTheSameIdIsRefusedInOneLine() {
    act(new Effect.Spawn(pid("rooms"), "echo", RestartType.TRANSIENT, "lobby"));
    assertThat(notice()).contains("lobby").contains("already_started");
  }

  @Test
  void aStoppedChildStaysDown() {
    act(new Effect.Stop(pid("lobby")));
    seconds(1);
    assertThat(facts("lobby").phase()).isEqualTo(Phase.DOWN);
  }

  @Test
  void aMessageOfAPersonArrives() {
    act(
        new Effect.Send(
            pid("lobby"),
            ExitReason.tuple(new ExitReason.Atom("say"), new ExitReason.Text("good morning"))));
    seconds(0.2);
    assertThat(facts("lobby").state()).contains("good morning");
  }

  @Test
  void aSlowRoomFillsItsMailbox() {
    act(
        new Effect.Send(
            pid("lobby"),
            ExitReason.tuple(new ExitReason.Atom("slow"), new ExitReason.Int(60_000))));
    seconds(15);
    assertThat(facts("lobby").depth()).isPositive();
  }

  @Test
  void nothingHappensWhileItIsPausedAndOneThingAStep() {
    act(new Effect.Pause());
    long before = frame(-1).strip().messages();
    seconds(5);
    assertThat(frame(-1).strip().messages()).isEqualTo(before);
    for (int i = 0; i < 20; i++) {
      act(new Effect.StepOnce());
    }
    assertThat(frame(-1).strip().messages()).isGreaterThan(before);
  }

  @Test
  void aSupervisorCannotRaise() {
    act(new Effect.Crash(pid("rooms"), raise()));
    assertThat(notice()).contains("SUP-34");
  }

  @Test
  void aRecordingOpensWithTheSameTreeAtItsEnd() {
    act(new Effect.StartRecording());
    act(new Effect.Crash(pid("lobby"), raise()));
    seconds(3);
    act(new Effect.StopRecording());
    act(new Effect.Pause());
    var live = tree();
    Path file = folder.resolve("evening.understudy");
    act(new Effect.SaveRecording(file));
    assertThat(notice()).startsWith("saved ");
    act(new Effect.Open(file));
    assertThat(frame(-1).situation().source()).contains("evening.understudy");
    assertThat(tree()).isEqualTo(live);
  }

  private List<String> tree() {
    var field = frame(-1).field();
    return IntStream.range(0, field.size())
        .mapToObj(row -> frame(field.slot(row)).facts().orElseThrow())
        .map(facts -> facts.name() + " " + facts.pid() + " " + facts.restarts())
        .sorted()
        .toList();
  }

  @Test
  void aBadFileLeavesTheWindowAsItWas() throws IOException {
    Pid room = pid("lobby");
    act(new Effect.Open(Files.writeString(folder.resolve("bad.yaml"), "tree: [")));
    assertThat(notice()).contains("bad.yaml");
    act(new Effect.Open(Files.writeString(folder.resolve("junk.understudy"), "junk")));
    assertThat(notice()).contains("junk.understudy");
    act(new Effect.Open(folder.resolve("nothing.understudy")));
    assertThat(notice()).contains("nothing.understudy");
    assertThat(pid("lobby")).isEqualTo(room);
  }

  @Test
  void aRecordingCannotBeActedOn() {
    act(new Effect.StartRecording());
    seconds(1);
    Path file = folder.resolve("a.understudy");
    act(new Effect.SaveRecording(file));
    act(new Effect.Open(file));
    act(new Effect.Crash(new Pid(3), raise()));
    assertThat(notice()).contains("recording");
  }
}
