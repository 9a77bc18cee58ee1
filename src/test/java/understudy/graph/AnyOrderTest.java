package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

class AnyOrderTest {
  private static final ExitReason WHY = ExitReason.atom("why");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomEventsLeaveASaneGraph(long seed) {
    RandomGenerator random = new Random(seed);
    Graph graph = new Graph();
    int pids = 4 + random.nextInt(60);
    for (int i = 1; i <= 20_000; i++) {
      graph.apply(new Stamped(i, i * 1_000_000L, 0, AnyEvent.of(random, pids)));
      if (i % 100 == 0) {
        assertSane(graph);
      }
    }
    assertThat(graph.version()).isEqualTo(20_000);
  }

  @Test
  void aChainOfSupervisorsOfAnyDepthIsTaken() {
    Story story = new Story();
    Pid first = story.root("top");
    Pid above = first;
    for (int i = 0; i < 20_000; i++) {
      above = story.supervisor(above, "s");
    }
    assertThat(story.at(first).descendants()).isEqualTo(20_000);
    story.dies(above, WHY);
    story.tell(new RuntimeEvent.ChildRemoved(first, "s"));
    assertSane(story.graph);
  }

  private static void assertSane(Graph graph) {
    Set<Vertex> seen = new HashSet<>();
    Set<Pid> pids = new HashSet<>();
    Deque<Vertex> rest = new ArrayDeque<>(graph.roots());
    int alive = 0;
    while (!rest.isEmpty()) {
      Vertex vertex = rest.pop();
      assertThat(seen.add(vertex)).as("%s stands once", vertex).isTrue();
      assertThat(graph.vertex(vertex.slot())).containsSame(vertex);
      assertThat(graph.vertex(vertex.pid())).containsSame(vertex);
      assertThat(pids.add(vertex.pid())).isTrue();
      alive += vertex.alive() ? 1 : 0;
      for (Vertex child : vertex.children()) {
        assertThat(child.parent()).containsSame(vertex);
        rest.push(child);
      }
    }
    for (Vertex vertex : graph.loose()) {
      assertThat(vertex.children()).isEmpty();
      assertThat(vertex.parent()).isEmpty();
      assertThat(vertex.alive()).isTrue();
      assertThat(seen.add(vertex)).isTrue();
      alive++;
    }
    assertThat(alive).isLessThanOrEqualTo(graph.totals().alive());
    assertThat(graph.zombies())
        .allSatisfy(zombie -> assertThat(graph.zombies(zombie.slot())).contains(zombie))
        .allSatisfy(zombie -> assertThat(graph.zombie(zombie.pid())).contains(zombie));
    int below = graph.roots().stream().mapToInt(Vertex::descendants).sum();
    assertThat(below + graph.roots().size() + graph.loose().size()).isEqualTo(seen.size());
  }
}
