package understudy.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.graph.Graph;
import understudy.graph.Vertex;

/// The rows of the process table.
class RollTest {
  private final SmallWorld world = new SmallWorld();
  private final Graph graph = new Graph();
  private final Tally tally = new Tally();
  private final Roll roll = new Roll(tally);
  private final RollQuery all = RollQuery.HIDDEN.shown(true);
  private long clock;

  RollTest() {
    var root = world.root("app", "one_for_one", 3, 5);
    for (int i = 0; i < 300; i++) {
      world.fill(world.worker(root, "w" + i, i % 3 == 0 ? "Room" : "session"), i * 7 % 300);
    }
    apply();
  }

  private void apply() {
    world.drain().forEach(graph::apply);
    for (Vertex vertex : vertices()) {
      vertex.setDepth(Math.max(0, world.depth(vertex.pid())));
    }
  }

  private List<Vertex> vertices() {
    var root = graph.roots().getFirst();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(root), root.children().stream())
        .toList();
  }

  private RollPage ask(RollQuery query) {
    clock += Roll.REST_NANOS;
    return roll.look(query, Crowd.of(vertices()), world, world.nanos(), () -> clock);
  }

  private static List<String> names(RollPage page, int first) {
    return page.rows().stream().limit(first).map(RollRow::name).toList();
  }

  @Test
  void theFullestMailboxesComeFirst() {
    var page = ask(all);
    assertThat(page.rows()).hasSize(RollQuery.LIMIT);
    assertThat(page.rows().stream().map(RollRow::depth).limit(3)).containsExactly(299, 298, 297);
    assertThat(page.matching()).isEqualTo(301);
    assertThat(page.total()).isEqualTo(301);
  }

  @Test
  void everyColumnSortsBothWays() {
    for (var column : RollColumn.values()) {
      var up = ask(all.sorted(column, false));
      var down = ask(all.sorted(column, true));
      assertThat(up.rows()).as("%s", column).hasSize(RollQuery.LIMIT);
      assertThat(down.rows()).as("%s", column).hasSize(RollQuery.LIMIT);
    }
    assertThat(names(ask(all.sorted(RollColumn.NAME, false)), 3))
        .containsExactly("app", "w0", "w1");
    assertThat(names(ask(all.sorted(RollColumn.NAME, true)), 2)).containsExactly("w99", "w98");
    assertThat(names(ask(all.sorted(RollColumn.PID, false)), 2)).containsExactly("app", "w0");
    assertThat(names(ask(all.sorted(RollColumn.PID, true)), 1)).containsExactly("w299");
  }

  @Test
  void theFirstOfManyAreThoseOfAFullSort() {
    var wanted =
        vertices().stream()
            .sorted((a, b) -> Integer.compare(b.depth(), a.depth()))
            .map(Vertex::depth)
            .limit(RollQuery.LIMIT)
            .toList();
    assertThat(ask(all).rows().stream().map(RollRow::depth).toList()).isEqualTo(wanted);
  }

  @Test
  void everyRankCanBeHadAndIsThatOfAFullSort() {
    for (var query : List.of(all, all.sorted(RollColumn.NAME, false))) {
      List<Integer> seen = new ArrayList<>();
      for (int from : List.of(0, 250, 60, 101, 1_000)) {
        var page = ask(query.at(from));
        assertThat(page.from()).isEqualTo(Math.min(from, 101));
        assertThat(page.rows()).hasSize(RollQuery.LIMIT);
      }
      for (int from : List.of(0, 200)) {
        var page = ask(query.at(from));
        page.rows().stream().skip(from - page.from()).map(RollRow::slot).forEach(seen::add);
      }
      Comparator<Vertex> order =
          query.sort() == RollColumn.NAME
              ? Comparator.comparing(Labels::name, String.CASE_INSENSITIVE_ORDER)
              : Comparator.comparingInt(Vertex::depth).reversed();
      assertThat(seen)
          .isEqualTo(
              vertices().stream()
                  .sorted(order.thenComparingInt(Vertex::slot))
                  .map(Vertex::slot)
                  .toList());
    }
  }

  @Test
  void otherRowsOfTheLastLookAreThereWithoutAnother() {
    ask(all);
    var further = roll.look(all.at(150), Crowd.of(vertices()), world, 0, () -> clock + 1);
    assertThat(further.from()).isEqualTo(101);
    assertThat(further.rows().getFirst().depth()).isEqualTo(299 - 101);
  }

  @Test
  void textIsFoundWhateverItsCase() {
    var page = ask(all.filtered("rOOm", Optional.empty()));
    assertThat(page.matching()).isEqualTo(100);
    assertThat(names(ask(all.filtered("w17", Optional.empty())), 20)).contains("w17", "w170");
    assertThat(ask(all.filtered("<0.5.0>", Optional.empty())).rows())
        .extracting(RollRow::pid)
        .containsExactly(new Pid(5));
    assertThat(ask(all.filtered("nobody", Optional.empty())).rows()).isEmpty();
  }

  @Test
  void onlyOnePhaseIsShown() {
    world.die(world.pid("w3"), ExitReason.atom("boom"));
    apply();
    var page = ask(all.filtered("", Optional.of(Phase.DOWN)));
    assertThat(names(page, 9)).containsExactly("w3");
    assertThat(page.rows().getFirst().uptimeNanos()).isZero();
  }

  @Test
  void aRowSaysWhoSupervisesItAndWhereItStands() {
    var row = ask(all.filtered("w42", Optional.empty())).rows().getFirst();
    assertThat(row.supervisor()).isEqualTo("app");
    assertThat(row.path()).isEqualTo("app/w42");
    assertThat(row.behaviour()).isEqualTo("Room");
  }

  @Nested
  class AMillion {
    @Test
    void isLookedAtASliceAFrame() {
      long[] time = {0};
      var many = vertices();
      var crowd = java.util.Collections.nCopies(50, many).stream().flatMap(List::stream).toList();
      int frames = 0;
      RollPage page;
      do {
        page = roll.look(all, Crowd.of(crowd), world, 0, () -> time[0] += Roll.BUDGET_NANOS);
        frames++;
      } while (page.looking());
      assertThat(frames).isGreaterThan(10);
      assertThat(page.matching()).isEqualTo(crowd.size());
    }

    @Test
    void costsNothingWhileTheTableIsHidden() {
      assertThat(roll.look(RollQuery.HIDDEN, Crowd.of(vertices()), world, 0, () -> clock))
          .isEqualTo(RollPage.EMPTY);
    }
  }

  @Test
  void whatIsSeenRestsForAMomentBetweenTwoLooks() {
    var first = ask(all);
    world.fill(world.pid("w0"), 5_000);
    apply();
    assertThat(roll.look(all, Crowd.of(vertices()), world, 0, () -> clock + 1)).isSameAs(first);
    assertThat(names(ask(all), 1)).containsExactly("w0");
  }

  @Nested
  class TheTally {
    @Test
    void countsEachAndForgetsTheDead() {
      for (int n = 1; n <= 1_000; n++) {
        for (int times = 0; times < n % 5; times++) {
          tally.add(new Pid(n));
        }
      }
      for (int n = 1; n <= 1_000; n += 3) {
        tally.forget(new Pid(n));
      }
      for (int n = 1; n <= 1_000; n++) {
        assertThat(tally.of(new Pid(n))).as("%s", n).isEqualTo(n % 3 == 1 ? 0 : n % 5);
      }
    }

    @Test
    void holdsNoMoreThanLives() {
      for (int n = 1; n <= 10_000; n++) {
        tally.add(new Pid(n));
        tally.forget(new Pid(n));
      }
      assertThat(tally.size()).isZero();
    }
  }
}
