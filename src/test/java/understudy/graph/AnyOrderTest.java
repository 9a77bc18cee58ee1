package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

class AnyOrderTest {
  private static final ExitReason WHY = ExitReason.atom("why");
  private static final List<Decision> DECISIONS = List.of(Decision.values());
  private static final List<RestartType> TYPES = List.of(RestartType.values());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomEventsLeaveASaneGraph(long seed) {
    RandomGenerator random = new Random(seed);
    Graph graph = new Graph();
    int pids = 4 + random.nextInt(60);
    for (int i = 1; i <= 20_000; i++) {
      graph.apply(new Stamped(i, i * 1_000_000L, 0, any(random, pids)));
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

  private static RuntimeEvent any(RandomGenerator random, int pids) {
    Pid a = new Pid(random.nextInt(pids));
    Pid b = new Pid(random.nextInt(pids));
    String id = "c" + random.nextInt(5);
    boolean on = random.nextBoolean();
    ChildKind kind = on ? ChildKind.WORKER : ChildKind.SUPERVISOR;
    int small = random.nextInt(-2, 9);
    return switch (random.nextInt(27)) {
      case 0 -> new RuntimeEvent.Spawned(a, b, "B");
      case 1 -> new RuntimeEvent.Initialized(a);
      case 2 -> new RuntimeEvent.Terminating(a, WHY);
      case 3 -> new RuntimeEvent.Exited(a, WHY);
      case 4 -> new RuntimeEvent.Haunting(a);
      case 5 -> new RuntimeEvent.Rested(a);
      case 6 -> new RuntimeEvent.Registered(a, id);
      case 7 -> new RuntimeEvent.Unregistered(a, id);
      case 8 -> new RuntimeEvent.Linked(a, b);
      case 9 -> new RuntimeEvent.Unlinked(a, b);
      case 10 -> new RuntimeEvent.Monitored(a, b, small);
      case 11 -> new RuntimeEvent.Demonitored(a, b, small);
      case 12 -> new RuntimeEvent.TrapExit(a, on);
      case 13 -> new RuntimeEvent.Suspended(a, on);
      case 14 -> new RuntimeEvent.Sent(a, b, small, "m");
      case 15 -> new RuntimeEvent.Received(a, small, "m");
      case 16 -> new RuntimeEvent.ExitSignalled(a, b, WHY);
      case 17 -> new RuntimeEvent.Supervising(a, "one_for_one", small, small);
      case 18 -> new RuntimeEvent.ChildStarted(a, id, b);
      case 19 -> new RuntimeEvent.ChildStartFailed(a, id, WHY);
      case 20 -> new RuntimeEvent.ChildIgnored(a, id);
      case 21 -> {
        Decision decision = DECISIONS.get(random.nextInt(DECISIONS.size()));
        yield new RuntimeEvent.ChildExited(a, id, b, WHY, decision, small * 1_000_000);
      }
      case 22 -> new RuntimeEvent.ChildStopped(a, id, b, WHY);
      case 23 -> new RuntimeEvent.ChildRemoved(a, id);
      case 24 -> new RuntimeEvent.RestartDelayed(a, id, on ? Long.MAX_VALUE : small);
      case 25 -> new RuntimeEvent.GaveUp(a, id, small, small, small);
      default -> {
        RestartType type = TYPES.get(random.nextInt(TYPES.size()));
        yield new RuntimeEvent.ChildStarting(a, id, b, kind, type, small);
      }
    };
  }
}
