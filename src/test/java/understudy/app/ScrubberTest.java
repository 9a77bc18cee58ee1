package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.ui.MainWindow;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventLine;

/// Drags the scrubber of the real window over a lesson that goes on, and over a recording.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ScrubberTest extends Played {
  @TempDir static Path folder = Path.of("");

  @Start
  void start(Stage stage) {
    show(stage, "chat", MainWindow.load(session), 1200, 800);
  }

  /// Where on the screen the scrubber is `share` along.
  private static Point2D at(FxRobot robot, double share) {
    Node bar = robot.lookup("#scrubber").query();
    Bounds bounds = onFx(() -> bar.localToScreen(bar.getLayoutBounds()));
    return new Point2D(
        bounds.getMinX() + 7 + share * (bounds.getWidth() - 14), bounds.getCenterY());
  }

  private void drag(FxRobot robot, double from, double to) {
    robot.moveTo(at(robot, from)).press(MouseButton.PRIMARY);
    for (int step = 1; step <= 5; step++) {
      robot.moveTo(at(robot, from + (to - from) * step / 5));
      play(0.1);
    }
    robot.release(MouseButton.PRIMARY);
    play(0.1);
  }

  private String newestLine(FxRobot robot) {
    TableView<EventLine> events = robot.lookup("#events").query();
    return onFx(() -> events.getItems().isEmpty() ? "" : events.getItems().getLast().text());
  }

  private static double seconds(String moment) {
    String first = first(moment);
    int colon = first.indexOf(':');
    return Integer.parseInt(first.substring(0, colon)) * 60
        + Double.parseDouble(first.substring(colon + 1));
  }

  private static String first(String moment) {
    return moment.substring(0, moment.indexOf(' '));
  }

  private void crash(FxRobot robot) {
    robot.clickOn("#crash");
    play(0.2);
    robot.clickOn("#formSubmit");
    play(0.1);
    robot.clickOn("#momentState");
  }

  @Test
  void everyPaneShowsTheMomentThatIsDraggedToAndTheWorldGoesOn(FxRobot robot) {
    play(8);
    find(robot, "lobby");
    robot.clickOn("#momentState");
    String before = textOf("pid");
    crash(robot);
    play(8);
    String after = textOf("pid");
    assertThat(after).isNotEqualTo(before);
    assertThat(textOf("momentState")).startsWith("live");

    drag(robot, 1, 0.3);
    assertThat(textOf("momentState")).startsWith("in the past");
    assertThat(seconds(textOf("moment"))).isBetween(3.0, 7.0);
    assertThat(textOf("pid")).isEqualTo(before);
    assertThat(textOf("restarts")).isEqualTo("0");
    assertThat(newestLine(robot)).doesNotContain("crashed");
    assertThat(onFx(() -> robot.lookup("#crash").query().isDisabled())).isFalse();
    String moment = first(textOf("moment"));
    play(3);
    assertThat(first(textOf("moment"))).isEqualTo(moment);

    robot.clickOn("#now");
    play(0.1);
    assertThat(textOf("momentState")).startsWith("live");
    assertThat(textOf("pid")).isEqualTo(after);
    assertThat(seconds(textOf("moment"))).isGreaterThan(19);
  }

  @Test
  void keysGoBackAndForthByEventAndByCrash(FxRobot robot) {
    play(8);
    find(robot, "lobby");
    robot.clickOn("#momentState");
    crash(robot);
    play(4);
    robot.push(KeyCode.SHIFT, KeyCode.COMMA);
    play(0.1);
    assertThat(textOf("momentState")).startsWith("in the past");
    assertThat(newestLine(robot)).contains("lobby");
    double crashed = seconds(textOf("moment"));
    robot.push(KeyCode.COMMA).push(KeyCode.COMMA);
    play(0.1);
    assertThat(seconds(textOf("moment"))).isLessThanOrEqualTo(crashed);
    robot.push(KeyCode.SHIFT, KeyCode.PERIOD);
    play(0.1);
    assertThat(seconds(textOf("moment"))).isEqualTo(crashed);
    robot.type(KeyCode.HOME);
    play(0.1);
    assertThat(seconds(textOf("moment"))).isLessThan(0.1);
    robot.type(KeyCode.END);
    play(0.1);
    assertThat(textOf("momentState")).startsWith("live");
  }

  @Test
  void aRecordingIsScrubbedAndPlayedLikeALesson(FxRobot robot) {
    play(4);
    robot.clickOn("#record");
    play(6);
    robot.clickOn("#record");
    play(0.1);
    Path file = folder.resolve("mine.understudy");
    session.carryOut(new Effect.SaveRecording(file));
    session.carryOut(new Effect.Open(file));
    play(0.2);
    assertThat(textOf("momentState")).startsWith("event ");
    assertThat(textOf("now")).isEqualTo("To the end");
    drag(robot, 1, 0.7);
    double moment = seconds(textOf("moment"));
    assertThat(moment).isBetween(6.0, 9.0);
    robot.clickOn("#play");
    play(1);
    assertThat(seconds(textOf("moment"))).isBetween(moment + 0.8, moment + 1.6);
    drag(robot, 0.7, 1.2);
    assertThat(onFx(() -> robot.lookup("#now").query().isDisabled())).isTrue();
  }
}
