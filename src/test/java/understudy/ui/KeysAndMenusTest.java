package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.viewmodel.Command;
import understudy.viewmodel.Command.Topic;
import understudy.viewmodel.KeySheet;
import understudy.viewmodel.Notice;

/// The menus, the sheet of keys and the keys themselves say the same.
@ExtendWith(ApplicationExtension.class)
@Timeout(600)
class KeysAndMenusTest extends Staged {
  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port), 1000, 900);
    window().pulse(1_000_000_000L);
  }

  private List<MenuItem> items() {
    return ((MenuBar) scene().lookup("#menuBar"))
        .getMenus().stream().flatMap(KeysAndMenusTest::inside).toList();
  }

  /// {@return the items that stand for a command, those of menus inside it included}
  static Stream<MenuItem> inside(Menu menu) {
    return menu.getItems().stream()
        .flatMap(item -> item instanceof Menu inner ? inside(inner) : Stream.of(item))
        .filter(item -> item.getUserData() != null);
  }

  @Test
  void everyCommandStandsInAMenuOnce() {
    assertThat(onFx(this::items).stream().map(MenuPane::command))
        .containsExactlyInAnyOrderElementsOf(Command.fixed());
  }

  @Test
  void anItemOfAMenuShowsTheKeyOfItsCommand() {
    var items = onFx(this::items);
    for (MenuItem item : items) {
      var command = MenuPane.command(item);
      assertThat(item.getText()).as(command.id()).isNotBlank();
      if (command.keys().isEmpty()) {
        assertThat(item.getAccelerator()).as(command.id()).isNull();
      } else {
        assertThat(item.getAccelerator()).isEqualTo(Keys.keys(command).getFirst());
      }
    }
  }

  @Test
  void aLetterInATextIsNoKey(FxRobot robot) {
    robot.clickOn("#find").write("sky");
    assertThat(onFx(() -> ((TextField) scene().lookup("#find")).getText())).isEqualTo("sky");
    assertThat(onFx(() -> scene().lookup("#notice").isVisible())).isFalse();
    assertThat(port.effects).isEmpty();
    robot.clickOn("#tree").type(KeyCode.K);
    assertThat(onFx(() -> scene().lookup("#notice").isVisible())).isTrue();
  }

  @Test
  void whatHappensAfterARefusalIsToldInItsPlace(FxRobot robot) {
    robot.clickOn("#tree").type(KeyCode.K);
    assertThat(textOf("noticeText")).endsWith(Texts.get("need.PROCESS"));
    port.situation = port.situation.withNotice(Optional.of(new Notice(1, false, "saved")));
    pulse();
    assertThat(textOf("noticeText")).isEqualTo("saved");
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
