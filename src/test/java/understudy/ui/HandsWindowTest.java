package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.event.Pid;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Tempo;
import understudy.viewmodel.Troubles;

/// The command palette, trouble, several processes at once and the pace, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class HandsWindowTest extends Staged {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 900;

  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port), WIDTH, HEIGHT);
  }

  private Pid pid(String id) {
    return port.world.pid(id);
  }

  private void trouble(Troubles troubles) {
    port.situation = port.situation.withTroubles(troubles);
    pulse();
  }

  @Test
  void theKeyboardAloneFindsAProcess(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.K);
    pulse();
    assertThat(isShown("prompt")).isTrue();
    robot.write("carl");
    pulse();
    robot.type(KeyCode.ENTER);
    pulse();
    assertThat(textOf("name")).isEqualTo("carla");
    assertThat(isShown("prompt")).isFalse();
    robot.type(KeyCode.K);
    assertThat(port.effects).containsExactly(new Effect.Crash(pid("carla"), new CrashWay.Kill()));
  }

  @Test
  void enterRightAfterTypingWaitsForWhatIsFound(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.K).write("archi").type(KeyCode.ENTER);
    pulse();
    assertThat(textOf("name")).isEqualTo("archive");
  }

  @Test
  void thePaletteDoesWhatHasAName(FxRobot robot) {
    select(robot, "rooms");
    robot.clickOn("#commands");
    pulse();
    robot.write("whole sub");
    pulse();
    robot.type(KeyCode.ENTER);
    assertThat(port.effects).containsExactly(new Effect.CrashTree(pid("rooms")));
  }

  @Test
  void arrowsChooseARowAndEscapeLeavesThePalette(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.K).write("er");
    pulse();
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
    pulse();
    assertThat(onFx(() -> window().loop().desk().hands().prompt().at())).isEqualTo(1);
    robot.type(KeyCode.ESCAPE);
    pulse();
    assertThat(isShown("prompt")).isFalse();
    assertThat(port.effects).isEmpty();
  }

  @Test
  void aClickTakesARow(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.K).write("elixir");
    pulse();
    robot.clickOn("<0.4.0>");
    pulse();
    assertThat(textOf("name")).isEqualTo("elixir");
  }

  @Test
  void numbersAndArrowsSetThePace(FxRobot robot) {
    pulse();
    robot.type(KeyCode.DIGIT1).push(KeyCode.CONTROL, KeyCode.DOWN);
    robot.push(KeyCode.CONTROL, KeyCode.UP).push(KeyCode.CONTROL, KeyCode.RIGHT);
    assertThat(port.effects)
        .containsExactly(
            new Effect.Speed(new Tempo.Messages(1)),
            new Effect.Speed(new Tempo.Messages(100)),
            new Effect.Speed(new Tempo.Times(2)),
            new Effect.StepOnce());
  }

  @Test
  void thePaceAndTheHeldWorldAreSaid(FxRobot robot) {
    port.situation = port.situation.withTempo(new Tempo.Messages(3));
    pulse();
    assertThat(textOf("speedText")).isEqualTo("3 messages/s");
    assertThat(textOf("slowMotion")).isEqualTo("Slow motion: 3 messages/s");
    robot.clickOn("#slowMotion-end");
    port.situation = port.situation.withPaused(true);
    pulse();
    assertThat(textOf("held")).isEqualTo("Held: 0 messages wait, nothing is dropped");
    robot.clickOn("#held-end");
    assertThat(port.effects)
        .containsExactly(new Effect.Speed(new Tempo.Times(1)), new Effect.Play());
  }

  @Test
  void chaosIsLetLooseSeenAndEndedByOneClick(FxRobot robot) {
    select(robot, "sessions");
    robot.type(KeyCode.X);
    pulse();
    robot.eraseText(3).write("2");
    robot.clickOn("#formRate").eraseText(4).write("77");
    robot.clickOn("#formSubmit");
    assertThat(port.effects).containsExactly(new Effect.Chaos(pid("sessions"), 2, 77));
    trouble(
        new Troubles(Optional.of(new Troubles.Chaos("sessions", 2, 77, 5)), List.of(), List.of()));
    assertThat(textOf("chaosOn")).isEqualTo("Chaos in sessions: 2/s, seed 77, 5 killed");
    robot.clickOn("#chaosOn-end");
    assertThat(port.effects.getLast()).isEqualTo(new Effect.EndChaos());
  }

  @Test
  void trafficAndLatencyStartByTheMenuAndEndByOneClick(FxRobot robot) {
    robot.clickOn(placeOf("lobby"), MouseButton.SECONDARY);
    robot.clickOn("#menu-menu-traffic");
    pulse();
    robot.clickOn("#formSubmit");
    pulse();
    robot.type(KeyCode.L);
    pulse();
    robot.clickOn("#formSubmit");
    assertThat(port.effects.stream().map(e -> e.getClass().getSimpleName()))
        .containsExactly("Slow", "Load", "Slow");
    trouble(
        new Troubles(
            Optional.empty(),
            List.of(new Troubles.Load("lobby", "lobby", 50, 1200)),
            List.of(new Troubles.Slow("lobby", "lobby", 40))));
    robot.clickOn("#load-lobby-end").clickOn("#slow-lobby-end");
    assertThat(port.effects.subList(3, 5))
        .containsExactly(new Effect.EndLoad("lobby"), new Effect.EndSlow("lobby"));
  }

  @Test
  void theMenuCrashesAWholeSubtree(FxRobot robot) {
    robot.clickOn(placeOf("rooms"), MouseButton.SECONDARY);
    robot.clickOn("#menuCrash");
    robot.clickOn("#menu-crash-tree");
    assertThat(port.effects).containsExactly(new Effect.CrashTree(pid("rooms")));
  }

  @Test
  void severalAreSelectedWithTheArrowsAndAllAreKilled(FxRobot robot) {
    select(robot, "lobby");
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    pulse();
    assertThat(textOf("picked")).isEqualTo("2 selected");
    robot.type(KeyCode.K);
    assertThat(port.effects)
        .containsExactlyInAnyOrder(
            new Effect.Crash(pid("lobby"), new CrashWay.Kill()),
            new Effect.Crash(pid("elixir"), new CrashWay.Kill()));
    robot.clickOn("#picked-end");
    pulse();
    assertThat(onFx(() -> scene().lookup("#picked") == null)).isTrue();
  }

  @Test
  void aMessageIsDeliveredNextByItsButton(FxRobot robot) {
    port.world.send(pid("lobby"), 3);
    select(robot, "lobby");
    robot.clickOn("#deliver-2");
    assertThat(port.effects).containsExactly(new Effect.Deliver(pid("lobby"), 902));
  }

  /// JavaFX keeps the style of each tip for ever, and letters come and go by the thousand.
  @Test
  void lettersThatComeAndGoMakeNoTips(FxRobot robot) {
    port.world.send(pid("lobby"), 3);
    select(robot, "lobby");
    var first = onFx(() -> ((Button) node("deliver-1")).getTooltip());
    port.world.send(pid("lobby"), 4);
    pulse();
    assertThat(onFx(() -> ((Button) node("deliver-1")).getTooltip())).isSameAs(first);
  }

  /// The headless robot holds no Ctrl while it clicks, so the event is made by hand.
  @Test
  void aClickWithControlSelectsOneMore(FxRobot robot) {
    select(robot, "lobby");
    var at = placeOf("elixir");
    onFx(() -> {
      var tree = node("tree");
      var there = tree.localToScene(tree.screenToLocal(at));
      Event.fireEvent(
          tree,
          new MouseEvent(
              MouseEvent.MOUSE_CLICKED,
              there.getX(),
              there.getY(),
              at.getX(),
              at.getY(),
              MouseButton.PRIMARY,
              1,
              false,
              true,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              true,
              null));
      return true;
    });
    pulse();
    assertThat(textOf("name")).isEqualTo("elixir");
    assertThat(textOf("picked")).startsWith("2 selected");
  }
}
