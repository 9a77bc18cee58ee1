package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.event.ExitReason;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.EventPage;

/// Reads back in an event list that is longer than what is shown of it.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class EarlierEventsTest extends Staged {
  @Start
  void start(Stage stage) {
    var top = port.world.root("shop", "one_for_one", 3, 5);
    port.world.worker(top, "till", "till");
    for (int i = 0; i < 800; i++) {
      port.world.pass(10);
      port.world.crash(top, "till", ExitReason.atom("boom"));
    }
    show(stage, MainWindow.load(port), 1000, 900);
  }

  private static TableView<EventLine> events(FxRobot robot) {
    return robot.lookup("#events").query();
  }

  private static String count(FxRobot robot) {
    return onFx(() -> robot.lookup("#eventCount").<Labeled>query().getText());
  }

  private EventLine firstInView(FxRobot robot) {
    return onFx(() -> {
      var table = events(robot);
      table.layout();
      int first = Flow.of(table).orElseThrow().getFirstVisibleCell().getIndex();
      return table.getItems().get(first);
    });
  }

  @Test
  void earlierLinesComeAboveAndWhatIsReadStaysInPlace(FxRobot robot) {
    pulse();
    assertThat(onFx(() -> events(robot).getItems().size())).isEqualTo(EventPage.LIMIT);
    assertThat(count(robot)).startsWith("300 of ").doesNotContain("since");
    var newest = onFx(() -> events(robot).getItems().getLast());
    onFx(() -> {
      events(robot).scrollTo(20);
      return true;
    });
    robot.clickOn("#earlierEvents");
    var read = onFx(() -> events(robot).getItems().get(20));
    pulse();
    assertThat(onFx(() -> events(robot).getItems().size())).isEqualTo(3 * EventPage.LIMIT);
    assertThat(count(robot)).startsWith("900 of ");
    assertThat(firstInView(robot)).isEqualTo(read);
    assertThat(onFx(() -> events(robot).getItems().getLast())).isEqualTo(newest);
  }

  @Test
  void whereAllIsThereNothingOffersMore(FxRobot robot) {
    pulse();
    for (int i = 0; i < 3; i++) {
      robot.clickOn("#earlierEvents");
      pulse();
    }
    String[] words = count(robot).split(" ", -1);
    assertThat(words[0]).isEqualTo(words[2]);
    assertThat(onFx(() -> robot.lookup("#earlierEvents").query().isVisible())).isFalse();
    robot.clickOn("#follow");
    robot.clickOn("#follow");
    pulse();
    assertThat(onFx(() -> events(robot).getItems().size())).isEqualTo(EventPage.LIMIT);
  }
}
