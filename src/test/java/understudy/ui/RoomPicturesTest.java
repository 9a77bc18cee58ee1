package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.event.ExitReason;
import understudy.viewmodel.Action;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Words;

/// Takes the window's picture as a room sees it: every size, both themes, every state that the
/// panes know.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class RoomPicturesTest {
  private static final Path SCREENS = Path.of("target", "screens");

  /// What a picture shows.
  enum State {
    EMPTY,
    OPENING,
    FAILED,
    FIRST_RUN,
    TWELVE,
    TABLE,
    BESIDE,
    LEFT,
    BARE,
    PRESENTING,
    KEYS
  }

  /// One picture.
  record Take(State state, int width, int height, int scale, boolean dark) {}

  static List<Take> takes() {
    List<Take> takes = new ArrayList<>();
    for (State state : State.values()) {
      takes.add(new Take(state, 1440, 900, 100, true));
    }
    for (State state : List.of(State.TWELVE, State.TABLE, State.FIRST_RUN, State.KEYS)) {
      takes.add(new Take(state, 1280, 800, 100, false));
      takes.add(new Take(state, 1920, 1080, 200, true));
    }
    takes.add(new Take(State.TWELVE, 1920, 1080, 100, true));
    takes.add(new Take(State.PRESENTING, 1920, 1080, 100, false));
    takes.add(new Take(State.PRESENTING, 1280, 800, 200, true));
    takes.add(new Take(State.TWELVE, 1440, 900, 200, false));
    takes.add(new Take(State.TWELVE, 1280, 800, 200, true));
    takes.add(new Take(State.TABLE, 1440, 900, 300, true));
    return takes;
  }

  @Start
  void start(Stage unused) {}

  @ParameterizedTest
  @MethodSource("takes")
  void everyState(Take take) throws Exception {
    String name =
        "%s-%d-%d-%s.png"
            .formatted(
                Words.key(take.state()),
                take.width(),
                take.scale(),
                take.dark() ? "dark" : "light");
    Files.createDirectories(SCREENS);
    var picture = WaitForAsyncUtils.asyncFx(() -> picture(take)).get();
    Pngs.write(picture, SCREENS.resolve(name));
    assertThat(Files.size(SCREENS.resolve(name))).isGreaterThan(5_000);
  }

  private static javafx.scene.image.WritableImage picture(Take take) {
    var left =
        Arrangement.FIRST
            .update(new Change.Theme(take.dark()))
            .update(new Change.ScaleTo(take.scale()))
            .update(new Change.Welcome(take.state() != State.FIRST_RUN));
    var port = new FakePort();
    var window = MainWindow.load(port, FileAsker.NOBODY, new FakeKeeper(left));
    long[] now = {1_000_000_000L};
    Consumer<Integer> pulse =
        times -> {
          for (int i = 0; i < times; i++) {
            now[0] += 16_000_000;
            window.pulse(now[0]);
          }
        };
    Scene scene = window.scene(take.width(), take.height());
    scene.snapshot(null);
    stage(take.state(), port, window);
    scene.snapshot(null);
    if (take.state() != State.OPENING) {
      pulse.accept(3);
      scene.snapshot(null);
      now[0] += 5_000_000_000L;
      if (take.state() == State.PRESENTING) {
        port.world.crash(port.world.pid("rooms"), "lobby", Scenes.DIVIDED);
        pulse.accept(80);
      }
      pulse.accept(3);
    }
    return scene.snapshot(null);
  }

  private static void stage(State state, FakePort port, MainWindow window) {
    switch (state) {
      case EMPTY -> port.situation = Situation.NOTHING;
      case OPENING -> {}
      case FAILED ->
          port.situation =
              Situation.NOTHING.withNotice(
                  Optional.of(
                      new Notice(
                          1,
                          true,
                          "recording 'evening.understudy' is no recording: expected a file that"
                              + " begins with 'understudy', got 'PK'; open one that Understudy"
                              + " saved")));
      case FIRST_RUN -> Scenes.chat(port.world);
      case TWELVE -> selected(port, window);
      case TABLE -> {
        selected(port, window);
        window.arranger().change(new Change.Show(View.TABLE));
      }
      case BESIDE -> {
        selected(port, window);
        window.arranger().change(new Change.Show(View.BOTH));
      }
      case LEFT -> {
        selected(port, window);
        window.arranger().change(new Change.Dock(Side.LEFT));
        window.arranger().change(new Change.ToggleTimeline());
      }
      case BARE -> {
        selected(port, window);
        window.arranger().change(new Change.ToggleInspector());
        window.arranger().change(new Change.ToggleEvents());
        window.arranger().change(new Change.ToggleTimeline());
        window.arranger().change(new Change.ToggleStrip());
      }
      case PRESENTING -> {
        selected(port, window);
        window.arranger().change(new Change.Present(true));
      }
      case KEYS -> {
        selected(port, window);
        window.scene().lookup("#keys").setVisible(true);
        window.scene().lookup("#keys").setManaged(true);
      }
    }
  }

  private static void selected(FakePort port, MainWindow window) {
    var world = Scenes.chat(port.world);
    Scenes.talk(world);
    window.pulse(500_000_000L);
    var reason =
        ExitReason.crash(
            new ExitReason.Text("ArithmeticException: / by zero"),
            """
            at app//chat.Room.share(Room.java:42)
            at app//chat.Room.handle(Room.java:17)
            at understudy.otp.GenServerProcess.step(GenServerProcess.java:90)
            at understudy.runtime.Cell.run(Cell.java:77)\
            """);
    world.pass(20_000);
    world.crash(world.pid("rooms"), "lobby", reason);
    for (int i = 0; i < 60; i++) {
      world.pass(500);
      world.say(world.pid("ann"), world.pid("lobby"));
      if (i % 4 == 0) {
        world.send(world.pid("lobby"), 3);
        window.pulse(500_000_000L);
      }
    }
    var found = window.loop().frame().field();
    for (int row = 0; row < found.size(); row++) {
      if (found.pid(row) == world.pid("lobby").number()) {
        window.loop().dispatch(new Action.Select(found.slot(row), false));
      }
    }
    window.pulse(600_000_000L);
  }
}
