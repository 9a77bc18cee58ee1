package understudy.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import understudy.viewmodel.Action;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Bounds;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Command.Own;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;

/// The one window.
///
/// Works without a stage: [#scene] can be snapshot at any size, with [#pulse] called by hand. With
/// a stage, [#start] ties it to the JavaFX pulse.
public final class MainWindow implements Pane {
  private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass VERY_LOW = PseudoClass.getPseudoClass("very-low");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

  /// From this width on everything is written larger.
  static final double WIDE_FROM = 1700;

  private static final double NARROW_BELOW = 1000;
  private static final long BETWEEN_FIGURES_NANOS = 240_000_000;
  private static final double PRESENTED = 1.4;

  /// So many pictures come before what is hidden in them, and so many looks where there is none.
  private static final int FIRST_PICTURES = 4;

  private static final int FIRST_LOOKS = 40;

  /// What the bar on top needs at its natural size, with icons alone.
  private static final double ROOM = 640;

  private final WindowLoop loop;
  private final FileGestures files;
  private final Arranger arranger;
  private final Commander commander;
  private final Keys keys;
  private final Enlarged enlarged = new Enlarged();
  private final Attention attention = new Attention();
  private final Wings wings = new Wings(this::enlarge);
  private final Panes panes;
  private final Parent root;
  private final List<String> sheets;
  private final Node studio;
  private final Dock dock;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pace(now);
        }
      };
  private final Pace pace = new Pace(Runtime.getRuntime().availableProcessors());
  private final Expense expense = new Expense();
  private boolean dark;
  private double factor = 1;
  private int looks;
  private int pictures;
  private long told;

  private MainWindow(UiPort port, FileAsker asker, Keeper keeper) {
    Fonts.load();
    loop = new WindowLoop(port);
    files = new FileGestures(loop, asker, keeper);
    arranger = new Arranger(keeper);
    commander = new Commander(loop, arranger);
    panes = new Panes(loop, files, arranger, commander, port);
    root = panes.root();
    sheets = List.copyOf(root.getStylesheets());
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      root.getStyleClass().add("opaque-popups");
    }
    studio = panes.named("frame");
    dock = new Dock((BorderPane) studio, panes.docked());
    panes.hidden().forEach(wings::takeOut);
    loop.add(this);
    arranger.tell(now -> loop.layers(now.layers()));
    own();
    files.pictures(panes.of(TreePane.class)::pixels, panes.of(TreePane.class)::shapes);
    keys = new Keys(loop, commander);
    if (Desk.TIDY.dark() != arranger.now().dark()) {
      loop.dispatch(new Action.ToggleTheme());
    }
  }

  private void own() {
    commander.on(Own.OPEN, () -> files.open(root.getScene().getWindow()));
    commander.on(Own.SAVE, () -> files.save(root.getScene().getWindow()));
    commander.on(Own.DRAW, () -> files.draw(root.getScene().getWindow()));
    commander.on(Own.EXPORT, panes.of(ExportPane.class)::open);
    commander.on(
        Own.QUIT,
        () -> {
          var stage = root.getScene().getWindow();
          stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
    commander.on(
        Own.FIND, () -> Optional.ofNullable(root.lookup("#find")).ifPresent(Node::requestFocus));
    commander.on(
        Own.PRESENT, () -> arranger.change(new Change.Present(!arranger.now().presenting())));
    commander.on(Own.KEYS, panes.of(KeysPane.class)::toggle);
    commander.on(Own.SORT, panes.of(RollPane.class)::sortByNext);
    commander.on(Own.TURN, panes.of(RollPane.class)::turn);
    new EdgeSteps(arranger, dock).install(commander);
  }

  /// {@return a window that looks at the world through `port` and where nobody can be asked for a
  /// file}
  ///
  /// @param port the world outside
  public static MainWindow load(UiPort port) {
    return load(port, FileAsker.NOBODY, Keeper.NOTHING);
  }

  /// {@return a window that looks at the world through `port` and forgets how it was left}
  ///
  /// @param port the world outside
  /// @param asker asks a person for a file
  public static MainWindow load(UiPort port, FileAsker asker) {
    return load(port, asker, Keeper.NOTHING);
  }

  /// {@return a window that looks at the world through `port`}
  ///
  /// @param port the world outside
  /// @param asker asks a person for a file
  /// @param keeper keeps how the window is set up
  public static MainWindow load(UiPort port, FileAsker asker, Keeper keeper) {
    return new MainWindow(port, asker, keeper);
  }

  /// {@return a new scene with the window in it; call it once}
  ///
  /// @param width in pixels
  /// @param height in pixels
  public Scene scene(double width, double height) {
    var scene = new Scene(root, width, height);
    keys.install(scene);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::leaving);
    scene
        .widthProperty()
        .subscribe(now -> {
          dock.width(now.doubleValue());
          if (wanted(arranger.now(), now.doubleValue()) != factor) {
            arrange(scene, arranger.now());
          }
          sized(now.doubleValue());
        });
    scene
        .heightProperty()
        .subscribe(now -> {
          dock.height(now.doubleValue());
          lowered();
        });
    arranger.tell(now -> arrange(scene, now));
    theme(scene);
    return scene;
  }

  /// As large as the person wants it, as far as no control is cut off at the window's edge.
  private static double wanted(Arrangement now, double width) {
    double most = Math.max(1, Math.floor(width / ROOM * 20) / 20);
    double scale = now.scale() / 100.0;
    return Math.min(now.presenting() ? Math.max(PRESENTED, scale) : scale, most);
  }

  private void sized(double width) {
    root.pseudoClassStateChanged(WIDE, width / factor >= WIDE_FROM);
    root.pseudoClassStateChanged(NARROW, width / factor < NARROW_BELOW);
    lowered();
    boolean bare = arranger.now().presenting();
    panes.of(TreePane.class).enlarge(bare ? 1 : factor, width / factor >= NARROW_BELOW);
  }

  private void lowered() {
    root.pseudoClassStateChanged(LOW, dock.isLow());
    root.pseudoClassStateChanged(VERY_LOW, dock.isVeryLow());
  }

  /// {@return how much larger than natural everything in a scene is}
  static double unit(@Nullable Scene scene) {
    return scene != null && scene.getRoot().getUserData() instanceof Double factor ? factor : 1;
  }

  private void arrange(Scene scene, Arrangement now) {
    double wanted = wanted(now, scene.getWidth());
    boolean other = wanted != factor;
    factor = wanted;
    root.setUserData(factor);
    attention.during(scene, () -> dock.show(now, factor));
    root.pseudoClassStateChanged(PRESENTING, now.presenting());
    if (other) {
      root.getStylesheets().setAll(sheets.stream().map(s -> enlarged.sheet(s, factor)).toList());
      Enlarged.sizes(root, factor);
      dock.hidden().forEach(each -> Enlarged.sizes(each, factor));
      theme(scene);
    }
    sized(scene.getWidth());
    loop.again();
  }

  /// Escape leaves what lies over everything, before it means anything else.
  private void leaving(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && arranger.now().presenting()) {
      event.consume();
      arranger.change(new Change.Present(false));
    }
  }

  boolean isWhole() {
    return commander.isWhole();
  }

  Scene scene() {
    return root.getScene();
  }

  WindowLoop loop() {
    return loop;
  }

  Arranger arranger() {
    return arranger;
  }

  /// {@return how the window was left the last time}
  public Arrangement arrangement() {
    return arranger.now();
  }

  /// Keeps where the window is on the screen, and where the edges between its panes are.
  ///
  /// @param bounds where it is
  public void leave(Bounds bounds) {
    arranger.change(new Change.Move(dock.edges()));
    arranger.change(new Change.Place(bounds));
  }

  /// {@return the tree as it is seen now, as pixels}
  public Drawn pixels() {
    return panes.of(TreePane.class).pixels();
  }

  /// {@return the tree as it is seen now, as shapes and text}
  public Drawn shapes() {
    return panes.of(TreePane.class).shapes();
  }

  /// Asks for a file to be opened, as if a person had chosen it.
  ///
  /// @param file a lesson or a recording
  public void open(Path file) {
    loop.dispatch(new Action.Open(file));
  }

  /// {@return whether a world is in the picture}
  public boolean hasDrawn() {
    return loop.frame().total() > 0;
  }

  /// Takes frames with JavaFX's pulses from now on, as often as the machine can spare it.
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
    loop.ask();
    turn(now, true);
  }

  private void enlarge(Node node) {
    if (factor != 1) {
      Enlarged.sizes(node, factor);
    }
  }

  private boolean turn(long now, boolean everywhere) {
    looks++;
    pictures += hasDrawn() ? 1 : 0;
    if (pictures > FIRST_PICTURES || looks > FIRST_LOOKS) {
      wings.next();
    }
    boolean came = loop.pulse(everywhere);
    attention.pulse(root, arranger.now());
    boolean beside = panes.of(SidesPane.class).pulse(now);
    studio.setVisible(!beside);
    boolean painted = beside || panes.of(TreePane.class).pulse(now);
    if (everywhere) {
      panes.of(TimelinePane.class).pulse();
    }
    return came || painted;
  }

  private void pace(long now) {
    boolean hand = loop.acted();
    if (hand) {
      pace.hand(now);
    }
    if (pace.isNear(now)) {
      loop.ask();
    }
    boolean everywhere = hand || now - told >= BETWEEN_FIGURES_NANOS;
    if (pace.isDue(now) && turn(now, everywhere)) {
      told = everywhere ? now : told;
      pace.shown(now, expense.take() + loop.frame().costNanos(), expense.idle(now));
    }
  }

  @Override
  public void show(Frame frame, Desk desk) {
    arranger.change(new Change.Theme(desk.dark()));
    if (root.getScene() != null && desk.dark() != dark) {
      theme(root.getScene());
    }
  }

  private void theme(Scene scene) {
    dark = loop.desk().dark();
    var theme = dark ? new PrimerDark() : new PrimerLight();
    scene.setUserAgentStylesheet(enlarged.sheet(theme.getUserAgentStylesheet(), factor));
    root.pseudoClassStateChanged(LIGHT, !dark);
    scene.setFill(Palette.of(dark).ground());
  }
}
