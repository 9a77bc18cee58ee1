package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
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
import understudy.event.ExitReason;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Layer;
import understudy.viewmodel.Tie;

/// What lies over the tree, and the rectangle that selects, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LayersWindowTest extends Staged {
  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port), 1000, 900);
  }

  private Set<Layer> layers() {
    return onFx(() -> window().arrangement().layers());
  }

  private List<Tie> ties() {
    return onFx(() -> window().loop().frame().overlay().ties());
  }

  @Test
  void aClickShowsLinksAndTheLegendSaysWhatTheyAre(FxRobot robot) {
    pulse();
    assertThat(isShown("legendLinks")).isFalse();
    robot.clickOn("#layerLinks");
    pulse();
    assertThat(ties()).hasSize(1).noneMatch(Tie::monitor);
    assertThat(isShown("legendLinks")).isTrue();
    robot.clickOn("#layerMonitors").clickOn("#layerLinks");
    pulse();
    assertThat(ties()).hasSize(2).allMatch(Tie::monitor);
  }

  @Test
  void keysSwitchLayersAndTheButtonsShowIt(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7).push(KeyCode.CONTROL, KeyCode.DIGIT8);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
    pulse();
    assertThat(layers()).containsExactlyInAnyOrder(Layer.values());
    assertThat(onFx(() -> ((ToggleButton) node("layerRates")).isSelected())).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    assertThat(layers()).containsExactlyInAnyOrder(Layer.MONITORS, Layer.RATES);
  }

  @Test
  void theMenuSwitchesThemToo(FxRobot robot) {
    pulse();
    robot.clickOn("#menuView").clickOn("#viewRates");
    pulse();
    assertThat(layers()).containsExactly(Layer.RATES);
    assertThat(isShown("legendRates")).isTrue();
  }

  @Test
  void controlAndASelectsAllAndOneKeyKillsThemAll(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.A);
    pulse();
    assertThat(onFx(() -> ((Labeled) node("picked")).getText())).isEqualTo("12 selected");
    robot.type(KeyCode.K);
    assertThat(port.effects).hasSize(12).allMatch(e -> e instanceof Effect.Crash);
  }

  @Test
  void inATextFieldControlAndASelectsTheText(FxRobot robot) {
    pulse();
    robot.clickOn("#find").write("lob").push(KeyCode.CONTROL, KeyCode.A).write("x");
    pulse();
    assertThat(onFx(() -> window().loop().desk().find())).isEqualTo("x");
    assertThat(onFx(() -> window().loop().desk().hands().picked())).isEmpty();
  }

  @Test
  void aRectangleSelectsWhoLiesUnderIt() {
    pulse();
    var box =
        onFx(() -> {
          var tree = (TreeCanvas) node("tree");
          var frame = window().loop().frame();
          var first = tree.boundsOf(slot("ann")).orElseThrow();
          var last = tree.boundsOf(slot("bob")).orElseThrow();
          assertThat(frame.total()).isEqualTo(12);
          drag(MouseEvent.MOUSE_PRESSED, first.getMinX() - 3, first.getMinY() - 3);
          drag(MouseEvent.MOUSE_DRAGGED, first.getMaxX(), first.getMaxY());
          drag(MouseEvent.MOUSE_DRAGGED, last.getMaxX() - 2, last.getMaxY() - 2);
          drag(MouseEvent.MOUSE_RELEASED, last.getMaxX() - 2, last.getMaxY() - 2);
          drag(MouseEvent.MOUSE_CLICKED, last.getMaxX() - 2, last.getMaxY() - 2);
          return first;
        });
    assertThat(box.getWidth()).isPositive();
    pulse();
    onFx(() -> {
      window()
          .loop()
          .dispatch(
              new understudy.viewmodel.Action.Crash(new CrashWay.Exit(ExitReason.atom("boom"))));
      return true;
    });
    assertThat(port.effects)
        .containsExactlyInAnyOrder(
            new Effect.Crash(port.world.pid("ann"), new CrashWay.Exit(ExitReason.atom("boom"))),
            new Effect.Crash(port.world.pid("bob"), new CrashWay.Exit(ExitReason.atom("boom"))));
  }

  /// The headless robot holds no Shift while it drags, so the events are made by hand.
  private void drag(EventType<MouseEvent> type, double x, double y) {
    var tree = node("tree");
    var scene = tree.localToScene(x, y);
    var screen = tree.localToScreen(x, y);
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    Event.fireEvent(
        tree,
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            MouseButton.PRIMARY,
            1,
            true,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
