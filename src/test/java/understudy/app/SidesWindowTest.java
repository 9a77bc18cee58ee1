package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.ui.MainWindow;
import understudy.viewmodel.Effect;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Level;
import understudy.viewmodel.Sides;

/// A person's way through runs side by side, in the real window on the real lesson.
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
class SidesWindowTest extends Played {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  @Start
  void start(Stage stage) {
    show(stage, "one_for_all", MainWindow.load(session), WIDTH, HEIGHT);
  }

  private boolean shows(String id) {
    return onFx(() -> {
      Node node = scene().lookup(id);
      return node != null && node.isVisible();
    });
  }

  /// Goes on until all is played.
  private void prepare() {
    play(0.1);
    for (int i = 0; i < 2_000 && shows("#sidesPreparing"); i++) {
      play(0.1);
    }
    assertThat(shows("#sidesPreparing")).isFalse();
  }

  private List<String> row(String place, String head) {
    return onFx(() -> {
      @SuppressWarnings("unchecked")
      var table = (TableView<Sides.Row>) scene().lookup("#sidesTable");
      boolean here = false;
      for (var row : table.getItems()) {
        here = row.isHeading() ? row.head().equals(place) : here;
        if (here && row.head().equals(head)) {
          return row.values();
        }
      }
      return List.<String>of();
    });
  }

  private void picture(String name) throws Exception {
    Files.createDirectories(SCREENS);
    Pngs.write(onFx(() -> scene().snapshot(null)), SCREENS.resolve(name + ".png"));
  }

  @Test
  void strategiesAreComparedAndTheStudioIsFoundAgainAsItWas(FxRobot robot) throws Exception {
    play(1);
    String before = textOf("source");
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    prepare();
    assertThat(shows("#sides")).isTrue();
    assertThat(textOf("sideName1")).isEqualTo("one_for_one");
    assertThat(textOf("sideName3")).isEqualTo("rest_for_one");
    assertThat(row("all places", "restarted")).containsExactly("2", "6", "5");
    play(2.5);
    picture("sides-1280-dark");

    robot.type(KeyCode.END);
    play(0.2);
    assertThat(onFx(() -> ((Slider) scene().lookup("#sidesMoment")).getValue())).isGreaterThan(5);
    picture("sides-end-1280-dark");

    robot.clickOn("#sidesChoice3");
    prepare();
    assertThat(shows("#side3")).isFalse();
    assertThat(row("all places", "restarted")).containsExactly("2", "6");

    robot.type(KeyCode.ESCAPE);
    play(0.2);
    assertThat(shows("#sides")).isFalse();
    assertThat(textOf("source")).isEqualTo(before);
  }

  @Test
  void whereNothingDiedItIsSaidWhatToDoFirst(FxRobot robot) {
    session.carryOut(new Effect.OpenLesson("chat"));
    play(3);
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    prepare();
    assertThat(textOf("sidesCost")).contains("Nothing died").contains("crash a process");
  }

  @Test
  void whatHandsDidIsComparedTooAndTheCommandPrintsTheSame(FxRobot robot) throws Exception {
    session.carryOut(new Effect.OpenLesson("chat"));
    play(5);
    select(robot, "lobby");
    robot.clickOn("#crash");
    play(0.2);
    robot.clickOn("#formSubmit");
    play(0.5);
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    prepare();
    robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    assertThat(textOf("sidesWhat")).contains("one thing done by hand");
    play(3);
    assertThat(window().arrangement().dark()).isFalse();
    picture("sides-chat-light");
    robot.clickOn("#sidesCopy");
    play(0.1);
    assertThat(clipboard).hasSize(1);
    var words = RunAgainTest.words(clipboard.getFirst());
    assertThat(words).startsWith("understudy", "compare", "chat", "--seed", "1", "--do");
    var ran = Ran.of(words.subList(1, words.size()).toArray(String[]::new));
    for (String head : List.of("died", "stopped", "restarted", "messages lost", "time down")) {
      assertThat(CompareCommandTest.figures(ran, head)).isEqualTo(row("all places", head));
    }
  }

  @Test
  void aPastEventIsForkedAndBothRunsAreSeen(FxRobot robot) throws Exception {
    session.carryOut(new Effect.OpenLesson("chat"));
    play(4);
    select(robot, "lobby");
    robot.type(KeyCode.K);
    play(2);
    robot.clickOn("#onlyCrashes");
    play(0.3);
    var line =
        robot.lookup("#events .table-row-cell").queryAll().stream()
            .filter(node ->
                ((TableRow<?>) node).getItem() instanceof EventLine at
                    && at.text().contains("lobby")
                    && at.level() == Level.CRASH)
            .findFirst()
            .orElseThrow();
    robot.rightClickOn(line);
    robot.clickOn("#eventsFork");
    play(0.5);
    assertThat(textOf("noticeText")).contains("makes a branch");
    select(robot, "elixir");
    robot.type(KeyCode.K);
    prepare();
    assertThat(textOf("sideName1")).isEqualTo("as it was");
    assertThat(textOf("sideName2")).isEqualTo("elixir killed");
    play(2);
    picture("sides-branches-dark");

    robot.clickOn("#sideRename2").write("without elixir").type(KeyCode.ENTER);
    play(0.2);
    assertThat(textOf("sideName2")).isEqualTo("without elixir");
    robot.clickOn("#sideCopy2");
    play(0.1);
    assertThat(clipboard.getFirst()).contains("kill chat/rooms/elixir");
    robot.type(KeyCode.ESCAPE);
    play(0.2);
    assertThat(shows("#sides")).isFalse();
    robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
    prepare();
    assertThat(shows("#sides")).isTrue();
    robot.clickOn("#sidesClose");
    play(0.2);
    assertThat(shows("#sides")).isFalse();
  }

  /// Finds a process and leaves the focus on the tree.
  private void select(FxRobot robot, String name) {
    find(robot, name);
    onFx(() -> {
      scene().lookup("#tree").requestFocus();
      return true;
    });
  }
}
