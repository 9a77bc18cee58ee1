package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import understudy.viewmodel.Action;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;
import understudy.viewmodel.Desk;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Phase;
import understudy.viewmodel.RollColumn;
import understudy.viewmodel.RollPage;
import understudy.viewmodel.RollQuery;
import understudy.viewmodel.RollRow;
import understudy.viewmodel.Words;

/// Controller of the process table; the rows are chosen and sorted where the processes are known,
/// never here.
final class RollPane implements Pane {
  private static final List<RollColumn> COLUMNS = List.of(RollColumn.values());
  private static final double BAR = 16;
  private static final int AHEAD = 40;
  private static final List<Phase> PHASES = List.of(Phase.values());

  private final WindowLoop loop;
  private final Arranger arranger;
  @FXML private TextField text;
  @FXML private ComboBox<String> phase;
  @FXML private Label count;
  @FXML private Label nothing;
  @FXML private MenuButton choice;
  @FXML private TableView<RollRow> table;
  private final RollList rows = new RollList();
  private long version = -1;
  private long jumps;
  private int selected = -1;
  private int awaited = -1;
  private boolean showing;

  RollPane(WindowLoop loop, Arranger arranger) {
    this.loop = loop;
    this.arranger = arranger;
  }

  @FXML
  void initialize() {
    List<String> phases = new ArrayList<>();
    phases.add(Texts.get("roll.any"));
    PHASES.stream().map(Phase::words).forEach(phases::add);
    phase.setItems(FXCollections.observableArrayList(phases));
    phase.getSelectionModel().selectFirst();
    text.setOnKeyReleased(_ -> filter());
    for (RollColumn kind : COLUMNS) {
      table.getColumns().add(RollCells.column(kind));
      var item = new CheckMenuItem(Texts.get("roll." + Words.key(kind)));
      item.setId("column-" + Words.key(kind));
      item.setOnAction(_ -> arranger.change(new Change.ToggleColumn(kind)));
      choice.getItems().add(item);
    }
    table.setItems(rows);
    table.getSortOrder().setAll(List.of(column(loop.roll().sort())));
    table.setSortPolicy(_ -> sort());
    table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    table.widthProperty().subscribe(this::fill);
    arranger.tell(this::arranged);
  }

  /// The last column takes what is left over; where nothing is, the table scrolls sideways.
  private void fill() {
    var seen = table.getVisibleLeafColumns();
    if (!seen.isEmpty()) {
      double others = seen.stream().limit(seen.size() - 1L).mapToDouble(c -> c.getWidth()).sum();
      var last = seen.getLast();
      last.setPrefWidth(Math.max(last.getMinWidth(), table.getWidth() - others - BAR));
    }
  }

  private TableColumn<RollRow, ?> column(RollColumn kind) {
    return table.getColumns().stream()
        .filter(each -> each.getUserData() == kind)
        .findFirst()
        .orElseThrow();
  }

  private void arranged(Arrangement now) {
    loop.roll(loop.roll().shown(now.showsTable()));
    for (var column : table.getColumns()) {
      column.setVisible(now.columns().contains((RollColumn) column.getUserData()));
    }
    fill();
    for (int i = 0; i < choice.getItems().size(); i++) {
      if (choice.getItems().get(i) instanceof CheckMenuItem item) {
        item.setSelected(now.columns().contains(COLUMNS.get(i)));
      }
    }
  }

  /// A header was clicked: the rows are asked for in another order, the table itself sorts nothing.
  private boolean sort() {
    table.getSortOrder().stream()
        .findFirst()
        .ifPresent(by ->
            loop.roll(
                loop.roll()
                    .sorted(
                        (RollColumn) by.getUserData(), by.getSortType() == SortType.DESCENDING)));
    toTop();
    return true;
  }

  /// Sorts by the column to the right of the one that decides now, as if its header was clicked.
  void sortByNext() {
    var seen = table.getVisibleLeafColumns();
    int now = table.getSortOrder().isEmpty() ? -1 : seen.indexOf(table.getSortOrder().getFirst());
    var next = seen.get((now + 1) % seen.size());
    next.setSortType(RollCells.first((RollColumn) next.getUserData()));
    table.getSortOrder().setAll(List.of(next));
  }

  /// Turns the order round.
  void turn() {
    table.getSortOrder().stream()
        .findFirst()
        .ifPresent(by ->
            by.setSortType(
                by.getSortType() == SortType.ASCENDING ? SortType.DESCENDING : SortType.ASCENDING));
  }

  @FXML
  void filter() {
    int at = phase.getSelectionModel().getSelectedIndex();
    Optional<Phase> only = at <= 0 ? Optional.empty() : Optional.of(PHASES.get(at - 1));
    loop.roll(loop.roll().filtered(text.getText().strip(), only));
    toTop();
  }

  /// In another order a rank is somebody else's.
  private void toTop() {
    awaited = -1;
    table.scrollTo(0);
  }

  /// A row that is not known yet, as after `End` among a million, is chosen once it is.
  private void chosen(RollRow row) {
    if (showing || row == null) {
      return;
    }
    awaited = row.isKnown() ? -1 : table.getSelectionModel().getSelectedIndex();
    if (row.isKnown()) {
      selected = row.slot();
      loop.dispatch(new Action.Select(row.slot(), true));
    }
  }

  @Override
  public void show(Frame frame, Desk desk) {
    ask();
    var page = frame.roll();
    boolean other = page.version() != version || frame.scrubber().jumps() != jumps;
    jumps = frame.scrubber().jumps();
    if (!other && desk.selected() == selected) {
      return;
    }
    version = page.version();
    showing = true;
    if (other) {
      rows.show(page);
      if (page.looking()) { // Another order begins at its top.
        table.scrollTo(0);
      }
      count.setText(counted(page));
      nothing.setText(Texts.get(page.looking() ? "roll.looking" : "roll.none"));
    }
    if (desk.selected() != selected) {
      awaited = -1;
    }
    if (awaited < 0) {
      select(desk.selected(), desk.selected() != selected);
    }
    selected = desk.selected();
    showing = false;
    if (rows.get(awaited).isKnown()) {
      chosen(rows.get(awaited));
    }
  }

  /// Asks for other rows once those that are seen come near the end of those that are known.
  private void ask() {
    if (loop.roll().limit() > 0) {
      Flow.of(table).filter(flow -> flow.getFirstVisibleCell() != null).ifPresent(this::ask);
    }
  }

  private void ask(VirtualFlow<?> flow) {
    int first = flow.getFirstVisibleCell().getIndex();
    int last = flow.getLastVisibleCell().getIndex();
    int from = loop.roll().from();
    boolean above = from > 0 && first < from + AHEAD;
    boolean below = last >= from + RollQuery.LIMIT - AHEAD && from + RollQuery.LIMIT < rows.size();
    if (above || below) {
      loop.roll(loop.roll().at(Math.max(0, (first + last - RollQuery.LIMIT) / 2)));
    }
  }

  private static String counted(RollPage page) {
    String matching = Figures.whole(page.matching());
    String total = Figures.whole(page.total());
    return page.looking()
        ? Texts.get("roll.looking")
        : page.matching() == page.total()
            ? Texts.get("roll.count", total)
            : Texts.get("roll.matching", matching, total);
  }

  private void select(int slot, boolean bring) {
    var model = table.getSelectionModel();
    int rank = rows.rank(slot);
    if (rank < 0) {
      model.clearSelection();
      return;
    }
    if (model.getSelectedIndex() != rank || model.getSelectedItems().size() != 1) {
      model.clearAndSelect(rank);
    }
    if (bring) {
      table.getFocusModel().focus(rank);
      if (!table.isFocused()) {
        table.scrollTo(rank);
      }
    }
  }
}
