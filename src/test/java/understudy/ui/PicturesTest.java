package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.event.ExitReason;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.SmallWorld;
import understudy.viewmodel.Tempo;
import understudy.viewmodel.Troubles;

/// Takes the window's picture, without a stage, in every state worth looking at.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class PicturesTest {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final long FRAME = 16_000_000;

  /// A window, its world and the time of its pulses.
  private static final class Shot {
    final FakePort port = new FakePort();
    final SmallWorld world = port.world;
    final MainWindow window = MainWindow.load(port);
    final Scene scene;
    long now = FRAME;

    Shot(int width, int height, boolean dark) {
      scene = window.scene(width, height);
      scene.snapshot(null);
      pulse(2);
      if (Desk.TIDY.dark() != dark) {
        window.loop().dispatch(new Action.ToggleTheme());
      }
    }

    void pulse(int times) {
      for (int i = 0; i < times; i++) {
        now += FRAME;
        window.pulse(now);
      }
    }

    void select(String id) {
      pulse(1);
      window.loop().dispatch(new Action.Select(slotOf(id), false));
      pulse(2);
    }

    int slotOf(String id) {
      var found = window.loop().frame().field();
      for (int row = 0; row < found.size(); row++) {
        if (found.pid(row) == world.pid(id).number()) {
          return found.slot(row);
        }
      }
      throw new AssertionError(id + " is not in view");
    }
  }

  @Start
  void start(Stage unused) {}

  private static void take(String name, int width, int height, boolean dark, Consumer<Shot> story)
      throws Exception {
    Path file = SCREENS.resolve(name + "-" + width + "-" + (dark ? "dark" : "light") + ".png");
    Files.createDirectories(SCREENS);
    var picture =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  var shot = new Shot(width, height, dark);
                  story.accept(shot);
                  shot.scene.snapshot(null);
                  shot.pulse(1);
                  return shot.scene.snapshot(null);
                })
            .get();
    Pngs.write(picture, file);
    assertThat(Files.size(file)).isGreaterThan(10_000);
  }

  private static void minute(Shot shot) {
    Scenes.chat(shot.world);
    shot.pulse(1);
    for (int second = 0; second < 240; second++) {
      shot.world.pass(200);
      int busy = (int) (60 + 50 * Math.sin(second / 9.0) + second % 7 * 4);
      shot.world.send(shot.world.pid("lobby"), 2);
      shot.world.fill(shot.world.pid("lobby"), busy % 5);
      shot.world.fill(shot.world.pid("erlang"), busy * 2);
      shot.world.fill(shot.world.pid("elixir"), busy / 3);
      if (second == 90 || second == 150) {
        shot.world.crash(shot.world.pid("rooms"), "random", Scenes.DIVIDED);
      }
      if (second % 5 == 0) {
        shot.pulse(1);
      }
    }
    Scenes.talk(shot.world);
    shot.pulse(1);
    shot.now += 10_000_000_000L;
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false", "1920, 1080, true", "1920, 1080, false"})
  void aChatOfTwelve(int width, int height, boolean dark) throws Exception {
    take(
        "chat",
        width,
        height,
        dark,
        shot -> {
          minute(shot);
          shot.select("ann");
          shot.world.say(shot.world.pid("bob"), shot.world.pid("elixir"));
          shot.world.say(shot.world.pid("carla"), shot.world.pid("lobby"));
          shot.pulse(12);
          shot.world.say(shot.world.pid("presence"), shot.world.pid("archive"));
          shot.world.say(shot.world.pid("lobby"), shot.world.pid("ann"));
          shot.pulse(12);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false"})
  void aCrashAsItHappens(int width, int height, boolean dark) throws Exception {
    take(
        "crash",
        width,
        height,
        dark,
        shot -> {
          minute(shot);
          shot.select("rooms");
          var world = shot.world;
          var rooms = world.pid("rooms");
          world.crash(rooms, "lobby", Scenes.DIVIDED);
          shot.pulse(45);
          world.crash(rooms, "elixir", Scenes.DIVIDED);
          world.suspend(world.pid("presence"));
          var sessions = world.pid("sessions");
          var bob = world.pid("bob");
          world.die(bob, ExitReason.Atom.KILLED);
          world.notice(sessions, "bob", bob, ExitReason.Atom.KILLED);
          world.stopChild(sessions, "carla");
          shot.pulse(2);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false"})
  void zombies(int width, int height, boolean dark) throws Exception {
    take(
        "zombie",
        width,
        height,
        dark,
        shot -> {
          minute(shot);
          shot.select("elixir");
          var world = shot.world;
          var rooms = world.pid("rooms");
          world.haunt(world.pid("chat"), "archive");
          world.haunt(rooms, "random");
          world.haunt(rooms, "elixir");
          world.haunt(rooms, "elixir");
          world.pass(3_200);
          shot.pulse(90);
          int archive = shot.slotOf("archive");
          shot.window.loop().dispatch(new Action.Point(archive));
          shot.pulse(2);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false", "1920, 1080, true", "1920, 1080, false"})
  void theCommandPalette(int width, int height, boolean dark) throws Exception {
    take(
        "palette",
        width,
        height,
        dark,
        shot -> {
          minute(shot);
          shot.select("lobby");
          shot.window.loop().dispatch(new Action.TogglePrompt());
          shot.window.loop().dispatch(new Action.Prompted("ro"));
          shot.pulse(3);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false", "1920, 1080, true", "1920, 1080, false"})
  void chaosAndTraffic(int width, int height, boolean dark) throws Exception {
    take(
        "chaos",
        width,
        height,
        dark,
        shot -> {
          minute(shot);
          shot.select("lobby");
          shot.window.loop().dispatch(new Action.Extend(Action.Way.RIGHT));
          shot.port.situation =
              shot.port.situation.withTroubles(
                  new Troubles(
                      Optional.of(new Troubles.Chaos("rooms", 2, 42, 17)),
                      List.of(new Troubles.Load("erlang", "erlang", 200, 12_400)),
                      List.of(new Troubles.Slow("erlang", "erlang", 40))));
          shot.pulse(1);
          shot.world.crash(shot.world.pid("rooms"), "random", ExitReason.Atom.KILLED);
          shot.pulse(30);
          shot.window.loop().dispatch(new Action.Ask(Action.Question.TRAFFIC));
          shot.pulse(2);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false", "1920, 1080, true", "1920, 1080, false"})
  void aStoryInSlowMotion(int width, int height, boolean dark) throws Exception {
    take(
        "story",
        width,
        height,
        dark,
        shot -> {
          minute(shot);
          shot.select("bob");
          shot.port.situation = shot.port.situation.withTempo(new Tempo.Messages(1));
          shot.pulse(1);
          shot.world.crash(shot.world.pid("sessions"), "bob", Scenes.DIVIDED);
          shot.pulse(70);
        });
  }

  @Test
  void aZombieInACrowd() throws Exception {
    take(
        "zombie-crowd",
        1280,
        800,
        true,
        shot -> {
          Scenes.crowd(shot.world, 40, 30);
          shot.pulse(1);
          for (int i = 0; i < 6; i++) {
            shot.world.haunt(shot.world.pid("pool-" + i * 7), "w" + i * 7 + "-" + i * 3);
          }
          shot.pulse(1);
          shot.now += 10_000_000_000L;
          shot.pulse(2);
        });
  }

  @Test
  void afterARestart() throws Exception {
    take(
        "restarted",
        1280,
        800,
        true,
        shot -> {
          minute(shot);
          shot.select("presence");
          shot.world.crash(shot.world.pid("rooms"), "lobby", Scenes.DIVIDED);
          shot.world.crash(shot.world.pid("sessions"), "bob", Scenes.DIVIDED);
          shot.pulse(70);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1280, 800, false"})
  void nothingOpen(int width, int height, boolean dark) throws Exception {
    take(
        "empty",
        width,
        height,
        dark,
        shot -> shot.port.situation = understudy.viewmodel.Situation.NOTHING);
  }

  @Test
  void aMessageThatDoesNotParse() throws Exception {
    take(
        "form",
        1280,
        800,
        true,
        shot -> {
          minute(shot);
          shot.select("lobby");
          shot.port.situation =
              shot.port.situation.withNotice(
                  java.util.Optional.of(
                      new understudy.viewmodel.Notice(
                          1,
                          true,
                          "lesson 'dining.json', line 14, column 13: unknown strategy"
                              + " 'one_for_most'; expected one_for_one, one_for_all or"
                              + " rest_for_one")));
          shot.window.loop().dispatch(new Action.Ask(Action.Question.SEND));
          var lobby = shot.world.pid("lobby");
          shot.window
              .loop()
              .dispatch(
                  new Action.Edit(
                      new understudy.viewmodel.Form.Send(lobby, "lobby", "{say, \"hello\"")));
          shot.pulse(1);
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, true", "1920, 1080, false"})
  void tenThousand(int width, int height, boolean dark) throws Exception {
    take(
        "crowd",
        width,
        height,
        dark,
        shot -> {
          Scenes.crowd(shot.world, 100, 100);
          shot.pulse(1);
          shot.now += 10_000_000_000L;
          for (int i = 0; i < 40; i++) {
            var id = "w" + (i * 7 % 100) + "-" + (i * 13 % 100);
            shot.world.crash(shot.world.pid("pool-" + i * 7 % 100), id, Scenes.DIVIDED);
          }
          shot.pulse(50);
        });
  }

  @Test
  void ahundredAndThirty() throws Exception {
    take(
        "hundred",
        1280,
        800,
        true,
        shot -> {
          Scenes.crowd(shot.world, 12, 10);
          shot.pulse(3);
          shot.select("w3-4");
          int pointed = shot.window.loop().frame().field().slot(20);
          shot.window.loop().dispatch(new Action.Point(pointed));
          shot.pulse(1);
        });
  }

  @ParameterizedTest
  @CsvSource({"SPAWN", "CRASH"})
  void aFormOverTheGestures(Action.Question question) throws Exception {
    take(
        "form-" + question.name().toLowerCase(java.util.Locale.ROOT),
        1280,
        800,
        question == Action.Question.CRASH,
        shot -> {
          minute(shot);
          shot.select("rooms");
          shot.world.giveUp(shot.world.pid("sessions"), "bob", 4, 3, 5);
          shot.world.die(shot.world.pid("archive"), ExitReason.atom("boom"));
          shot.pulse(60);
          shot.window.loop().dispatch(new Action.Ask(question));
          shot.pulse(1);
        });
  }
}
