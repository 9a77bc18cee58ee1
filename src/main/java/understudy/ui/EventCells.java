package understudy.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import understudy.viewmodel.EventLine;
import understudy.viewmodel.Level;

/// How the columns of the event list look.
final class EventCells {
  private static final List<String> LEVELS =
      List.of("level-info", "level-restart", "level-crash", "level-escalation");

  private EventCells() {}

  static void text(
      TableColumn<EventLine, EventLine> column, String style, Function<EventLine, String> text) {
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> {
      var cell =
          new TableCell<EventLine, EventLine>() {
            @Override
            protected void updateItem(EventLine line, boolean empty) {
              super.updateItem(line, empty);
              setText(empty || line == null ? "" : text.apply(line));
            }
          };
      cell.getStyleClass().add(style);
      return cell;
    });
  }

  static void badge(TableColumn<EventLine, EventLine> column) {
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new Badge());
  }

  private static final class Badge extends TableCell<EventLine, EventLine> {
    private final Label badge = new Label();

    Badge() {
      badge.getStyleClass().add("level");
    }

    @Override
    protected void updateItem(EventLine line, boolean empty) {
      super.updateItem(line, empty);
      setGraphic(empty || line == null ? null : badge);
      if (!empty && line != null) {
        Level level = line.level();
        badge.setText(Texts.get("level." + level.name().toLowerCase(Locale.ROOT)));
        level(badge, level);
      }
    }
  }

  /// Gives `label` the colours of `level` and of no other.
  static void level(Label label, Level level) {
    String wanted = style(level);
    if (!label.getStyleClass().contains(wanted)) {
      label.getStyleClass().removeAll(LEVELS);
      label.getStyleClass().add(wanted);
    }
  }

  private static String style(Level level) {
    return switch (level) {
      case INFO -> "level-info";
      case RESTART -> "level-restart";
      case CRASH -> "level-crash";
      case ESCALATION -> "level-escalation";
    };
  }
}
