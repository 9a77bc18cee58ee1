package understudy.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.event.Pid;
import understudy.graph.Story;
import understudy.graph.Vertex;

class BlockLayoutTest {
  private static final double SCREEN = 1.7;

  private final BlockLayout layout = new BlockLayout();

  static Stream<Story> stories() {
    Story mixed = Forests.chat(9);
    mixed.root("second");
    for (int i = 0; i < 5; i++) {
      mixed.loose("probe " + i);
    }
    return Stream.of(
        new Story(),
        Forests.family(0),
        Forests.family(4),
        Forests.family(60),
        Forests.family(61),
        Forests.chat(5),
        Forests.chat(150),
        mixed,
        Forests.wide(1, 1),
        Forests.wide(12, 3),
        Forests.wide(40, 50),
        Forests.wide(400, 2));
  }

  @Nested
  class EveryPicture {
    @ParameterizedTest
    @MethodSource("understudy.layout.BlockLayoutTest#stories")
    void keepsBoxesApartAndInsideTheBlocksOfTheirSupervisors(Story story) {
      Geometry geometry = place(story);
      assertThat(geometry.placed())
          .hasSize(story.graph.totals().alive())
          .allSatisfy(each -> assertThat(apartFromAll(each, geometry)).isEmpty());
      Box surface = new Box(0, 0, geometry.width(), geometry.height());
      for (Placed each : geometry.placed()) {
        Box around = geometry.block(each.parent()).orElse(surface);
        assertThat(around.encloses(each.block())).as("%s in %s", each, around).isTrue();
        assertThat(each.block().encloses(each.box())).isTrue();
      }
    }

    @ParameterizedTest
    @MethodSource("understudy.layout.BlockLayoutTest#stories")
    void centresASupervisorOnTopOfItsBlockAndDrawsItFirst(Story story) {
      TreeSet<Integer> drawn = new TreeSet<>(List.of(Placed.NO_PARENT));
      for (Placed each : place(story).placed()) {
        assertThat(drawn).contains(each.parent());
        drawn.add(each.slot());
        assertThat(each.box().centerX()).isCloseTo(each.block().centerX(), Offset.offset(1e-6));
        assertThat(each.box().y()).isEqualTo(each.block().y());
      }
    }

    @ParameterizedTest
    @MethodSource("understudy.layout.BlockLayoutTest#stories")
    void leadsToEveryChildByAConnectorOrARail(Story story) {
      Geometry geometry = place(story);
      for (Connector each : geometry.connectors()) {
        Box from = geometry.box(each.parent()).orElseThrow();
        Box to = geometry.box(each.child()).orElseThrow();
        assertThat(List.of(each.fromX(), each.fromY(), each.toX(), each.toY()))
            .isEqualTo(List.of(from.centerX(), from.bottom(), to.centerX(), to.y()));
      }
      for (Placed each : geometry.placed()) {
        boolean connected =
            geometry.connectors().stream().anyMatch(line -> line.child() == each.slot());
        boolean railed =
            geometry.rails().stream()
                .anyMatch(rail -> rail.supervisor() == each.parent() && isUnder(rail, each.box()));
        boolean topmost = each.parent() == Placed.NO_PARENT;
        assertThat(List.of(topmost, connected, !topmost && railed && !each.supervisor()))
            .as("%s", each)
            .containsOnlyOnce(true);
      }
    }

    @ParameterizedTest
    @MethodSource("understudy.layout.BlockLayoutTest#stories")
    void isTheSameForTheSameCalls(Story story) {
      assertThat(place(story).placed()).isEqualTo(place(story).placed());
      assertThat(place(story).placed()).isEqualTo(place(story, new BlockLayout()).placed());
    }

    @ParameterizedTest
    @MethodSource("understudy.layout.BlockLayoutTest#stories")
    void findsEachBoxUnderThePointer(Story story) {
      Geometry geometry = place(story);
      for (Placed each : geometry.placed()) {
        Box box = each.box();
        assertThat(geometry.slotAt(box.x(), box.y())).hasValue(each.slot());
        assertThat(geometry.slotAt(box.centerX(), box.centerY())).hasValue(each.slot());
        assertThat(geometry.slotAt(box.x(), box.bottom() + 0.5)).isEmpty();
      }
      assertThat(geometry.slotAt(-5, -5)).isEmpty();
      assertThat(geometry.slotAt(Double.NaN, 1e18)).isEmpty();
    }
  }

  @Nested
  class Stability {
    @Test
    void aRestartMovesNothing() {
      Story story = Forests.chat(7);
      Vertex user = find(story, "chat/users/w3");
      Map<String, Box> before = boxes(story);
      story.crashAndRestart(user.parent().orElseThrow().pid(), "w3", user.pid(), 1);
      assertThat(boxes(story)).isEqualTo(before);
    }

    @Test
    void aNewChildTakesAFreeCellAndMovesNobody() {
      Story story = Forests.chat(5);
      Map<String, Box> before = boxes(story);
      story.worker(find(story, "chat/users").pid(), "new");
      assertThat(boxes(story)).containsAllEntriesOf(before).hasSize(before.size() + 1);
    }

    @Test
    void aChildBeyondTheReserveLeavesTheInsideOfOtherBlocksAsItWas() {
      Story story = Forests.chat(6);
      Map<String, String> before = within(story, "chat/rooms");
      int width = (int) place(story).width();
      story.worker(find(story, "chat/users").pid(), "new");
      assertThat((int) place(story).width()).isNotEqualTo(width);
      assertThat(within(story, "chat/rooms")).hasSize(10).isEqualTo(before);
    }

    @Test
    void aFreedCellIsUsedAgain() {
      Story story = Forests.chat(7);
      Vertex users = find(story, "chat/users");
      Box freed = boxes(story).get("chat/users/w2");
      Map<String, Box> before = boxes(story);
      story.stopAndRemove(users.pid(), "w2", find(story, "chat/users/w2").pid());
      before.remove("chat/users/w2");
      assertThat(boxes(story)).isEqualTo(before);
      story.worker(users.pid(), "next");
      assertThat(boxes(story).get("chat/users/next")).isEqualTo(freed);
    }

    @Test
    void theRoomOfALostBlockIsGivenToTheNextThatFits() {
      Story story = Forests.chat(4);
      Vertex rooms = find(story, "chat/rooms");
      Box freed = boxes(story).get("chat/rooms/garden");
      Map<String, Box> before = boxes(story);
      Vertex garden = find(story, "chat/rooms/garden");
      for (Vertex worker : garden.children()) {
        story.stopAndRemove(garden.pid(), worker.id(), worker.pid());
      }
      story.stopAndRemove(rooms.pid(), "garden", garden.pid());
      before.keySet().removeIf(path -> path.startsWith("chat/rooms/garden"));
      assertThat(boxes(story)).isEqualTo(before);
      Pid cellar = story.supervisor(rooms.pid(), "cellar");
      Forests.workers(story, cellar, 2);
      assertThat(boxes(story))
          .containsAllEntriesOf(before)
          .containsEntry("chat/rooms/cellar", freed);
    }

    @Test
    void anEmptiedGridGivesItsRoomBack() {
      Story story = Forests.family(64);
      double before = place(story).height();
      Vertex top = find(story, "top");
      for (Vertex worker : top.children().subList(4, 64)) {
        story.stopAndRemove(top.pid(), worker.id(), worker.pid());
      }
      place(story);
      assertThat(place(story).rails()).hasSizeLessThanOrEqualTo(1);
      assertThat(place(story).placed()).hasSize(5);
      assertThat(place(story).height()).isLessThan(before);
    }

    @Test
    void forgettingPacksAsIfForTheFirstTime() {
      Story story = Forests.chat(30);
      place(story);
      Vertex users = find(story, "chat/users");
      for (Vertex worker : users.children().subList(9, 30)) {
        story.stopAndRemove(users.pid(), worker.id(), worker.pid());
      }
      place(story);
      layout.forget();
      assertThat(place(story).placed()).isEqualTo(place(story, new BlockLayout()).placed());
    }
  }

  @Nested
  class Size {
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 1.7, 2.4})
    void aLargeForestComesNearTheAspectAskedFor(double aspect) {
      for (Story story :
          List.of(Forests.wide(40, 50), Forests.wide(100, 100), Forests.family(5000))) {
        Geometry geometry =
            new BlockLayout().place(story.graph.roots(), story.graph.loose(), aspect);
        assertThat(geometry.width() / geometry.height() / aspect).isBetween(0.6, 1.7);
      }
    }

    @Test
    void fewWorkersAreCardsAndManyAreDots() {
      assertThat(styles(Forests.chat(20))).containsOnly(CellStyle.CARD);
      Geometry large = place(Forests.chat(100), new BlockLayout());
      assertThat(large.placed())
          .filteredOn(each -> !each.supervisor() && each.style() == CellStyle.DOT)
          .hasSize(100);
    }

    @Test
    void fourChildrenStandInOneRow() {
      Geometry geometry = place(Forests.family(4));
      assertThat(geometry.placed().stream().skip(1).map(each -> each.box().y()).distinct())
          .hasSize(1);
      assertThat(geometry.connectors()).hasSize(4);
      assertThat(geometry.rails()).isEmpty();
    }

    @Test
    void nonsenseForAnAspectIsTakenForTheNearestThatMakesSense() {
      Story story = Forests.chat(3);
      for (double aspect : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        Geometry geometry =
            new BlockLayout().place(story.graph.roots(), story.graph.loose(), aspect);
        assertThat(geometry.width()).isFinite().isPositive();
      }
    }

    @Test
    void tenThousandCostTenTimesWhatAThousandDo() {
      assertThat(cost(100, 100) / (double) cost(10, 100)).isLessThan(11);
      assertThat(cost(5_000, 1) / (double) cost(500, 1)).isLessThan(11);
      assertThat(cost(1, 10_000) / (double) cost(1, 1_000)).isLessThan(11);
    }

    private long cost(int supervisors, int workers) {
      BlockLayout fresh = new BlockLayout();
      Story story = Forests.wide(supervisors, workers);
      assertThat(place(story, fresh).placed()).hasSize(story.graph.totals().alive());
      return fresh.steps();
    }
  }

  private Geometry place(Story story) {
    return place(story, layout);
  }

  private static Geometry place(Story story, BlockLayout layout) {
    return layout.place(story.graph.roots(), story.graph.loose(), SCREEN);
  }

  private List<CellStyle> styles(Story story) {
    return place(story).placed().stream().map(Placed::style).toList();
  }

  private Map<String, Box> boxes(Story story) {
    Map<String, Box> found = new HashMap<>();
    for (Placed each : place(story).placed()) {
      found.put(story.graph.vertex(each.slot()).orElseThrow().path(), each.box());
    }
    return found;
  }

  /// Where everything in a supervisor's block stands as seen from the block's corner.
  private Map<String, String> within(Story story, String path) {
    Geometry geometry = place(story);
    Box corner = geometry.block(find(story, path).slot()).orElseThrow();
    Map<String, String> found = new HashMap<>();
    boxes(story)
        .forEach((each, box) -> {
          if (each.startsWith(path)) {
            double right = box.x() - corner.x();
            double down = box.y() - corner.y();
            found.put(each, "%.3f right, %.3f down".formatted(right, down));
          }
        });
    return found;
  }

  private static Vertex find(Story story, String path) {
    Optional<Vertex> at = Optional.empty();
    List<Vertex> among = story.graph.roots();
    for (String id : path.split("/", -1)) {
      at = among.stream().filter(vertex -> vertex.id().equals(id)).findFirst();
      among = at.orElseThrow(() -> new AssertionError("no " + path)).children();
    }
    return at.orElseThrow();
  }

  private static List<Placed> apartFromAll(Placed one, Geometry geometry) {
    return geometry.placed().stream()
        .filter(other -> other.slot() != one.slot() && other.box().overlaps(one.box()))
        .toList();
  }

  private static boolean isUnder(Rail rail, Box box) {
    return rail.y() < box.y() && rail.left() <= box.x() && box.right() <= rail.right();
  }
}
