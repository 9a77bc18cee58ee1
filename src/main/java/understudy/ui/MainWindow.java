package understudy.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import understudy.viewmodel.Action;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// The one window.
///
/// Works without a stage: [#scene] can be snapshot at any size, with [#pulse] called by hand. With
/// a stage, [#start] ties it to the JavaFX pulse.
public final class MainWindow implements Pane {
  private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

  /// From this width on everything is written larger.
  static final double WIDE_FROM = 1700;

  private static final double INSPECTOR_SHARE = 0.22;
  private static final double INSPECTOR_WIDTH = 316;
  private final WindowLoop loop;
  private final FileGestures files;
  private final Parent root;
  private final TreePane tree;
  private final TimelinePane timeline;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse(now);
        }
      };
  private boolean dark;

  private MainWindow(UiPort port, FileAsker asker) {
    Fonts.load();
    loop = new WindowLoop(port);
    files = new FileGestures(loop, asker);
    Map<Class<?>, Pane> made = new LinkedHashMap<>();
    root = load(made);
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      root.getStyleClass().add("opaque-popups");
    }
    tree = (TreePane) Objects.requireNonNull(made.get(TreePane.class));
    timeline = (TimelinePane) Objects.requireNonNull(made.get(TimelinePane.class));
    loop.add(this);
    new Keys(loop).install(root);
  }

  /// {@return a window that looks at the world through `port` and where nobody can be asked for a
  /// file}
  ///
  /// @param port the world outside
  public static MainWindow load(UiPort port) {
    return load(port, FileAsker.NOBODY);
  }

  /// {@return a window that looks at the world through `port`}
  ///
  /// @param port the world outside
  /// @param asker asks a person for a file
  public static MainWindow load(UiPort port, FileAsker asker) {
    return new MainWindow(port, asker);
  }

  private Map<Class<?>, Supplier<Pane>> controllers() {
    Map<Class<?>, Supplier<Pane>> made = new LinkedHashMap<>();
    made.put(TopBar.class, () -> new TopBar(loop, files));
    made.put(StripPane.class, StripPane::new);
    made.put(NoticePane.class, () -> new NoticePane(loop));
    made.put(TreePane.class, () -> new TreePane(loop, files));
    made.put(TimelinePane.class, TimelinePane::new);
    made.put(EventsPane.class, () -> new EventsPane(loop));
    made.put(InspectorPane.class, () -> new InspectorPane(loop));
    made.put(FormPane.class, () -> new FormPane(loop));
    made.put(StatusBar.class, StatusBar::new);
    made.put(StoryPane.class, () -> new StoryPane(loop));
    made.put(TroublePane.class, () -> new TroublePane(loop));
    made.put(PromptPane.class, () -> new PromptPane(loop, files));
    return made;
  }

  private Parent load(Map<Class<?>, Pane> made) {
    var loader = new FXMLLoader(MainWindow.class.getResource("MainWindow.fxml"), Texts.BUNDLE);
    var controllers = controllers();
    loader.setControllerFactory(type -> {
      var pane = Objects.requireNonNull(controllers.get(type), type.getName()).get();
      made.put(type, pane);
      return loop.add(pane);
    });
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("MainWindow.fxml cannot be read", e);
    }
  }

  /// {@return a new scene with the window in it; call it once}
  ///
  /// @param width in pixels
  /// @param height in pixels
  public Scene scene(double width, double height) {
    var scene = new Scene(root, width, height);
    if (root.lookup("#split") instanceof SplitPane split) {
      double share = Math.max(INSPECTOR_SHARE, Math.min(0.5, INSPECTOR_WIDTH / width));
      split.setDividerPositions(1 - share);
    }
    Shortcuts.install(scene, loop, files);
    scene
        .widthProperty()
        .subscribe(now -> root.pseudoClassStateChanged(WIDE, now.doubleValue() >= WIDE_FROM));
    theme(scene, Desk.TIDY.dark());
    return scene;
  }

  WindowLoop loop() {
    return loop;
  }

  /// Asks for a file to be opened, as if a person had chosen it.
  ///
  /// @param file a lesson or a recording
  public void open(Path file) {
    loop.dispatch(new Action.Open(file));
  }

  /// Takes the newest frame with every JavaFX pulse from now on.
  public void start() {
    timer.start();
  }

  /// Ends what [#start] began.
  public void stop() {
    timer.stop();
  }

  /// Takes the newest frame if there is one, and draws what has to be drawn.
  ///
  /// @param now the moment for flashes and movements, in nanoseconds; never smaller than before
  public void pulse(long now) {
    loop.pulse();
    tree.pulse(now);
    timeline.pulse();
  }

  @Override
  public void show(Frame frame, Desk desk) {
    if (root.getScene() != null && desk.dark() != dark) {
      theme(root.getScene(), desk.dark());
    }
  }

  private void theme(Scene scene, boolean toDark) {
    dark = toDark;
    var theme = dark ? new PrimerDark() : new PrimerLight();
    scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    root.pseudoClassStateChanged(LIGHT, !dark);
    scene.setFill(Palette.of(dark).ground());
  }
}
