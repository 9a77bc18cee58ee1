package understudy.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Scrolls a pane to where the keyboard is: what has the focus is seen.
final class Reveal {
  private static final double SPACE = 8;

  private Reveal() {}

  static void install(ScrollPane pane) {
    pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> show(pane, owner));
  }

  private static void show(ScrollPane pane, @Nullable Node owner) {
    var content = pane.getContent();
    if (owner == null || content == null || !isWithin(owner, content)) {
      return;
    }
    Bounds at = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
    double seen = pane.getViewportBounds().getHeight();
    double beyond = content.getLayoutBounds().getHeight() - seen;
    if (beyond <= 0) {
      return;
    }
    double top = pane.getVvalue() * beyond;
    if (at.getMinY() < top) {
      pane.setVvalue(Math.max(0, at.getMinY() - SPACE) / beyond);
    } else if (at.getMaxY() > top + seen) {
      pane.setVvalue(Math.min(1, (at.getMaxY() + SPACE - seen) / beyond));
    }
  }

  private static boolean isWithin(Node node, Node outer) {
    Node each = node;
    while (each != null && !each.equals(outer)) {
      each = each.getParent();
    }
    return each != null;
  }
}
