package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.ui.FileAsker;
import understudy.ui.MainWindow;
import understudy.viewmodel.Effect;

/// A person's way through the real window onto the real lesson: crash and see it heal, record,
/// save, open again.
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class WindowJourneyTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 900;
  private static final long TURN_NANOS = 10_000_000;

  @TempDir static Path folder = Path.of("");

  private final Session session = new Session(1);
  private @Nullable MainWindow window;
  private @Nullable Scene scene;
  private long now = 1;

  @Start
  void start(Stage stage) {
    session.carryOut(new Effect.OpenLesson("chat"));
    var opened =
        MainWindow.load(
            session,
            new FileAsker() {
              @Override
              public Optional<Path> whatToOpen(Window owner) {
                return Optional.of(folder.resolve("mine.understudy"));
              }

              @Override
              public Optional<Path> whereToSave(Window owner) {
                return Optional.of(folder.resolve("mine.understudy"));
              }
            });
    window = opened;
    scene = opened.scene(WIDTH, HEIGHT);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static <T> T onFx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// Lets the lesson and the window run for so many seconds of the lesson's time.
  private void play(double seconds) {
    WaitForAsyncUtils.waitForFxEvents();
    for (int tenth = 0; tenth < seconds * 10; tenth++) {
      onFx(() -> {
        for (int i = 0; i < 10; i++) {
          session.pass(TURN_NANOS);
          now += TURN_NANOS;
          if (window != null) {
            window.pulse(now);
          }
        }
        return true;
      });
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    return onFx(() -> node instanceof Labeled labeled ? labeled.getText() : String.valueOf(node));
  }

  private void find(FxRobot robot, String name) {
    robot.doubleClickOn("#find").write(name);
    play(0.2);
    robot.type(KeyCode.ENTER);
    play(0.3);
    assertThat(text(robot, "#name")).isEqualTo(name);
  }

  @Test
  void crashesARoomAndSeesItHealAndKeepsItAsARecording(FxRobot robot) {
    play(8);
    robot.clickOn("#record");
    play(0.5);
    find(robot, "lobby");
    String before = text(robot, "#pid");

    robot.clickOn("#crash");
    play(0.2);
    robot.clickOn("#formSubmit");
    play(1);
    String after = text(robot, "#pid");
    assertThat(after).isNotEqualTo(before);
    assertThat(text(robot, "#restarts")).isEqualTo("1");
    assertThat(text(robot, "#lastExit")).isNotBlank();

    robot.clickOn("#record");
    play(0.3);
    robot.clickOn("#save");
    play(0.3);
    robot.type(KeyCode.ESCAPE);
    session.carryOut(new Effect.Open(folder.resolve("mine.understudy")));
    play(0.5);
    assertThat(text(robot, "#source")).contains("mine.understudy");
    find(robot, "lobby");
    assertThat(text(robot, "#pid")).isEqualTo(after);
    assertThat(text(robot, "#restarts")).isEqualTo("1");
  }

  @Test
  void spawnsAChildUnderASupervisor(FxRobot robot) {
    play(2);
    find(robot, "rooms");
    robot.clickOn("#spawn");
    play(0.2);
    robot.clickOn("#formField");
    robot.eraseText(20).write("attic");
    play(0.2);
    robot.type(KeyCode.ENTER);
    play(1);
    find(robot, "attic");
    assertThat(text(robot, "#phase")).isIn("waiting", "running");
  }
}
