package understudy.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.View;

/// Keeps the keyboard where the eyes are when panes come and go: on the tree, or on the table where
/// that stands alone.
final class Attention {
  private boolean wanted;

  /// Does `change`, and takes note if the keyboard has to be put somewhere afterwards.
  void during(Scene scene, Runnable change) {
    boolean main = Optional.ofNullable(scene.getFocusOwner()).filter(Attention::isMain).isPresent();
    change.run();
    wanted |= main || scene.getFocusOwner() == null;
  }

  /// A split pane has taken its panes in only by the next pulse.
  void pulse(Parent root, Arrangement now) {
    if (!wanted) {
      return;
    }
    boolean table = now.view() == View.TABLE && !now.presenting();
    var node = root.lookup(table ? "#roll" : "#tree");
    if (node != null) {
      wanted = false;
      node.requestFocus();
    }
  }

  private static boolean isMain(Node node) {
    return "tree".equals(node.getId()) || "roll".equals(node.getId());
  }
}
