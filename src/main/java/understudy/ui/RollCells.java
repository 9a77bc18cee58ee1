package understudy.ui;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import understudy.viewmodel.Figures;
import understudy.viewmodel.RollColumn;
import understudy.viewmodel.RollRow;
import understudy.viewmodel.Words;

/// How the columns of the process table look.
final class RollCells {
  private RollCells() {}

  static TableColumn<RollRow, RollRow> column(RollColumn kind) {
    var column = new TableColumn<RollRow, RollRow>(Texts.get("roll." + Words.key(kind)));
    column.setId("roll-" + Words.key(kind));
    column.setUserData(kind);
    column.setReorderable(false);
    column.setPrefWidth(width(kind));
    column.setMinWidth(0.8 * width(kind));
    column.setSortType(first(kind));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ ->
        switch (kind) {
          case NAME -> cell("sentence", RollRow::name);
          case PID -> cell("mono", row -> row.pid().toString());
          case STATE -> new Badge();
          case MAILBOX -> cell("number", row -> Figures.whole(row.depth()));
          case RESTARTS -> cell("number", row -> Figures.whole(row.restarts()));
          case HANDLED -> cell("number", row -> Figures.whole(row.handled()));
          case UPTIME -> cell("number", RollCells::uptime);
          case SUPERVISOR -> cell("sentence", RollRow::supervisor);
          case BEHAVIOUR -> cell("sentence", RollRow::behaviour);
          case PATH -> cell("sentence", RollRow::path);
        });
    return column;
  }

  /// {@return how a column is sorted first: words from A, numbers from the largest}
  static SortType first(RollColumn kind) {
    return kind.isText() ? SortType.ASCENDING : SortType.DESCENDING;
  }

  private static String uptime(RollRow row) {
    return row.phase().isAlive() ? Figures.duration(row.uptimeNanos()) : Texts.get("none");
  }

  private static double width(RollColumn kind) {
    return switch (kind) {
      case NAME, PATH -> 150;
      case PID -> 96;
      case STATE -> 98;
      case MAILBOX, RESTARTS, HANDLED -> 84;
      case UPTIME -> 100;
      case SUPERVISOR, BEHAVIOUR -> 120;
    };
  }

  private static Cell cell(String style, Function<RollRow, String> text) {
    return new Cell(style, (cell, row) -> cell.setText(text.apply(row)));
  }

  /// A cell that shows one row's one fact.
  private static class Cell extends TableCell<RollRow, RollRow> {
    private final BiConsumer<Cell, RollRow> fill;

    Cell(String style, BiConsumer<Cell, RollRow> fill) {
      this.fill = fill;
      getStyleClass().add(style);
    }

    @Override
    protected void updateItem(RollRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null || !row.isKnown()) {
        setText(empty ? "" : Texts.get("roll.unknown"));
        setGraphic(null);
      } else {
        fill.accept(this, row);
      }
    }
  }

  /// The state as a badge with a word, so that it can be read without colour.
  private static final class Badge extends Cell {
    Badge() {
      super("badge-cell", Badge::put);
    }

    private static void put(Cell cell, RollRow row) {
      var badge = cell.getGraphic() instanceof Label label ? label : new Label();
      badge.setText(row.phase().words());
      if (!badge.getStyleClass().contains("level")) {
        badge.getStyleClass().add("level");
      }
      PhaseStyle.put(badge, row.phase());
      cell.setGraphic(badge);
    }
  }
}
