package understudy.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keeps the tabulator within a sheet that lies over the window: what is behind it cannot be seen,
/// so the keyboard must not get there.
final class TabRing {
  private TabRing() {}

  static void install(Parent sheet) {
    sheet.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            move(sheet, event.isShiftDown() ? -1 : 1);
          }
        });
  }

  private static void move(Parent sheet, int by) {
    List<Node> ring = new ArrayList<>();
    collect(sheet, ring);
    if (!ring.isEmpty()) {
      int at = ring.indexOf(sheet.getScene().getFocusOwner());
      int next = at < 0 ? (by > 0 ? 0 : ring.size() - 1) : Math.floorMod(at + by, ring.size());
      ring.get(next).requestFocus();
    }
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    switch (node) {
      case ScrollPane scroll when scroll.getContent() != null ->
          collect(scroll.getContent(), found);
      case Control _ -> {}
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(each -> collect(each, found));
      default -> {}
    }
  }
}
