package understudy.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.jspecify.annotations.Nullable;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Side;
import understudy.viewmodel.Arrangement.View;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Layer;

/// Controller of the menu bar; the layout gives each item the command that it stands for.
final class MenuPane implements Pane {
  private final Arranger arranger;
  private final Commander commander;
  private final FileGestures files;
  private final List<MenuItem> items = new ArrayList<>();
  @FXML private MenuBar bar;
  @FXML private Menu recent;
  @FXML private RadioMenuItem tree;
  @FXML private RadioMenuItem table;
  @FXML private RadioMenuItem both;
  @FXML private RadioMenuItem left;
  @FXML private RadioMenuItem right;
  @FXML private RadioMenuItem hidden;
  @FXML private CheckMenuItem links;
  @FXML private CheckMenuItem monitors;
  @FXML private CheckMenuItem rates;
  @FXML private CheckMenuItem strip;
  @FXML private CheckMenuItem timeline;
  @FXML private CheckMenuItem events;
  @FXML private CheckMenuItem inspector;

  MenuPane(Arranger arranger, Commander commander, FileGestures files) {
    this.arranger = arranger;
    this.commander = commander;
    this.files = files;
  }

  @FXML
  void initialize() {
    bar.getMenus().forEach(this::prepare);
    bar.getMenus().getFirst().setOnShowing(_ -> offerRecent());
    arranger.tell(this::show);
  }

  /// A menu with the id of commands that differ in a figure is filled with all of them.
  private void prepare(Menu menu) {
    if (menu.getUserData() instanceof String id) {
      Command.fixed().stream()
          .filter(each -> each.id().equals(id))
          .forEach(each -> menu.getItems().add(prepared(new MenuItem(), each)));
    }
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner) {
        prepare(inner);
      } else if (item.getUserData() instanceof String id) {
        prepared(item, Command.named(id));
      }
    }
  }

  private MenuItem prepared(MenuItem item, Command command) {
    item.setUserData(command);
    item.setText(words(command));
    if (!command.keys().isEmpty()) {
      item.setAccelerator(Keys.keys(command).getFirst());
    }
    item.setOnAction(_ -> {
      commander.run(command);
      show(arranger.now());
    });
    items.add(item);
    return item;
  }

  private void offerRecent() {
    recent.getItems().clear();
    for (Path file : files.recent()) {
      var item =
          new MenuItem(
              Texts.get("menu.recent.file", plain(file.getFileName()), plain(file.getParent())));
      item.setMnemonicParsing(false);
      item.setId("recent-" + recent.getItems().size());
      item.setOnAction(_ -> files.open(file));
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
  }

  /// A file's name is somebody else's text: nothing in it turns a line round or breaks it.
  private static String plain(@Nullable Path name) {
    return String.valueOf(name).replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }

  static Command command(MenuItem item) {
    return (Command) item.getUserData();
  }

  /// What is ticked is called by what it ticks; what stands under a title need not say it.
  private static String words(Command command) {
    String ticked = "menu." + command.id();
    return Texts.BUNDLE.containsKey(ticked)
        ? Texts.get(ticked, command.about())
        : PromptPane.words(command);
  }

  private void show(Arrangement now) {
    tree.setSelected(now.view() == View.TREE);
    table.setSelected(now.view() == View.TABLE);
    both.setSelected(now.view() == View.BOTH);
    left.setSelected(now.inspector() == Side.LEFT);
    right.setSelected(now.inspector() == Side.RIGHT);
    hidden.setSelected(now.inspector() == Side.HIDDEN);
    inspector.setSelected(now.inspector() != Side.HIDDEN);
    links.setSelected(now.layers().contains(Layer.LINKS));
    monitors.setSelected(now.layers().contains(Layer.MONITORS));
    rates.setSelected(now.layers().contains(Layer.RATES));
    strip.setSelected(now.strip());
    timeline.setSelected(now.timeline());
    events.setSelected(now.events());
  }

  @Override
  public void show(Frame frame, Desk desk) {
    items.forEach(item -> item.setDisable(!command(item).isPossible(frame)));
  }
}
