package understudy.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The panes of a window: reads `MainWindow.fxml` and makes a controller for each part of it.
final class Panes {
  private final Map<Class<?>, Supplier<Pane>> makers = new LinkedHashMap<>();
  private final Map<Class<?>, Pane> made = new LinkedHashMap<>();
  private final FXMLLoader loader =
      new FXMLLoader(MainWindow.class.getResource("MainWindow.fxml"), Texts.BUNDLE);
  private final Parent root;

  Panes(WindowLoop loop, FileGestures files, Arranger arranger, Commander commander, UiPort port) {
    makers.put(MenuPane.class, () -> new MenuPane(arranger, commander, files));
    makers.put(TopBar.class, () -> new TopBar(loop, files));
    makers.put(StripPane.class, () -> new StripPane(loop));
    makers.put(NoticePane.class, () -> new NoticePane(loop, commander));
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
    makers.put(ScrubberPane.class, () -> new ScrubberPane(loop));
    makers.put(StoryPane.class, () -> new StoryPane(loop, arranger));
    makers.put(InvitePane.class, () -> new InvitePane(arranger));
    makers.put(TroublePane.class, () -> new TroublePane(loop));
    makers.put(SidesPane.class, () -> new SidesPane(loop, port, commander));
    makers.put(PromptPane.class, () -> new PromptPane(loop, commander));
    loader.setControllerFactory(type -> {
      var pane = Objects.requireNonNull(makers.get(type), type.getName()).get();
      made.put(type, pane);
      return loop.add(pane);
    });
    try {
      root = loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("MainWindow.fxml cannot be read", e);
    }
  }

  /// {@return all of them}
  Parent root() {
    return root;
  }

  /// {@return the controller of that class}
  <P extends Pane> P of(Class<P> type) {
    return Objects.requireNonNull(type.cast(made.get(type)), type.getName());
  }

  /// {@return the node that `MainWindow.fxml` gives that id}
  Node named(String name) {
    return (Node) Objects.requireNonNull(loader.getNamespace().get(name), name);
  }

  /// {@return what nobody sees at first}
  List<Node> hidden() {
    return Stream.concat(
            Stream.of("#sides", "#keys", "#export", "#prompt").map(root::lookup),
            Stream.of("#form").map(named("inspectorPane")::lookup))
        .filter(Objects::nonNull)
        .toList();
  }

  /// {@return those that the dock places}
  Dock.Panes docked() {
    return new Dock.Panes(
        List.of(named("menuPane"), named("topBar")),
        named("stripPane"),
        named("treePane"),
        named("rollPane"),
        named("timelinePane"),
        named("eventsPane"),
        named("inspectorPane"),
        named("welcomePane"),
        named("captionPane"),
        named("bottomPanes"));
  }
}
