package understudy.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import understudy.ui.Keeper;
import understudy.ui.MainWindow;
import understudy.viewmodel.Arrangement.Bounds;
import understudy.viewmodel.Effect;

/// The application behind the window.
public final class WindowApp extends Application {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double SMALLEST_WIDTH = 960;
  private static final double SMALLEST_HEIGHT = 600;

  private @Nullable Session session;
  private @Nullable WindowKeeper keeper;

  /// For JavaFX, which makes the one application.
  public WindowApp() {}

  /// Opens the window and returns when it is closed.
  static void open(Optional<Path> file, long seed) {
    launch(WindowApp.class, Long.toString(seed), file.map(Path::toString).orElse(""));
  }

  @Override
  public void start(Stage stage) {
    var arguments = getParameters().getRaw();
    var settings = SettingsFile.ofUser();
    var recent = FirstFrame.isRehearsal() ? new RecentFiles(Optional.empty()) : settings.recent();
    var opened = new Session(Long.parseLong(arguments.getFirst()), WindowApp::copy, recent);
    session = opened;
    String file = arguments.getLast();
    opened.carryOut(
        file.isEmpty() ? new Effect.OpenLesson(Lessons.DEFAULT) : new Effect.Open(Path.of(file)));
    opened.start();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    var window = MainWindow.load(opened, new FileDialogs(), keeper(opened, settings, recent));
    var left = window.arrangement().bounds().filter(WindowApp::isOnScreen);
    var scene =
        window.scene(
            Math.min(left.map(Bounds::width).orElse(WIDTH), screen.getWidth()),
            Math.min(left.map(Bounds::height).orElse(HEIGHT), screen.getHeight()));
    FileDialogs.acceptDrops(scene, window::open, line -> opened.say(true, line));
    stage.setScene(scene);
    stage.setTitle("Understudy");
    stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
    left.ifPresent(at -> {
      stage.setX(at.x());
      stage.setY(at.y());
      stage.setMaximized(at.maximized());
    });
    stage.setOnHiding(_ -> {
      window.stop();
      window.leave(bounds(stage));
    });
    window.start();
    FirstFrame.watch(scene, window::hasDrawn);
    stage.show();
  }

  private static void copy(String text) {
    Platform.runLater(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private Keeper keeper(Session opened, SettingsFile settings, RecentFiles recent) {
    if (FirstFrame.isRehearsal()) {
      return Keeper.NOTHING;
    }
    var kept = new WindowKeeper(settings, recent, opened::say);
    keeper = kept;
    return kept;
  }

  /// What was put on a screen that is no longer there opens where it does the first time.
  private static boolean isOnScreen(Bounds at) {
    return !Screen.getScreensForRectangle(at.x(), at.y(), at.width(), at.height()).isEmpty();
  }

  private static Bounds bounds(Stage stage) {
    return new Bounds(
        stage.getX(),
        stage.getY(),
        stage.getScene().getWidth(),
        stage.getScene().getHeight(),
        stage.isMaximized());
  }

  @Override
  public void stop() {
    if (keeper != null) {
      keeper.close();
    }
    if (session != null) {
      session.close();
    }
  }
}
