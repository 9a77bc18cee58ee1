package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.Stamped;
import understudy.graph.Snapshot.Slot;

class SnapshotTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aGraphThatGoesOnFromOneCannotBeToldFromTheFirst(long seed) {
    RandomGenerator random = new Random(seed);
    Graph first = new Graph();
    Graph second = new Graph();
    int pids = 4 + random.nextInt(60);
    for (int i = 1; i <= 4_000; i++) {
      if (i % 50 == 0) {
        second = new Graph(first.snapshot());
      }
      var event = new Stamped(i, i * 1_000_000L, 0, AnyEvent.of(random, pids));
      first.apply(event);
      second.apply(event);
      assertThat(second.snapshot().slots())
          .as("seed %d, event %s", seed, event)
          .isEqualTo(first.snapshot().slots());
      assertThat(second.totals()).as("seed %d, event %s", seed, event).isEqualTo(first.totals());
    }
    assertThat(second.snapshot().links()).isEqualTo(first.snapshot().links());
    assertThat(second.snapshot().watches()).isEqualTo(first.snapshot().watches());
    assertThat(second.zombies()).isEqualTo(first.zombies());
  }

  @Test
  void aPlaceKeepsItsNumberAndItsRestarts() {
    Story story = new Story();
    Pid root = story.root("top");
    Pid child = story.supervisor(root, "s");
    story.dies(child, ExitReason.atom("why"));
    var before = story.at(child);
    var after = new Graph(story.graph.snapshot()).vertex(child).orElseThrow();
    assertThat(after.slot()).isEqualTo(before.slot());
    assertThat(after.path()).isEqualTo(before.path());
    assertThat(after.state()).isEqualTo(before.state());
  }

  @Test
  void whatWasNeverAGraphIsRefused() {
    Story story = new Story();
    story.supervisor(story.root("top"), "s");
    Snapshot good = story.graph.snapshot();
    List<Slot> twice = new ArrayList<>(good.slots());
    twice.add(good.slots().getLast());
    List<Slot> backwards = good.slots().reversed();
    for (List<Slot> slots : List.of(twice, backwards)) {
      assertThatThrownBy(() -> new Graph(with(good, slots)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("snapshot: ");
    }
  }

  private static Snapshot with(Snapshot good, List<Slot> slots) {
    return new Snapshot(
        good.sequence(),
        good.nanos(),
        good.version(),
        good.totals(),
        good.nextSlot(),
        good.firstSpawned(),
        good.lastSpawned(),
        slots,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
