package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.ui.FileAsker;
import understudy.ui.MainWindow;
import understudy.viewmodel.Effect;

/// A person's way through the real window onto the real lesson: crash and see it heal, record,
/// save, open again.
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class WindowJourneyTest extends Played {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 900;

  @TempDir static Path folder = Path.of("");

  @Start
  void start(Stage stage) {
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
    show(stage, "chat", opened, WIDTH, HEIGHT);
  }

  @Test
  void crashesARoomAndSeesItHealAndKeepsItAsARecording(FxRobot robot) {
    play(8);
    robot.clickOn("#record");
    play(0.5);
    find(robot, "lobby");
    String before = textOf("pid");

    robot.clickOn("#crash");
    play(0.2);
    robot.clickOn("#formSubmit");
    play(1);
    String after = textOf("pid");
    assertThat(after).isNotEqualTo(before);
    assertThat(textOf("restarts")).isEqualTo("1");
    assertThat(textOf("lastExit")).isNotBlank();

    robot.clickOn("#record");
    play(0.3);
    robot.clickOn("#save");
    play(0.3);
    robot.type(KeyCode.ESCAPE);
    session.carryOut(new Effect.Open(folder.resolve("mine.understudy")));
    play(0.5);
    assertThat(textOf("source")).contains("mine.understudy");
    find(robot, "lobby");
    assertThat(textOf("pid")).isEqualTo(after);
    assertThat(textOf("restarts")).isEqualTo("1");
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
    assertThat(textOf("phase")).isIn("waiting", "running");
  }
}
