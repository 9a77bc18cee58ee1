package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.viewmodel.Situation;

/// What was refused is said where a person looks, and in the same words everywhere.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class NoticeWindowTest extends Staged {
  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port), 1000, 900);
  }

  private boolean isSeen() {
    return onFx(() -> {
      for (Node each = node("notice"); each != null; each = each.getParent()) {
        if (!each.isVisible()) {
          return false;
        }
      }
      var box = node("notice").localToScene(node("notice").getLayoutBounds());
      return box.getWidth() > 0
          && box.getMinX() >= 0
          && box.getMaxX() <= scene().getWidth()
          && box.getMinY() >= 0
          && box.getMaxY() <= scene().getHeight();
    });
  }

  private void refuse(FxRobot robot) {
    robot.type(KeyCode.K);
    pulse();
    assertThat(textOf("noticeText")).endsWith(Texts.get("need.PROCESS"));
  }

  @Test
  void aRefusalIsSeenOverTheTable(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    pulse();
    refuse(robot);
    assertThat(isSeen()).isTrue();
  }

  @Test
  void aRefusalIsSeenInFrontOfARoom(FxRobot robot) {
    pulse();
    robot.type(KeyCode.F5);
    pulse();
    refuse(robot);
    assertThat(isSeen()).isTrue();
  }

  @Test
  void aClickOnItsCrossTakesItAway(FxRobot robot) {
    pulse();
    refuse(robot);
    robot.clickOn("#dismiss");
    pulse();
    assertThat(isShown("notice")).isFalse();
  }

  @Test
  void thePaletteSaysWhyInTheWordsOfTheKey(FxRobot robot) {
    port.situation =
        new Situation(
            "run.understudy",
            false,
            List.of(),
            "",
            List.of(),
            true,
            1,
            false,
            0,
            false,
            "42",
            Optional.empty());
    pulse();
    robot.type(KeyCode.K);
    pulse();
    assertThat(textOf("noticeText")).endsWith(Texts.get("need.REPLAY"));
    robot.push(KeyCode.CONTROL, KeyCode.K).write("kill");
    pulse();
    List<String> words =
        onFx(() ->
            node("prompt").lookupAll(".prompt-path").stream()
                .map(each -> ((Labeled) each).getText())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList());
    assertThat(words).containsExactly(Texts.get("need.REPLAY"));
  }
}
