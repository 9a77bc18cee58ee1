package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.event.ExitReason;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.EventPage;

/// Reads back in an event list that is longer than what is shown of it.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class EarlierEventsTest {
  private final FakePort port = crashing();
  private @Nullable MainWindow window;
  private @Nullable Scene scene;
  private long now = 1_000_000_000L;

  private static FakePort crashing() {
    var port = new FakePort();
    var top = port.world.root("shop", "one_for_one", 3, 5);
    port.world.worker(top, "till", "till");
    for (int i = 0; i < 800; i++) {
      port.world.pass(10);
      port.world.crash(top, "till", ExitReason.atom("boom"));
    }
    return port;
  }

  @Start
  void start(Stage stage) {
    var opened = MainWindow.load(port);
    window = opened;
    scene = opened.scene(1000, 900);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private static <T> T onFx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void pulse() {
    WaitForAsyncUtils.waitForFxEvents();
    onFx(() -> {
      for (int i = 0; i < 4; i++) {
        now += 1_000_000_000L;
        Objects.requireNonNull(window).pulse(now);
      }
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
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
      VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
      return table.getItems().get(flow.getFirstVisibleCell().getIndex());
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
