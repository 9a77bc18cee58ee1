package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lines of a family do not say that somebody is the child of a sibling.
class WiringTest {
  private final SmallWorld world = new SmallWorld();
  private final Studio studio = new Studio(() -> 0);

  private Frame frame(int width, int height) {
    studio.accept(world.drain());
    var view = new Extent(width, height);
    return studio.frame(new Wish(view, Camera.FIT, -1, -1, EventFilter.ALL, ""), world);
  }

  /// {@return the cards whose inside a line downwards runs through}
  private static List<Integer> crossed(Field field, double x, double top, double bottom) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < field.size(); row++) {
      if (x > field.x(row)
          && x < field.x(row) + field.width(row)
          && bottom > field.y(row) + 1
          && top < field.y(row) + field.height(row) - 1) {
        rows.add(row);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "400, 900, 2, 3",
    "400, 900, 3, 3",
    "600, 700, 1, 5",
    "900, 700, 0, 7",
    "300, 1200, 4, 6"
  })
  void noLineRunsBehindACard(int width, int height, int workers, int supervisors) {
    var top = world.root("top", "rest_for_one", 3, 5);
    for (int i = 0; i < workers; i++) {
      world.worker(top, "w" + i, "room");
    }
    for (int i = 0; i < supervisors; i++) {
      var group = world.supervisor(top, "s" + i, "one_for_one", 3, 5);
      for (int j = 0; j < i % 3; j++) {
        world.worker(group, "s" + i + "-" + j, "room");
      }
    }
    var frame = frame(width, height);
    assertThat(frame.wires().families()).hasSize(supervisors + 1);
    for (var family : frame.wires().families()) {
      for (var line : family.elbows()) {
        assertThat(crossed(frame.field(), line.fromX(), line.fromY(), line.bendY())).isEmpty();
        assertThat(crossed(frame.field(), line.toX(), line.bendY(), line.toY())).isEmpty();
      }
    }
  }

  @Test
  void theLinesOfAFamilyInOneRowBendAtOneHeight() {
    var top = world.root("top", "one_for_one", 3, 5);
    world.worker(top, "ann", "room");
    world.worker(top, "bob", "room");
    var lines = frame(900, 300).wires().families().getFirst().elbows();
    assertThat(lines).hasSize(2);
    assertThat(lines.stream().map(Wires.Elbow::bendY).distinct()).hasSize(1);
  }
}
