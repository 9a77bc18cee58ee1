package understudy.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/// Where parts of the window wait that nobody sees at first, outside the scene: to style them would
/// keep the first picture waiting. They come in one by one afterwards, or at once when they are
/// shown.
final class Wings {
  private record Waiting(Node node, Pane home, Subscription shown) {}

  private final Consumer<Node> entering;
  private final Map<Pane, List<Node>> orders = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /// @param entering is told of each just before it comes in
  Wings(Consumer<Node> entering) {
    this.entering = entering;
  }

  /// Hides `node` and takes it out of its parent, which has no other children later than now.
  void takeOut(Node node) {
    if (node.getParent() instanceof Pane home) {
      orders.computeIfAbsent(home, _ -> List.copyOf(home.getChildren()));
      Dock.present(node, false);
      home.getChildren().remove(node);
      waiting.add(
          new Waiting(
              node,
              home,
              node.visibleProperty()
                  .subscribe(visible -> {
                    if (visible) {
                      comeIn(node);
                    }
                  })));
    }
  }

  /// Lets the next one in, if any still waits.
  void next() {
    if (!waiting.isEmpty()) {
      comeIn(waiting.getFirst().node);
    }
  }

  private void comeIn(Node node) {
    waiting.stream()
        .filter(each -> each.node.equals(node))
        .findFirst()
        .ifPresent(one -> {
          waiting.remove(one);
          one.shown.unsubscribe();
          entering.accept(node);
          one.home.getChildren().add(place(one), node);
        });
  }

  /// So many that stood before it are there now.
  private int place(Waiting one) {
    var there = one.home.getChildren();
    return (int)
        orders.getOrDefault(one.home, List.of()).stream()
            .takeWhile(each -> !each.equals(one.node))
            .filter(there::contains)
            .count();
  }
}
