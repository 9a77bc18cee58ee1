package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class WingsTest {
  private final Region always = new Region();
  private final Region first = new Region();
  private final Region second = new Region();
  private final Region third = new Region();
  private final Pane home = new Pane(always, first, second, third);
  private final List<Node> told = new ArrayList<>();
  private final Wings wings =
      new Wings(node -> {
        assertThat(node.getParent()).isNull();
        told.add(node);
      });

  private void takeAllOut() {
    wings.takeOut(first);
    wings.takeOut(second);
    wings.takeOut(third);
  }

  @Test
  void whoWaitsIsOutsideAndHidden() {
    takeAllOut();
    assertThat(home.getChildren()).containsExactly(always);
    assertThat(first.isVisible()).isFalse();
    assertThat(first.isManaged()).isFalse();
  }

  @Test
  void theyComeInOneByOneAndStillHidden() {
    takeAllOut();
    wings.next();
    assertThat(home.getChildren()).containsExactly(always, first);
    wings.next();
    wings.next();
    wings.next();
    assertThat(home.getChildren()).containsExactly(always, first, second, third);
    assertThat(home.getChildren().subList(1, 4)).noneMatch(Node::isVisible);
  }

  @Test
  void whoIsShownComesInAtOnceAndToItsPlace() {
    takeAllOut();
    third.setVisible(true);
    assertThat(home.getChildren()).containsExactly(always, third);
    first.setVisible(true);
    assertThat(home.getChildren()).containsExactly(always, first, third);
    wings.next();
    assertThat(home.getChildren()).containsExactly(always, first, second, third);
  }

  @Test
  void whoIsInStaysInWhenHiddenAndShownAgain() {
    takeAllOut();
    first.setVisible(true);
    first.setVisible(false);
    first.setVisible(true);
    assertThat(home.getChildren()).containsExactly(always, first);
    assertThat(told).containsExactly(first);
  }
}
