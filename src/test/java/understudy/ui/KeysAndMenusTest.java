package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import understudy.viewmodel.Command;
import understudy.viewmodel.Command.Topic;
import understudy.viewmodel.KeySheet;

/// The menus, the sheet of keys and the keys themselves say the same.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class KeysAndMenusTest {
  private @Nullable Scene shown;

  @Start
  void start(Stage stage) {
    var port = new FakePort();
    Scenes.chat(port.world);
    var window = MainWindow.load(port);
    shown = window.scene(1000, 900);
    stage.setScene(shown);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    window.pulse(1_000_000_000L);
  }

  private Scene scene() {
    return Objects.requireNonNull(shown);
  }

  private static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (Menu menu : ((MenuBar) scene().lookup("#menuBar")).getMenus()) {
      menu.getItems().stream().filter(each -> each.getUserData() != null).forEach(items::add);
    }
    return items;
  }

  @Test
  void anItemOfAMenuShowsTheKeyOfItsCommand() {
    var items = onFx(this::items);
    assertThat(items).hasSizeGreaterThan(20);
    for (MenuItem item : items) {
      var command = Command.named((String) item.getUserData());
      assertThat(item.getText()).as(command.id()).isNotBlank();
      if (command.keys().isEmpty()) {
        assertThat(item.getAccelerator()).as(command.id()).isNull();
      } else {
        assertThat(item.getAccelerator()).isEqualTo(Keys.keys(command).getFirst());
      }
    }
  }

  @Test
  void aKeyThatWorksEverywhereIsKnownToTheScene() {
    var keys = onFx(() -> List.copyOf(scene().getAccelerators().keySet()));
    for (Command command : Command.withKeys()) {
      assertThat(keys.containsAll(Keys.keys(command)))
          .as(command.keys())
          .isEqualTo(command.isGlobal());
    }
  }

  @Test
  void theSheetOfKeysShowsEveryLineAndFitsIntoTheWindow(FxRobot robot) {
    robot.type(KeyCode.F1);
    List<String> words =
        onFx(() -> {
          List<String> found = new ArrayList<>();
          scene().lookup("#keys").lookupAll(".label").stream()
              .map(each -> ((Labeled) each).getText())
              .forEach(found::add);
          return found;
        });
    for (Topic topic : Topic.values()) {
      for (var row : KeySheet.rows(topic)) {
        assertThat(words).contains(row.keys(), Texts.get(row.words()));
      }
    }
    var close = onFx(() -> scene().lookup("#keysClose"));
    var sheet = onFx(() -> close.localToScene(close.getLayoutBounds()));
    assertThat(sheet.getMaxY()).isLessThan(900);
    assertThat(sheet.getMaxX()).isLessThan(1000);
  }

  @Test
  void whatTheWindowDoesAloneIsDoneBySomebody() {
    var commander = new Commander(new WindowLoop(new FakePort()), new Arranger(Keeper.NOTHING));
    assertThat(commander.isWhole()).isFalse();
    assertThat(onFx(() -> MainWindow.load(new FakePort()).isWhole())).isTrue();
  }

  @Test
  void everyCommandHasWords() {
    for (Command command : Command.fixed()) {
      assertThat(PromptPane.words(command)).isNotBlank();
      assertThat(Texts.BUNDLE.containsKey("need." + command.need().name())).isTrue();
    }
  }
}
