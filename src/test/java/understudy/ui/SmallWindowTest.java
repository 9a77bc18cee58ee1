package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import understudy.event.ExitReason;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Tempo;

/// Nothing is cut off at the window's edges, however large everything is.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class SmallWindowTest extends OnStage {
  @ParameterizedTest
  @CsvSource({
    "1280, 800, 100",
    "1280, 800, 150",
    "1280, 800, 200",
    "1440, 900, 175",
    "1920, 1080, 300",
    "1000, 600, 300",
    "640, 480, 100"
  })
  void everyControlLiesWithinTheWindow(double width, double height, int percent) {
    var port = new FakePort();
    Scenes.chat(port.world);
    port.situation = port.situation.withTempo(new Tempo.Messages(3));
    List<String> cut =
        onFx(() -> {
          var window = MainWindow.load(port);
          var scene = window.scene(width, height);
          window.arranger().change(new Change.ScaleTo(percent));
          window.arranger().change(new Change.Welcome(true));
          for (int i = 1; i < 6; i++) {
            window.pulse(i * 1_000_000_000L);
            port.world.crash(port.world.pid("rooms"), "lobby", ExitReason.atom("boom"));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
          }
          List<String> found = new ArrayList<>();
          look(scene.getRoot(), new BoundingBox(0, 0, width, height), found);
          return found;
        });
    assertThat(cut).isEmpty();
  }

  /// Goes into panes, not into controls: these say themselves what they cut. A pane between movable
  /// edges shows nothing beyond them.
  private static void look(Node node, Bounds view, List<String> found) {
    if (!node.isVisible() || !node.isManaged()) {
      return;
    }
    var box = node.localToScene(node.getLayoutBounds());
    boolean out =
        box.getMinX() < view.getMinX() - 0.5
            || box.getMaxX() > view.getMaxX() + 0.5
            || box.getMinY() < view.getMinY() - 0.5
            || box.getMaxY() > view.getMaxY() + 0.5;
    if (out && box.getWidth() > 1 && node instanceof Control) {
      found.add("%s at %s in %s".formatted(node, box, view));
    }
    switch (node) {
      case SplitPane split ->
          split
              .getItems()
              .forEach(each -> look(each, each.localToScene(each.getLayoutBounds()), found));
      case Control _ -> {}
      case Parent parent ->
          parent.getChildrenUnmodifiable().forEach(each -> look(each, view, found));
      default -> {}
    }
  }
}
