package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Rig.Happened;

/// What holds for every tree and every sequence of faults.
class RandomTreeTest {
  private static final int FAULTS = 150;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 80);
  }

  static LongStream fewSeeds() {
    return LongStream.rangeClosed(1, 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName(
      "whatever happens: nobody is left, each is told once, stops go in reverse order, "
          + "names have one holder, words keep their order, no supervisor restarts too often")
  void anyFaults(long seed) {
    RandomTree tree = new RandomTree(seed).play(FAULTS);
    try (var rig = tree.rig) {
      nobodyIsLeft(tree);
      eachIsToldOnce(tree);
      stopsGoInReverse(tree);
      namesHaveOneHolder(tree);
      wordsKeepTheirOrder(tree);
      noSupervisorRestartsTooOften(tree);
      assertThat(rig.events(RuntimeEvent.ChildStarting.class)).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  @DisplayName("the same seed gives the same events, one for one")
  void repeatable(long seed) {
    List<Happened> first = events(seed);
    assertThat(events(seed)).isEqualTo(first).hasSizeGreaterThan(20);
  }

  @Test
  @DisplayName("the plays are worth looking at")
  void enoughHappens() {
    int restarts = 0;
    int stops = 0;
    int told = 0;
    int words = 0;
    for (long seed = 1; seed <= 20; seed++) {
      RandomTree tree = new RandomTree(seed).play(FAULTS);
      try (var rig = tree.rig) {
        restarts +=
            (int)
                rig.events(RuntimeEvent.ChildExited.class).stream()
                    .filter(exited -> exited.decision() == Decision.RESTART)
                    .count();
        stops += rig.events(RuntimeEvent.ChildStopped.class).size();
        told += tree.exits.size() + tree.downs.size();
        words += tree.heard.size();
      }
    }
    assertThat(List.of(restarts, stops, told, words)).allMatch(count -> count > 100);
  }

  private static List<Happened> events(long seed) {
    RandomTree tree = new RandomTree(seed).play(FAULTS);
    try (var rig = tree.rig) {
      return rig.events();
    }
  }

  private static void nobodyIsLeft(RandomTree tree) {
    Set<Pid> alive = new HashSet<>();
    tree.rig.events(RuntimeEvent.Spawned.class).forEach(born -> alive.add(born.subject()));
    for (RuntimeEvent.Exited exited : tree.rig.events(RuntimeEvent.Exited.class)) {
      assertThat(alive.remove(exited.subject())).as("%s dies once", exited).isTrue();
    }
    assertThat(alive).containsExactlyInAnyOrderElementsOf(tree.onlookers());
    assertThat(tree.rig.vm.table().alive()).isEqualTo(3);
  }

  private static void eachIsToldOnce(RandomTree tree) {
    Map<Pid, ExitReason> truth = new HashMap<>();
    tree.rig
        .events(RuntimeEvent.Exited.class)
        .forEach(exited -> truth.put(exited.subject(), exited.reason()));
    tree.exits.forEach((pid, reasons) -> {
      assertThat(reasons).as("EXIT of %s", pid).hasSize(1);
      assertThat(reasons.getFirst()).isIn(truth.get(pid), Atom.NOPROC);
    });
    assertThat(tree.downs.keySet()).isEqualTo(tree.monitors.keySet());
    tree.downs.forEach((reference, reasons) -> {
      assertThat(reasons).as("DOWN %d", reference).hasSize(1);
      assertThat(reasons.getFirst()).isIn(truth.get(tree.monitors.get(reference)), Atom.NOPROC);
    });
  }

  private static void stopsGoInReverse(RandomTree tree) {
    Map<Pid, Integer> lowest = new HashMap<>();
    Map<Pid, Pid> underWay = new HashMap<>();
    for (Happened happened : tree.rig.events()) {
      switch (happened.event()) {
        case RuntimeEvent.ChildStopping(var supervisor, var id, var child, _) -> {
          Pid other = underWay.put(supervisor, child);
          assertThat(other).as("%s is asked while another is stopped", child).isIn(null, child);
          if (other == null) {
            int place = tree.places.getOrDefault(id, -1);
            assertThat(place)
                .as("place of %s in the stops of %s", id, supervisor)
                .isLessThan(lowest.getOrDefault(supervisor, Integer.MAX_VALUE));
            lowest.put(supervisor, place);
          }
        }
        case RuntimeEvent.ChildStopped(var supervisor, _, _, _) -> underWay.remove(supervisor);
        case RuntimeEvent.ChildStarting starting -> lowest.remove(starting.subject());
        case RuntimeEvent.ChildStartFailed failed -> lowest.remove(failed.subject());
        case RuntimeEvent.ChildExited exited -> lowest.remove(exited.subject());
        case RuntimeEvent.Terminating terminating -> lowest.remove(terminating.subject());
        default -> {}
      }
    }
  }

  private static void namesHaveOneHolder(RandomTree tree) {
    Map<String, Pid> holders = new HashMap<>();
    for (Happened happened : tree.rig.events()) {
      switch (happened.event()) {
        case RuntimeEvent.Registered(var pid, var name) ->
            assertThat(holders.put(name, pid)).as("holder of %s before %s", name, pid).isNull();
        case RuntimeEvent.Unregistered(var pid, var name) ->
            assertThat(holders.remove(name)).isEqualTo(pid);
        case RuntimeEvent.Exited(var pid, _) -> assertThat(holders).doesNotContainValue(pid);
        default -> {}
      }
    }
    assertThat(holders).isEmpty();
  }

  private static void wordsKeepTheirOrder(RandomTree tree) {
    Map<Pid, Integer> last = new HashMap<>();
    for (RandomTree.Said said : tree.heard) {
      assertThat(said.number()).isEqualTo(last.getOrDefault(said.from(), 0) + 1);
      last.put(said.from(), said.number());
    }
  }

  private static void noSupervisorRestartsTooOften(RandomTree tree) {
    Map<Pid, RuntimeEvent.Supervising> limits = new HashMap<>();
    Map<Pid, List<Long>> restarts = new HashMap<>();
    for (Happened happened : tree.rig.events()) {
      if (happened.event() instanceof RuntimeEvent.Supervising supervising) {
        limits.put(supervising.subject(), supervising);
      }
      if (happened.event() instanceof RuntimeEvent.ChildExited exited
          && exited.decision() == Decision.RESTART) {
        RuntimeEvent.Supervising limit = limits.get(exited.subject());
        assertThat(limit).isNotNull();
        long second = happened.nanos() / NANOS_A_SECOND;
        List<Long> seconds = restarts.computeIfAbsent(exited.subject(), _ -> new ArrayList<>());
        seconds.add(second);
        if (limit != null) {
          long from = second - limit.periodSeconds();
          assertThat(seconds.stream().filter(one -> one >= from).count())
              .as("restarts by %s", exited.subject())
              .isLessThanOrEqualTo(limit.maxRestarts());
        }
      }
    }
  }
}
