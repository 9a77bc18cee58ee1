package understudy.ui;

import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// A test of a window on the headless screen of 1000 x 1000 pixels.
public abstract class OnStage {
  private @Nullable MainWindow window;
  private @Nullable Scene scene;

  /// Puts a window of this size on the stage, with nothing drawn yet. For the FX thread.
  protected final void show(Stage stage, MainWindow opened, double width, double height) {
    open(opened, width, height);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /// Opens a window of this size that no stage shows: nothing moves or is drawn by itself.
  protected final void open(MainWindow opened, double width, double height) {
    window = opened;
    scene = opened.scene(width, height);
  }

  protected final MainWindow window() {
    return Objects.requireNonNull(window);
  }

  protected final Scene scene() {
    return Objects.requireNonNull(scene);
  }

  protected static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }

  protected final Node node(String id) {
    return Objects.requireNonNull(scene().lookup("#" + id), id);
  }

  protected final String textOf(String id) {
    return onFx(() -> ((Labeled) node(id)).getText());
  }
}
