package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import understudy.ui.MainWindow;
import understudy.ui.OnStage;
import understudy.viewmodel.Effect;

/// A test of the real window over a session whose time passes only by [#play(double)].
abstract class Played extends OnStage {
  private static final long TURN_NANOS = 10_000_000;
  private static final int TURNS = 10;

  final List<String> clipboard = new ArrayList<>();
  final Session session = new Session(1, clipboard::add, new RecentFiles(Optional.empty()));
  private long now = 1;

  /// Opens a lesson and puts a window of this size on the stage. For the FX thread.
  final void show(Stage stage, String lesson, MainWindow opened, double width, double height) {
    session.carryOut(new Effect.OpenLesson(lesson));
    show(stage, opened, width, height);
  }

  @AfterEach
  final void close() {
    session.close();
  }

  /// Lets so many seconds pass for session and window, at least a tenth.
  final void play(double seconds) {
    WaitForAsyncUtils.waitForFxEvents();
    for (int tenth = 0; tenth < Math.max(1, seconds * 10); tenth++) {
      onFx(() -> {
        for (int i = 0; i < TURNS; i++) {
          session.pass(TURN_NANOS);
          now += TURN_NANOS;
          window().pulse(now);
        }
        return true;
      });
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Finds a process by its name, which selects it.
  final void find(FxRobot robot, String name) {
    robot.doubleClickOn("#find").write(name);
    play(0.2);
    robot.type(KeyCode.ENTER);
    play(0.3);
    assertThat(textOf("name")).isEqualTo(name);
  }
}
