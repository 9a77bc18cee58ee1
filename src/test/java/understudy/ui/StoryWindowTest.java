package understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import understudy.viewmodel.Tempo;

/// The captions of slow motion leave the picture its room.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class StoryWindowTest extends Staged {
  @Start
  void start(Stage stage) {
    Scenes.chat(port.world);
    show(stage, MainWindow.load(port), 1000, 800);
  }

  private List<Bounds> cards() {
    return onFx(() -> {
      var tree = (TreeCanvas) node("tree");
      var field = window().loop().frame().field();
      return IntStream.range(0, field.size())
          .mapToObj(row -> tree.boundsOf(field.slot(row)).orElseThrow())
          .toList();
    });
  }

  /// Until the picture has settled in the room that is left to it.
  private void slow() {
    port.situation = port.situation.withTempo(new Tempo.Messages(1));
    pulse();
    pulse();
  }

  @Test
  void whileNothingDiesTheyTakeOneLine() {
    pulse();
    double before = box("tree").getHeight();
    slow();
    assertThat(isShown("story")).isTrue();
    assertThat(before - box("tree").getHeight()).isBetween(20.0, 40.0);
    assertThat(box("story").getMinY()).isGreaterThanOrEqualTo(box("tree").getMaxY());
  }

  @Test
  void noCardMovesOrIsHiddenWhenACrashIsTold() {
    slow();
    var before = cards();
    port.world.crash(port.world.pid("sessions"), "bob", Scenes.DIVIDED);
    pulse();
    assertThat(box("story").getHeight()).isGreaterThan(50);
    assertThat(box("story").getMaxY()).isLessThanOrEqualTo(scene().getHeight());
    assertThat(cards()).isEqualTo(before);
    double lowest =
        onFx(() -> {
          var tree = node("tree");
          return before.stream()
              .mapToDouble(card -> tree.localToScene(card).getMaxY())
              .max()
              .orElseThrow();
        });
    assertThat(box("story").getMinY()).isGreaterThanOrEqualTo(lowest);
  }
}
