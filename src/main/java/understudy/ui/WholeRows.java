package understudy.ui;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Holds a table and makes it just so high that no row is cut at its end.
public final class WholeRows extends StackPane {
  /// Made by FXML.
  public WholeRows() {
    setMinHeight(0);
  }

  @Override
  protected void layoutChildren() {
    for (Node child : getManagedChildren()) {
      double height = child instanceof TableView<?> table ? whole(table) : getHeight();
      layoutInArea(child, 0, 0, getWidth(), height, 0, HPos.LEFT, VPos.TOP);
    }
  }

  private double whole(TableView<?> table) {
    double header =
        table.lookup(".column-header-background") instanceof Region region
            ? region.prefHeight(-1)
            : 0;
    double rows = Math.floor((getHeight() - header) / table.getFixedCellSize());
    return rows < 1 ? getHeight() : header + rows * table.getFixedCellSize();
  }
}
