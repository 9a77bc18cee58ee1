package understudy.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.Pid;
import understudy.graph.Story;
import understudy.graph.Vertex;

class LayoutOverTimeTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void comingsAndGoingsNeverPutTwoInOnePlace(long seed) {
    RandomGenerator random = new Random(seed);
    Story story = new Story();
    Pid top = story.root("top");
    BlockLayout layout = new BlockLayout();
    for (int i = 0; i < 400; i++) {
      change(random, story, top, "n" + i);
      if (random.nextInt(3) == 0) {
        double aspect = random.nextDouble(0.5, 3);
        assertSound(story, layout.place(story.graph.roots(), story.graph.loose(), aspect));
      }
    }
  }

  private static void change(RandomGenerator random, Story story, Pid top, String id) {
    List<Vertex> supervisors = new ArrayList<>();
    List<Vertex> workers = new ArrayList<>();
    collect(story.graph.vertex(top).orElseThrow(), supervisors, workers);
    Vertex supervisor = supervisors.get(random.nextInt(supervisors.size()));
    switch (random.nextInt(8)) {
      case 0 -> story.supervisor(supervisor.pid(), id);
      case 1, 2, 3 -> story.worker(supervisor.pid(), id);
      case 4 -> Forests.workers(story, story.supervisor(top, id), random.nextInt(12));
      case 5 -> story.loose(id);
      default -> {
        boolean leaf = random.nextInt(4) > 0 && !workers.isEmpty();
        Vertex gone = leaf ? workers.get(random.nextInt(workers.size())) : supervisor;
        gone.parent().ifPresent(above -> endWithAllBelow(story, above, gone));
      }
    }
  }

  private static void endWithAllBelow(Story story, Vertex above, Vertex gone) {
    gone.children().forEach(child -> endWithAllBelow(story, gone, child));
    story.stopAndRemove(above.pid(), gone.id(), gone.pid());
  }

  private static void collect(Vertex vertex, List<Vertex> supervisors, List<Vertex> workers) {
    (vertex.supervises() ? supervisors : workers).add(vertex);
    vertex.children().forEach(child -> collect(child, supervisors, workers));
  }

  private static void assertSound(Story story, Geometry geometry) {
    assertThat(geometry.placed()).hasSize(story.graph.totals().alive());
    Box surface = new Box(0, 0, geometry.width(), geometry.height());
    for (Placed each : geometry.placed()) {
      Box around = geometry.block(each.parent()).orElse(surface);
      assertThat(around.encloses(each.block())).as("%s in %s", each, around).isTrue();
      for (Placed other : geometry.placed()) {
        boolean clash = other.slot() != each.slot() && other.box().overlaps(each.box());
        assertThat(clash).as("%s over %s", each, other).isFalse();
      }
    }
  }
}
