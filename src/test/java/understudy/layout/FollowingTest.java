package understudy.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.Pid;
import understudy.graph.Story;
import understudy.graph.Vertex;

class FollowingTest {
  private static final double SCREEN = 1.6;

  private final Story story = Forests.wide(40, 250);
  private final BlockLayout layout = new BlockLayout();

  @BeforeEach
  void arrangeAll() {
    follow();
  }

  private void follow() {
    story.graph.changes(layout::follow, _ -> {});
    layout.arrange(SCREEN);
  }

  private Vertex someSupervisor() {
    return story.graph.roots().getFirst().children().get(17);
  }

  @Nested
  class Cost {
    @Test
    void aNewChildCostsNothingForTheOthers() {
      long before = layout.steps();
      story.worker(someSupervisor().pid(), "new");
      follow();
      assertThat(layout.size()).isEqualTo(story.graph.totals().alive());
      assertThat(layout.steps() - before).isLessThan(100);
    }

    @Test
    void aRestartCostsNothingAtAllAndMovesNobody() {
      Vertex worker = someSupervisor().children().get(3);
      Box box = layout.box(worker);
      long arranged = layout.arranged();
      long before = layout.steps();
      story.crashAndRestart(someSupervisor().pid(), worker.id(), worker.pid(), 1);
      follow();
      assertThat(layout.box(worker)).isEqualTo(box);
      assertThat(layout.arranged()).isEqualTo(arranged);
      assertThat(layout.steps() - before).isLessThan(10);
    }
  }

  @Nested
  class Sameness {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followingTellsTheSameAsLookingAtEverything(long seed) {
      Random random = new Random(seed);
      for (int i = 0; i < 200; i++) {
        Vertex under = story.graph.roots().getFirst().children().get(random.nextInt(40));
        if (random.nextBoolean() || under.childCount() == 0) {
          story.worker(under.pid(), "n" + i);
        } else {
          Vertex gone = under.children().get(random.nextInt(under.childCount()));
          story.stopAndRemove(under.pid(), gone.id(), gone.pid());
        }
        follow();
      }
      Geometry all = layout.all();
      var placed = all.placed();
      assertThat(placed).hasSize(story.graph.totals().alive());
      for (Placed each : placed) {
        Vertex vertex = story.graph.vertex(each.slot()).orElseThrow();
        assertThat(layout.box(vertex)).isEqualTo(each.box());
        assertThat(all.block(each.parent()).map(host -> host.encloses(each.block())))
            .isNotEqualTo(java.util.Optional.of(false));
      }
    }
  }

  @Nested
  class FromAfar {
    @Test
    void blocksTooSmallToLookIntoAreToldAsOneWithAllTheyHold() {
      Geometry far = layout.view(everything(), 0.004, 10_000);
      assertThat(far.placed()).hasSizeLessThan(50);
      assertThat(far.placed().stream().mapToInt(Placed::crowd).sum())
          .isBetween(40 * 250, 40 * 250 + 40);
    }

    @Test
    void theManyAreToldAsPlotsInWhichEachIsFound() {
      Geometry view = layout.view(everything(), 0.2, 1_000);
      assertThat(view.plots()).hasSize(40);
      Vertex worker = someSupervisor().children().get(99);
      Box box = layout.box(worker);
      assertThat(view.plots())
          .extracting(plot -> plot.slot(plot.cellAt(box.centerX(), box.centerY())))
          .contains(worker.slot());
    }

    @Test
    void aPlotDoesNotChangeWhenThingsMoveOn() {
      Plot before = layout.view(everything(), 0.2, 1_000).plots().get(17);
      Vertex gone = story.graph.vertex(before.slot(5)).orElseThrow();
      Pid supervisor = gone.parent().orElseThrow().pid();
      int slot = gone.slot();
      story.stopAndRemove(supervisor, gone.id(), gone.pid());
      follow();
      Plot after = layout.view(everything(), 0.2, 1_000).plots().get(17);
      assertThat(before.slot(5)).isEqualTo(slot);
      assertThat(after.slot(5)).isEqualTo(-1);
      assertThat(after.sharesPage(0, before)).isFalse();
    }

    private Box everything() {
      return new Box(-10, -10, 1e6, 1e6);
    }
  }
}
