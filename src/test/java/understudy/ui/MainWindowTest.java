package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.event.ExitReason;
import understudy.event.RestartType;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Notice;
import understudy.viewmodel.Phase;

/// Clicks and types as a person does, on a made-up chat of twelve processes.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class MainWindowTest extends Staged {
  // The headless screen has 1000 x 1000 pixels.
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 900;

  private final FileAsker asker =
      new FileAsker() {
        @Override
        public Optional<Path> whatToOpen(Window owner) {
          return Optional.of(Path.of("evening.understudy"));
        }

        @Override
        public Optional<Path> whereToSave(Window owner) {
          return Optional.of(Path.of("mine.understudy"));
        }
      };

  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port, asker), WIDTH, HEIGHT);
  }

  @Test
  void aClickOnACardInspectsTheProcess(FxRobot robot) {
    select(robot, "lobby");
    assertThat(textOf("name")).isEqualTo("lobby");
    assertThat(textOf("pid")).isEqualTo("<0.3.0>");
    assertThat(textOf("fact-supervisor")).isEqualTo("rooms");
    assertThat(textOf("fact-behaviour")).isEqualTo("room");
  }

  @Test
  void whoIsBlockedIsToldFromWhoWaitsInTheInspectorToo(FxRobot robot) {
    port.world.block(port.world.pid("lobby"));
    select(robot, "lobby");
    assertThat(textOf("phase")).isEqualTo("blocked");
    assertThat(onFx(() -> List.copyOf(node("phase").getStyleClass()))).contains("phase-busy");
    select(robot, "elixir");
    assertThat(onFx(() -> List.copyOf(node("phase").getStyleClass()))).contains("phase-well");
  }

  @Test
  void theContextMenuKills(FxRobot robot) {
    robot.clickOn(placeOf("lobby"), MouseButton.SECONDARY);
    robot.clickOn("#menuCrash");
    robot.clickOn("#menu-crash-kill");
    assertThat(port.effects)
        .containsExactly(new Effect.Crash(port.world.pid("lobby"), new CrashWay.Kill()));
  }

  @Test
  void aMessageThatDoesNotParseIsExplainedBesideTheField(FxRobot robot) {
    select(robot, "lobby");
    robot.clickOn("#send");
    pulse();
    robot.eraseText(4).write("{say, \"hello\"");
    pulse();
    assertThat(textOf("formProblem"))
        .isEqualTo("column 14: the { at column 1 is never closed; add }");
    robot.type(KeyCode.ENTER);
    assertThat(port.effects).isEmpty();
    robot.write("}").type(KeyCode.ENTER);
    pulse();
    var said = ExitReason.tuple(ExitReason.atom("say"), new ExitReason.Text("hello"));
    assertThat(port.effects).containsExactly(new Effect.Send(port.world.pid("lobby"), said));
    assertThat(isShown("form")).isFalse();
  }

  @Test
  void aChildIsSpawnedUnderTheSelectedSupervisor(FxRobot robot) {
    select(robot, "rooms");
    robot.clickOn("#spawn");
    pulse();
    assertThat(textOf("formTitle")).isEqualTo("Spawn a child of rooms");
    robot.clickOn("#formField").write("kitchen");
    robot.clickOn("#formSubmit");
    assertThat(port.effects)
        .containsExactly(
            new Effect.Spawn(port.world.pid("rooms"), "room", RestartType.PERMANENT, "kitchen"));
  }

  @Test
  void aCrashFormSendsAnExitReason(FxRobot robot) {
    select(robot, "lobby");
    robot.clickOn("#crash");
    pulse();
    robot.clickOn("#wayExit");
    robot.clickOn("#formField").eraseText(20).write("{shutdown, tea}");
    robot.clickOn("#formSubmit");
    var reason = ExitReason.tuple(ExitReason.Atom.SHUTDOWN, ExitReason.atom("tea"));
    assertThat(port.effects)
        .containsExactly(new Effect.Crash(port.world.pid("lobby"), new CrashWay.Exit(reason)));
  }

  @Test
  void keysDoWhatTheButtonsDo(FxRobot robot) {
    select(robot, "lobby");
    var lobby = port.world.pid("lobby");
    robot.type(KeyCode.K, KeyCode.U, KeyCode.DELETE, KeyCode.SPACE, KeyCode.N);
    assertThat(port.effects)
        .containsExactly(
            new Effect.Crash(lobby, new CrashWay.Kill()),
            new Effect.Suspend(lobby),
            new Effect.Stop(lobby),
            new Effect.Pause(),
            new Effect.StepOnce());
  }

  @Test
  void keysWorkBeforeAnythingWasClicked(FxRobot robot) {
    pulse();
    robot.type(KeyCode.SPACE, KeyCode.DOWN);
    pulse();
    assertThat(port.effects).containsExactly(new Effect.Pause());
    assertThat(textOf("name")).isEqualTo("chat");
  }

  @Test
  void theKeyThatOpensAFormLeavesItsFieldAlone(FxRobot robot) {
    select(robot, "lobby");
    robot.type(KeyCode.C);
    pulse();
    assertThat(onFx(() -> ((TextField) node("formField")).getText())).isEqualTo("crashed by hand");
    robot.write("oops").type(KeyCode.ENTER);
    assertThat(port.effects)
        .containsExactly(new Effect.Crash(port.world.pid("lobby"), new CrashWay.Raise("oops")));
  }

  @Test
  void arrowsMoveTheSelection(FxRobot robot) {
    select(robot, "lobby");
    robot.type(KeyCode.RIGHT);
    pulse();
    assertThat(textOf("name")).isEqualTo("elixir");
    robot.type(KeyCode.UP);
    pulse();
    assertThat(textOf("name")).isEqualTo("rooms");
  }

  @Test
  void lettersInATextFieldStayThere(FxRobot robot) {
    select(robot, "lobby");
    robot.clickOn("#find").write("kcm ");
    assertThat(port.effects).isEmpty();
  }

  @Test
  void findingSelectsTheNextWithEnter(FxRobot robot) {
    placeOf("lobby");
    robot.push(KeyCode.CONTROL, KeyCode.F).write("carl");
    pulse();
    assertThat(textOf("findCount")).isEqualTo("1 found");
    robot.type(KeyCode.ENTER);
    pulse();
    assertThat(textOf("name")).isEqualTo("carla");
  }

  @Test
  void theThemeChanges(FxRobot robot) {
    String before = onFx(() -> scene().getUserAgentStylesheet());
    robot.clickOn("#theme");
    assertThat(onFx(() -> scene().getUserAgentStylesheet())).isNotEqualTo(before);
    robot.push(KeyCode.CONTROL, KeyCode.T);
    assertThat(onFx(() -> scene().getUserAgentStylesheet())).isEqualTo(before);
  }

  @Test
  void aCrashIsSeenInTheSamePlaceWithItsCountAndToldInTheList(FxRobot robot) {
    var before = placeOf("lobby");
    select(robot, "lobby");
    port.world.crash(port.world.pid("rooms"), "lobby", Scenes.DIVIDED);
    assertThat(placeOf("lobby")).isEqualTo(before);
    assertThat(textOf("pid")).isEqualTo("<0.13.0>");
    assertThat(textOf("fact-restarts")).isEqualTo("1 (before: <0.3.0>)");
    assertThat(textOf("lastExit")).isEqualTo("ArithmeticException: / by zero");
    assertThat(textOf("restarts")).isEqualTo("1");
    var last =
        onFx(() -> {
          var table = (TableView<?>) node("events");
          return table.getItems().getLast().toString();
        });
    assertThat(last).contains("rooms restarts lobby (one_for_one, 1 of 5 in 10 s)");
  }

  @Test
  void theDeadCannotBeCrashedAgain(FxRobot robot) {
    select(robot, "lobby");
    port.world.die(port.world.pid("lobby"), ExitReason.atom("boom"));
    pulse();
    assertThat(onFx(() -> node("crash").isDisabled())).isTrue();
    assertThat(textOf("phase")).isEqualTo(Phase.DOWN.words());
  }

  @Test
  void theWheelZoomsAndFitComesBack(FxRobot robot) {
    var before = placeOf("lobby");
    robot.moveTo(before).scroll(5);
    assertThat(placeOf("ann")).isNotNull();
    assertThat(onFx(() -> window().loop().desk().camera().fitting())).isFalse();
    robot.clickOn("#zoomFit");
    assertThat(placeOf("lobby")).isEqualTo(before);
  }

  @Test
  void draggingMovesThePicture(FxRobot robot) {
    var before = placeOf("lobby");
    robot.drag(before).dropBy(40, 25);
    var after = placeOf("lobby");
    assertThat(after.getX() - before.getX()).isGreaterThan(20);
    assertThat(after.getY() - before.getY()).isGreaterThan(10);
  }

  @Test
  void aNoticeIsShownUntilItIsDismissed(FxRobot robot) {
    port.situation =
        port.situation.withNotice(
            Optional.of(new Notice(1, true, "file 'x': expected a recording")));
    pulse();
    assertThat(isShown("notice")).isTrue();
    assertThat(textOf("noticeText")).isEqualTo("file 'x': expected a recording");
    robot.clickOn("#dismiss");
    assertThat(port.effects).containsExactly(new Effect.DismissNotice());
  }

  @Test
  void recordingIsStartedSavedAndAnotherOneOpened(FxRobot robot) {
    pulse();
    robot.clickOn("#record");
    port.situation = port.situation.withRecording(true, 12);
    pulse();
    assertThat(textOf("record")).isEqualTo("Recording 12");
    robot.push(KeyCode.CONTROL, KeyCode.R);
    robot.push(KeyCode.CONTROL, KeyCode.S);
    port.situation = port.situation.withRecording(false, 12);
    pulse();
    robot.clickOn("#save").clickOn("#open");
    assertThat(port.effects)
        .containsExactly(
            new Effect.StartRecording(),
            new Effect.StopRecording(),
            new Effect.SaveRecording(Path.of("mine.understudy")),
            new Effect.Open(Path.of("evening.understudy")));
  }

  @Test
  void onlyCrashesCanBeListed(FxRobot robot) {
    placeOf("lobby");
    port.world.crash(port.world.pid("rooms"), "lobby", Scenes.DIVIDED);
    robot.clickOn("#onlyCrashes");
    pulse();
    assertThat(onFx(() -> ((TableView<?>) node("events")).getItems()).toString())
        .contains("crashed: ArithmeticException")
        .doesNotContain("restarts lobby");
  }

  @Test
  void theNewestEventIsSeenAndNoRowIsCut() {
    for (int i = 0; i < 40; i++) {
      port.world.crash(port.world.pid("rooms"), "lobby", Scenes.DIVIDED);
    }
    pulse();
    var table = (TableView<?>) node("events");
    var flow = onFx(() -> Flow.of(table).orElseThrow());
    var last = onFx(flow::getLastVisibleCell);
    assertThat(last.getIndex()).isEqualTo(table.getItems().size() - 1);
    assertThat(last.getLayoutY() + last.getHeight()).isEqualTo(flow.getHeight());
    assertThat(onFx(() -> flow.getFirstVisibleCell().getLayoutY())).isZero();
  }

  @Test
  void everyButtonSaysWhatItIs() {
    pulse();
    var silent =
        onFx(() ->
            scene().getRoot().lookupAll(".button").stream()
                .map(Labeled.class::cast)
                .filter(b -> b.getText() == null || b.getText().isEmpty())
                .filter(b -> b.getAccessibleText() == null)
                .map(b -> b.getId())
                .toList());
    assertThat(silent).isEmpty();
  }
}
