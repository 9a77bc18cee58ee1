package understudy.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
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
  public void start(Stage stage) throws IOException {
    var arguments = getParameters().getRaw();
    var settings = FirstFrame.isRehearsal() ? FirstFrame.settings() : SettingsFile.ofUser();
    var recent = settings.recent();
    var opened = new Session(Long.parseLong(arguments.getFirst()), WindowApp::copy, recent);
    session = opened;
    String file = arguments.getLast();
    opened.carryOut(
        file.isEmpty() ? new Effect.OpenLesson(Lessons.DEFAULT) : new Effect.Open(Path.of(file)));
    opened.start();
    var window = MainWindow.load(opened, new FileDialogs(), keeper(opened, settings, recent));
    // What was put on a screen that is no longer there opens where it does the first time.
    var left = window.arrangement().bounds().filter(at -> mostOn(at).isPresent());
    var screen = seen(left.flatMap(WindowApp::mostOn).orElseGet(Screen::getPrimary));
    var place = left.orElseGet(() -> first(screen)).within(screen);
    var scene = window.scene(place.width(), place.height());
    FileDialogs.acceptDrops(scene, window::open, line -> opened.say(true, line));
    stage.setScene(scene);
    stage.setTitle("Understudy");
    stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.width()));
    stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.height()));
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setMaximized(place.maximized());
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
    var kept = new WindowKeeper(settings, recent, opened::say);
    keeper = kept;
    return kept;
  }

  /// {@return the screen on which the most of it is; nothing if it is on none}
  private static Optional<Screen> mostOn(Bounds at) {
    return Screen.getScreensForRectangle(at.x(), at.y(), at.width(), at.height()).stream()
        .max(Comparator.comparingDouble(screen -> at.shared(seen(screen))));
  }

  private static Bounds seen(Screen screen) {
    var bounds = screen.getVisualBounds();
    return new Bounds(
        bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight(), false);
  }

  /// In the middle of the screen; all over a screen that has no more room than that.
  private static Bounds first(Bounds screen) {
    return new Bounds(
        screen.x() + (screen.width() - WIDTH) / 2,
        screen.y() + (screen.height() - HEIGHT) / 2,
        WIDTH,
        HEIGHT,
        screen.width() <= WIDTH || screen.height() <= HEIGHT);
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
