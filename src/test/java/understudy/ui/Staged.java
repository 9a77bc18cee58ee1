package understudy.ui;

import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A test of a window over a made-up world.
///
/// The window's time stands still but for [#pulse()].
abstract class Staged extends OnStage {
  private static final long BETWEEN_NANOS = 1_000_000_000L;

  final FakePort port = new FakePort();
  private long now = BETWEEN_NANOS;

  /// Draws ten pictures, far enough from each other for every flash and movement to end.
  final void pulse() {
    WaitForAsyncUtils.waitForFxEvents();
    onFx(() -> {
      for (int i = 0; i < 10; i++) {
        now += BETWEEN_NANOS;
        window().pulse(now);
      }
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  final boolean isShown(String id) {
    return onFx(() -> node(id).isVisible());
  }

  /// {@return where in the scene it lies}
  final Bounds box(String id) {
    return onFx(() -> node(id).localToScene(node(id).getLayoutBounds()));
  }

  /// {@return the place in the tree of a process that is in view}
  final int slot(String id) {
    return onFx(() -> {
      var field = window().loop().frame().field();
      return IntStream.range(0, field.size())
          .filter(row -> field.pid(row) == port.world.pid(id).number())
          .map(field::slot)
          .findFirst()
          .orElseThrow(() -> new AssertionError(id + " is not in view"));
    });
  }

  /// {@return where on the screen the middle of a process comes to rest}
  final Point2D placeOf(String id) {
    pulse();
    int slot = slot(id);
    return onFx(() -> {
      var tree = (TreeCanvas) node("tree");
      Bounds b = tree.boundsOf(slot).orElseThrow();
      return tree.localToScreen(b.getCenterX(), b.getCenterY());
    });
  }

  final void select(FxRobot robot, String id) {
    robot.clickOn(placeOf(id));
    pulse();
  }
}
