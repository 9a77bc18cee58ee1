package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.viewmodel.Camera;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.Extent;
import understudy.viewmodel.Facts;
import understudy.viewmodel.Field;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Wish;

/// Somebody clicks wildly for a while; the recording then shows what the window showed.
class ChaosTest {
  private static final long TURN_NANOS = 20_000_000;
  private static final int CLICKS = 150;
  private static final int TURNS_A_CLICK = 20;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theRecordingTellsWhatTheWindowShowed(long seed) {
    var random = new Random(seed);
    try (var session = new Session(seed)) {
      session.carryOut(new Effect.OpenLesson("chat"));
      pass(session, 100);
      session.carryOut(new Effect.StartRecording());
      for (int click = 0; click < CLICKS; click++) {
        var field = frame(session, -1).field();
        if (field.size() > 0) {
          session.carryOut(gesture(random, field, click));
        }
        pass(session, TURNS_A_CLICK);
        assertThat(notice(session)).doesNotContain("something went wrong");
      }
      session.carryOut(new Effect.Pause());
      session.carryOut(new Effect.StopRecording());
      pass(session, 1);
      var shown = tree(session);
      Path file = folder.resolve("chaos.understudy");
      session.carryOut(new Effect.SaveRecording(file));
      session.carryOut(new Effect.Open(file));
      pass(session, 20);
      assertThat(tree(session)).isEqualTo(shown);
      assertThat(shown).isNotEmpty();
    }
  }

  private static Effect gesture(Random random, Field field, int click) {
    var pid = new Pid(field.pid(random.nextInt(field.size())));
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Effect.Crash(pid, new CrashWay.Raise("boom"));
      case 2 -> new Effect.Crash(pid, new CrashWay.Kill());
      case 3 -> new Effect.Crash(pid, new CrashWay.Exit(new Atom("flood")));
      case 4 -> new Effect.Crash(pid, new CrashWay.Exit(Atom.SHUTDOWN));
      case 5 -> new Effect.Spawn(pid, "ticker", RestartType.TRANSIENT, "new" + click);
      case 6 -> new Effect.Stop(pid);
      case 7 -> new Effect.Suspend(pid);
      case 8 -> new Effect.Resume(pid);
      default -> new Effect.Send(pid, ExitReason.tuple(new Atom("slow"), new ExitReason.Int(700)));
    };
  }

  private static void pass(Session session, int turns) {
    for (int i = 0; i < turns; i++) {
      session.pass(TURN_NANOS);
    }
  }

  private static Frame frame(Session session, int selected) {
    session.wish(new Wish(new Extent(1200, 700), Camera.FIT, selected, -1, EventFilter.ALL, ""));
    session.ask();
    session.pass(0);
    return session.poll().orElseThrow();
  }

  private static String notice(Session session) {
    return frame(session, -1).situation().notice().map(Notice::text).orElse("");
  }

  private static List<String> tree(Session session) {
    var field = frame(session, -1).field();
    var lines = new ArrayList<String>();
    for (int row = 0; row < field.size(); row++) {
      Facts facts = frame(session, field.slot(row)).facts().orElseThrow();
      lines.add(
          "%s %s %s restarts=%d last=%s"
              .formatted(
                  facts.name(), facts.pid(), facts.phase(), facts.restarts(), facts.lastExit()));
    }
    lines.sort(null);
    return lines;
  }
}
