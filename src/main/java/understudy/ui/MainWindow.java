package understudy.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
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

  /// What the bar on top needs at its natural size, with icons alone.
  private static final double ROOM = 640;

  private final WindowLoop loop;
  private final FileGestures files;
  private final Arranger arranger;
  private final Commander commander;
  private final Keys keys;
  private final Enlarged enlarged = new Enlarged();
  private final Attention attention = new Attention();
  private final Map<Class<?>, Pane> made = new LinkedHashMap<>();
  private final Parent root;
  private final List<String> sheets;
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
  private long told;

  private MainWindow(UiPort port, FileAsker asker, Keeper keeper) {
    Fonts.load();
    loop = new WindowLoop(port);
    files = new FileGestures(loop, asker, keeper);
    arranger = new Arranger(keeper);
    commander = new Commander(loop, arranger);
    var loader = new FXMLLoader(MainWindow.class.getResource("MainWindow.fxml"), Texts.BUNDLE);
    root = load(loader);
    sheets = List.copyOf(root.getStylesheets());
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      root.getStyleClass().add("opaque-popups");
    }
    dock = new Dock((BorderPane) named(loader, "frame"), panes(loader));
    loop.add(this);
    arranger.tell(now -> loop.layers(now.layers()));
    own();
    files.pictures(pane(TreePane.class)::pixels, pane(TreePane.class)::shapes);
    keys = new Keys(loop, commander);
    keys.install(root);
    if (Desk.TIDY.dark() != arranger.now().dark()) {
      loop.dispatch(new Action.ToggleTheme());
    }
  }

  private void own() {
    commander.on(Own.OPEN, () -> files.open(root.getScene().getWindow()));
    commander.on(Own.SAVE, () -> files.save(root.getScene().getWindow()));
    commander.on(Own.DRAW, () -> files.draw(root.getScene().getWindow()));
    commander.on(Own.EXPORT, pane(ExportPane.class)::open);
    commander.on(
        Own.FIND, () -> Optional.ofNullable(root.lookup("#find")).ifPresent(Node::requestFocus));
    commander.on(
        Own.PRESENT, () -> arranger.change(new Change.Present(!arranger.now().presenting())));
    commander.on(Own.KEYS, pane(KeysPane.class)::toggle);
    commander.on(Own.SORT, pane(RollPane.class)::sortByNext);
    commander.on(Own.TURN, pane(RollPane.class)::turn);
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

  private Map<Class<?>, Supplier<Pane>> controllers() {
    Map<Class<?>, Supplier<Pane>> makers = new LinkedHashMap<>();
    makers.put(MenuPane.class, () -> new MenuPane(arranger, commander));
    makers.put(TopBar.class, () -> new TopBar(loop, files));
    makers.put(StripPane.class, () -> new StripPane(loop));
    makers.put(NoticePane.class, () -> new NoticePane(loop));
    makers.put(TreePane.class, () -> new TreePane(loop, files, commander));
    makers.put(LayersPane.class, () -> new LayersPane(arranger, commander));
    makers.put(LegendPane.class, () -> new LegendPane(arranger));
    makers.put(RollPane.class, () -> new RollPane(loop, arranger));
    makers.put(TimelinePane.class, TimelinePane::new);
    makers.put(EventsPane.class, () -> new EventsPane(loop));
    makers.put(InspectorPane.class, () -> new InspectorPane(loop));
    makers.put(FormPane.class, () -> new FormPane(loop));
    makers.put(CaptionPane.class, () -> new CaptionPane(arranger));
    makers.put(WelcomePane.class, () -> new WelcomePane(arranger));
    makers.put(KeysPane.class, KeysPane::new);
    makers.put(ExportPane.class, () -> new ExportPane(files::export));
    makers.put(StatusBar.class, StatusBar::new);
    makers.put(StoryPane.class, () -> new StoryPane(loop, arranger));
    makers.put(TroublePane.class, () -> new TroublePane(loop));
    makers.put(PromptPane.class, () -> new PromptPane(loop, commander));
    return makers;
  }

  private Parent load(FXMLLoader loader) {
    var makers = controllers();
    loader.setControllerFactory(type -> {
      var pane = Objects.requireNonNull(makers.get(type), type.getName()).get();
      made.put(type, pane);
      return loop.add(pane);
    });
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("MainWindow.fxml cannot be read", e);
    }
  }

  private <P extends Pane> P pane(Class<P> type) {
    return Objects.requireNonNull(type.cast(made.get(type)), type.getName());
  }

  private static Node named(FXMLLoader loader, String name) {
    return (Node) Objects.requireNonNull(loader.getNamespace().get(name), name);
  }

  private static Dock.Panes panes(FXMLLoader loader) {
    return new Dock.Panes(
        List.of(named(loader, "menuPane"), named(loader, "topBar")),
        named(loader, "stripPane"),
        named(loader, "treePane"),
        named(loader, "rollPane"),
        named(loader, "timelinePane"),
        named(loader, "eventsPane"),
        named(loader, "inspectorPane"),
        named(loader, "welcomePane"),
        named(loader, "captionPane"),
        named(loader, "statusBar"));
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
    pane(TreePane.class).enlarge(bare ? 1 : factor, width / factor >= NARROW_BELOW);
  }

  private void lowered() {
    root.pseudoClassStateChanged(LOW, dock.isLow());
    root.pseudoClassStateChanged(VERY_LOW, dock.isVeryLow());
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
    return pane(TreePane.class).pixels();
  }

  /// {@return the tree as it is seen now, as shapes and text}
  public Drawn shapes() {
    return pane(TreePane.class).shapes();
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

  private boolean turn(long now, boolean everywhere) {
    boolean came = loop.pulse(everywhere);
    attention.pulse(root, arranger.now());
    boolean painted = pane(TreePane.class).pulse(now);
    if (everywhere) {
      pane(TimelinePane.class).pulse();
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
