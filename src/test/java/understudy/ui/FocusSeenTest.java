package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Wherever the keyboard can go, it is seen to be there, and a screen reader has a name for it.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class FocusSeenTest extends Staged {
  private static final double AROUND = 5;

  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port), 1000, 900);
  }

  private static void reachable(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(each -> reachable(each, found));
    }
  }

  private int[] look(Bounds at) {
    double x = Math.max(0, Math.floor(at.getMinX() - AROUND));
    double y = Math.max(0, Math.floor(at.getMinY() - AROUND));
    var only = new SnapshotParameters();
    only.setViewport(
        new Rectangle2D(
            x,
            y,
            Math.min(scene().getWidth(), at.getMaxX() + AROUND) - x,
            Math.min(scene().getHeight(), at.getMaxY() + AROUND) - y));
    var image = scene().getRoot().snapshot(only, null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] pixels = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
    return pixels;
  }

  private static String name(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private void focus(Node node) {
    onFx(() -> {
      node.requestFocus();
      return true;
    });
    pulse();
  }

  private List<Node> all(Parent within) {
    return onFx(() -> {
      List<Node> found = new ArrayList<>();
      reachable(within, found);
      return found;
    });
  }

  private void everywhere(Parent within) {
    List<String> unseen = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    var elsewhere = onFx(() -> scene().getFocusOwner());
    for (Node each : all(within)) {
      focus(each);
      var at = onFx(() -> each.localToScene(each.getLayoutBounds()));
      int[] with = onFx(() -> look(at));
      focus(elsewhere);
      if (!each.equals(elsewhere) && Arrays.equals(with, onFx(() -> look(at)))) {
        unseen.add(each.toString());
      }
      if (onFx(() -> name(each).isBlank())) {
        unnamed.add(each.toString());
      }
    }
    assertThat(unseen).isEmpty();
    assertThat(unnamed).isEmpty();
  }

  @Test
  void inTheStudio(FxRobot robot) {
    select(robot, "lobby");
    robot.clickOn("#find");
    pulse();
    everywhere(scene().getRoot());
  }

  @Test
  void overTheTable(FxRobot robot) {
    select(robot, "lobby");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.clickOn("#find");
    pulse();
    everywhere(scene().getRoot());
  }

  @Test
  void onTheTreeWithNobodySelected(FxRobot robot) {
    pulse();
    robot.clickOn("#find");
    pulse();
    var tree = node("tree");
    var edge =
        onFx(() -> {
          var all = tree.localToScene(tree.getLayoutBounds());
          return new BoundingBox(all.getCenterX(), all.getMinY(), 3, 3);
        });
    int[] without = onFx(() -> look(edge));
    for (int i = 0; i < 60 && !onFx(tree::isFocused); i++) {
      robot.type(KeyCode.TAB);
    }
    pulse();
    assertThat(onFx(tree::isFocused)).isTrue();
    assertThat(onFx(() -> look(edge))).isNotEqualTo(without);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"S", "M", "C", "T", "L", "X"})
  void inEveryForm(KeyCode key, FxRobot robot) {
    select(robot, "lobby");
    robot.type(key);
    pulse();
    assertThat(isShown("form")).isTrue();
    everywhere((Parent) node("form"));
    robot.type(KeyCode.ESCAPE);
    pulse();
    assertThat(isShown("form")).isFalse();
  }

  @Test
  void inTheExport(FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.E);
    pulse();
    everywhere((Parent) node("export"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theTabulatorStaysInASheetOverTheWindow(boolean forwards, FxRobot robot) {
    pulse();
    robot.push(KeyCode.CONTROL, KeyCode.E);
    pulse();
    var sheet = node("export");
    List<Node> visited = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      if (forwards) {
        robot.type(KeyCode.TAB);
      } else {
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
      }
      var owner = onFx(() -> scene().getFocusOwner());
      assertThat(onFx(() -> isWithin(owner, sheet))).as(owner.toString()).isTrue();
      visited.add(owner);
    }
    assertThat(visited.stream().distinct().count()).isGreaterThan(5);
    robot.type(KeyCode.ESCAPE);
    pulse();
    assertThat(isShown("export")).isFalse();
  }

  private static boolean isWithin(Node node, Node outer) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
