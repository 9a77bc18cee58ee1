package understudy.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import understudy.viewmodel.Sides;
import understudy.viewmodel.Sides.Row;

/// What each run cost, place by place.
final class SidesTable extends TableView<Row> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final double HEAD_WIDTH = 260;
  private static final double WIDTH = 150;
  private static final double ROW = 23;

  private List<String> names = List.of();

  SidesTable() {
    setId("sidesTable");
    getStyleClass().add("sides-table");
    setAccessibleText(Texts.get("sides.table"));
    setPlaceholder(new Label(Texts.get("sides.nothing")));
    setFixedCellSize(ROW);
    setRowFactory(_ -> new Line());
  }

  void show(Sides sides) {
    var next = sides.sides().stream().map(Sides.Side::name).toList();
    if (!next.equals(names)) {
      names = next;
      getColumns().setAll(List.of(column("", -1)));
      for (int i = 0; i < names.size(); i++) {
        getColumns().add(column(names.get(i), i));
      }
    }
    if (!getItems().equals(sides.table())) {
      getItems().setAll(sides.table());
    }
  }

  private static TableColumn<Row, Row> column(String title, int side) {
    var column = new TableColumn<Row, Row>(title);
    column.getStyleClass().add(side < 0 ? "row-head" : "number");
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(side < 0 ? HEAD_WIDTH : WIDTH);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new Cell(side));
    return column;
  }

  private static final class Line extends TableRow<Row> {
    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      boolean there = !empty && row != null;
      pseudoClassStateChanged(HEADING, there && row.isHeading());
      pseudoClassStateChanged(DIFFERS, there && row.differs());
    }
  }

  private static final class Cell extends TableCell<Row, Row> {
    private final int side;

    Cell(int side) {
      this.side = side;
      getStyleClass().add(side < 0 ? "row-head" : "number");
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(
          empty || row == null
              ? ""
              : side < 0 ? row.head() : side < row.values().size() ? row.values().get(side) : "");
    }
  }
}
