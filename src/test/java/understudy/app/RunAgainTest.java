package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Opening;
import understudy.recording.RecordingReader;
import understudy.scenario.Reading;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Tempo;

/// What was done in the window can be done again by one command: the same events come.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class RunAgainTest {
  private static final long TURN_NANOS = 8_123_457;

  @TempDir Path folder = Path.of("");
  private final List<Stamped> events = new ArrayList<>();

  /// The words of a command, as a shell reads them.
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == '\\' && !quoted) {
        word.append(command.charAt(++i));
      } else if (c == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }

  private Pid named(String name) {
    return events.reversed().stream()
        .filter(e -> e.event() instanceof RuntimeEvent.Registered r && r.name().equals(name))
        .map(e -> e.event().subject())
        .findFirst()
        .orElseThrow();
  }

  private void pass(LessonWorld world, int turns) {
    for (int i = 0; i < turns; i++) {
      world.pass(TURN_NANOS, events::addAll);
    }
  }

  /// All but the hour of the clock on the wall.
  static List<String> told(List<Stamped> stream) {
    return stream.stream().map(e -> e.sequence() + " " + e.nanos() + " " + e.event()).toList();
  }

  private void disturb(LessonWorld world) {
    List<String> refused = new ArrayList<>();
    pass(world, 300);
    world.carryOut(new Effect.Crash(named("room_lobby"), new CrashWay.Kill()), refused::add);
    world.carryOut(
        new Effect.Crash(named("room_elixir"), new CrashWay.Raise("it's \"bad\"")), refused::add);
    pass(world, 100);
    world.carryOut(new Effect.Suspend(named("room_lobby")), refused::add);
    world.carryOut(new Effect.Speed(new Tempo.Messages(50)), refused::add);
    pass(world, 60);
    world.carryOut(new Effect.Load(named("room_lobby"), 40, new Atom("ping")), refused::add);
    world.carryOut(new Effect.StepOnce(), refused::add);
    world.carryOut(new Effect.Resume(named("room_lobby")), refused::add);
    world.carryOut(new Effect.Chaos(Pid.NONE, 1, 5), refused::add);
    world.carryOut(new Effect.Speed(new Tempo.Times(3)), refused::add);
    world.carryOut(new Effect.Play(), refused::add);
    pass(world, 250);
    assertThat(refused).isEmpty();
  }

  @Test
  void theCommandOfARunRecordsTheEventsThatTheWindowHad() throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      events.clear();
      String command;
      if (!(Lessons.read("chat") instanceof Reading.Good(var scenario))) {
        throw new AssertionError("the lesson chat cannot be read");
      }
      try (var world = new LessonWorld("chat", "chat", scenario, seed)) {
        disturb(world);
        command = CommandText.of("chat", world.run(), world.moment());
      }
      Path recording = folder.resolve("again-%d.understudy".formatted(seed));
      var words = words(command);
      assertThat(words.removeFirst()).isEqualTo("understudy");
      words.add("--record");
      words.add(recording.toString());
      var ran = Ran.of(words.toArray(String[]::new));
      assertThat(ran).as(command).matches(r -> r.status() == Main.DONE && r.err().isEmpty());
      assertThat(told(read(recording))).as(command).isEqualTo(told(events));
    }
  }

  static List<Stamped> read(Path file) throws Exception {
    if (!(RecordingReader.open(file) instanceof Opening.Opened(var recording, var _))) {
      throw new AssertionError(file + " cannot be opened");
    }
    List<Stamped> all = new ArrayList<>();
    var cursor = recording.cursor();
    for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void aDeedWithoutABeatComesAfterAllThatIsDueByThen() {
    var ran = Ran.of("run", "one_for_one", "--do", "0.5s kill shop/till", "--until", "2s");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("by hand: 1, up to 2s#").contains("refused: '0.5s kill");
  }

  @Test
  void aBeatThatIsNotThereIsTold() {
    var ran = Ran.of("run", "chat", "--do", "0.5s#100000 kill chat/rooms/lobby");
    assertThat(ran.status()).isEqualTo(Main.DOES_NOT_HOLD);
    assertThat(ran.out()).contains("not as it was kept: this run is not at 0.5s#100000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chat --do x | --do 'x': column 1: expected a moment such as 12.345s",
        "chat --do '2s kill a' --do '1s kill a'"
            + " | --do '1s kill a': it comes before the one before it, at 2s",
        "chat --until soon | --until 'soon': column 1: expected a moment",
        "chat --until 2s --live | --do and --until need one stepped run",
        "chatt | 'chatt' is neither a file nor a lesson; the lessons are chat,",
      },
      quoteCharacter = '`')
  void badUsageIsOneLine(String line, String problem) {
    var words = words("run " + line);
    var ran = Ran.of(words.toArray(String[]::new));
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err()).startsWith("understudy: " + problem).hasLineCount(1);
  }
}
