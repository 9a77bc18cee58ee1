package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Effect;

/// Opens a file again from the menu.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class RecentMenuTest {
  private static final Path FIRST = Path.of("lessons", "my_own.yaml").toAbsolutePath();
  private static final Path HOSTILE = Path.of("lessons", "gnp\u202Ecod.yaml").toAbsolutePath();

  private final FakePort port = new FakePort();
  private final FakeKeeper keeper = new FakeKeeper(Arrangement.FIRST);

  @Start
  void start(Stage stage) {
    keeper.recent.add(FIRST);
    keeper.recent.add(HOSTILE);
    Scenes.chat(port.world);
    var window = MainWindow.load(port, FileAsker.NOBODY, keeper);
    stage.setScene(window.scene(1000, 700));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    window.pulse(1);
  }

  @Test
  void aFileOfTheListIsOpenedByItsName(FxRobot robot) {
    robot.clickOn("#menuFile").clickOn("#menuRecent");
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#recent-0");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(port.effects).contains(new Effect.Open(FIRST));
  }

  @Test
  void aNameTurnsNoLineRound(FxRobot robot) {
    robot.clickOn("#menuFile").clickOn("#menuRecent");
    WaitForAsyncUtils.waitForFxEvents();
    var bar = robot.lookup("#menuBar").<MenuBar>query();
    var texts =
        bar.getMenus().getFirst().getItems().stream()
            .filter(item -> "menuRecent".equals(item.getId()))
            .flatMap(item -> ((Menu) item).getItems().stream())
            .map(MenuItem::getText)
            .toList();
    assertThat(texts).hasSize(2);
    assertThat(texts.getFirst()).startsWith("my_own.yaml · ");
    assertThat(texts.getLast()).startsWith("gnp\uFFFDcod.yaml").doesNotContain("\u202E");
  }
}
