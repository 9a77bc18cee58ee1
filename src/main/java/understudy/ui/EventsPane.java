package understudy.ui;

import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import understudy.viewmodel.Action;
import understudy.viewmodel.Command;
import understudy.viewmodel.Desk;
import understudy.viewmodel.EventFilter;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.EventPage;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Level;

/// Controller of the event list.
final class EventsPane implements Pane {
  private final WindowLoop loop;
  @FXML private TableView<EventLine> events;
  @FXML private TableColumn<EventLine, EventLine> timeColumn;
  @FXML private TableColumn<EventLine, EventLine> levelColumn;
  @FXML private TableColumn<EventLine, EventLine> pidColumn;
  @FXML private TableColumn<EventLine, EventLine> textColumn;
  @FXML private ToggleGroup levels;
  @FXML private ToggleButton onlySelected;
  @FXML private ToggleButton follow;
  @FXML private TextField search;
  @FXML private Label count;
  @FXML private Button earlier;
  private long version = -1;
  private long asked = -1;
  private final MenuItem fork =
      new MenuItem(Texts.get("events.fork"), new FontIcon("fth-git-branch"));
  private final ContextMenu menu = new ContextMenu(fork);
  private long jumps;
  private boolean behind;

  EventsPane(WindowLoop loop) {
    this.loop = loop;
  }

  @FXML
  void initialize() {
    EventCells.text(timeColumn, "mono", line -> Figures.moment(line.nanos()));
    EventCells.text(pidColumn, "mono", line -> line.pid().isNone() ? "" : line.pid().toString());
    EventCells.text(textColumn, "sentence", EventLine::text);
    EventCells.badge(levelColumn);
    events.setRowFactory(_ -> row());
    search.setOnKeyTyped(_ -> filter());
    events.heightProperty().subscribe(() -> behind = true);
    fork.setId("eventsFork");
    events.setOnContextMenuRequested(at -> ask(events.getSelectionModel().getSelectedItem(), at));
    events.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
  }

  /// The line is the one that was asked for, however many come while the menu is open.
  private void ask(@Nullable EventLine line, ContextMenuEvent event) {
    event.consume();
    menu.hide();
    if (line != null) {
      fork.setOnAction(_ -> loop.dispatch(new Action.Fork(line.sequence(), line.nanos())));
      menu.show(events, event.getScreenX(), event.getScreenY());
    }
  }

  /// Who looks at what was before does not want to be taken to the newest with every event.
  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() > 0) {
      follow.setSelected(false);
      if (first() <= 0) {
        showEarlier();
      }
    }
  }

  private TableRow<EventLine> row() {
    var row = new TableRow<EventLine>();
    row.setOnMouseClicked(_ -> {
      if (row.getItem() != null && row.getItem().slot() >= 0) {
        loop.dispatch(new Action.Select(row.getItem().slot(), true));
      }
    });
    row.setOnContextMenuRequested(at -> ask(row.getItem(), at));
    return row;
  }

  @FXML
  void filter() {
    var chosen = levels.getSelectedToggle();
    var least = chosen == null ? Level.INFO : Level.valueOf(chosen.getUserData().toString());
    int slot = onlySelected.isSelected() ? loop.desk().selected() : -1;
    loop.dispatch(new Action.Filter(new EventFilter(least, slot, search.getText().strip())));
  }

  @FXML
  void followNewest() {
    behind = true;
    filter();
    show(loop.frame(), loop.desk());
  }

  @FXML
  void showEarlier() {
    if (loop.frame().events().earlier() && asked != version) {
      asked = version; // One flick of a wheel is many events, and asks once.
      follow.setSelected(false);
      loop.dispatch(new Action.Filter(loop.desk().filter().more()));
    }
  }

  @Override
  public void show(Frame frame, Desk desk) {
    onlySelected.setDisable(desk.selected() < 0);
    onlySelected.setSelected(desk.filter().slot() >= 0);
    fork.setDisable(!Command.Need.LESSON.isMet(frame));
    var page = frame.events();
    if (page.version() != version || frame.scrubber().jumps() != jumps) {
      version = page.version();
      jumps = frame.scrubber().jumps();
      fill(page);
      behind = true;
    }
    if (behind && follow.isSelected()) {
      behind = false;
      toNewest();
    }
    String shown = Figures.whole(page.lines().size());
    String total = Figures.whole(page.total());
    count.setText(
        page.sinceNanos() < 0
            ? Texts.get("events.count", shown, total)
            : Texts.get("events.countSince", shown, total, Figures.moment(page.sinceNanos())));
    Dock.present(earlier, page.earlier());
  }

  /// What a person reads stays where it is, whatever comes before or after it.
  private void fill(EventPage page) {
    if (follow.isSelected()) {
      events.getItems().setAll(page.lines());
      return;
    }
    int first = first();
    long read = first < 0 ? -1 : events.getItems().get(first).sequence();
    events.getItems().setAll(page.lines());
    int now =
        IntStream.range(0, page.lines().size())
            .filter(i -> page.lines().get(i).sequence() >= read)
            .findFirst()
            .orElse(-1);
    if (first >= 0 && now >= 0) {
      events.layout();
      events.scrollTo(now);
    }
  }

  /// {@return the first line in view, -1 if there is none}
  private int first() {
    int first = Flow.of(events).map(EventsPane::first).orElse(-1);
    return first < events.getItems().size() ? first : -1;
  }

  private static int first(VirtualFlow<?> flow) {
    var cell = flow.getFirstVisibleCell();
    return cell == null ? -1 : cell.getIndex();
  }

  private void toNewest() {
    events.layout();
    Flow.of(events).ifPresent(flow -> flow.setPosition(1));
  }
}
