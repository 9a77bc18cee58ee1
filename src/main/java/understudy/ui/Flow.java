package understudy.ui;

import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// The part of a table that scrolls, which knows the rows in view.
final class Flow {
  private Flow() {}

  /// {@return that of a table, nothing before the table was laid out}
  static Optional<VirtualFlow<?>> of(TableView<?> table) {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }
}
