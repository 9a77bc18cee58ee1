package understudy;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import understudy.HousePlan.Outsider;

/// The compiled classes keep to the plan in `docs/house.md`: no unplanned package, no unplanned
/// arrow, no planned arrow that nobody uses, no cycle, and outsiders only in their rooms.
class HouseTest {
  private static final Path PAGE = Path.of("docs", "house.md");
  private static final Path CLASSES = Path.of("target", "classes");
  private static final String ROOT = "understudy.";

  private static HousePlan plan = new HousePlan(Map.of(), Map.of(), List.of());
  private static JavaClasses classes = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readThePlanAndTheClasses() throws IOException {
    plan = HousePlan.read(PAGE);
    classes = new ClassFileImporter().importPath(CLASSES);
    assertThat(classes).as("classes under " + CLASSES).isNotEmpty();
  }

  @Test
  void thePackagesNameEachOtherAsPlanned() {
    Map<String, Map<String, String>> used = new TreeMap<>();
    for (JavaClass user : classes) {
      Map<String, String> named = used.computeIfAbsent(room(user), _ -> new TreeMap<>());
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getName().startsWith(ROOT) && !room(target).equals(room(user))) {
          named.putIfAbsent(room(target), dependency.getDescription());
        }
      }
    }
    assertThat(plan.complaints(used)).as(PAGE.toString()).isEmpty();
  }

  @Test
  void noPackagesNameEachOtherInACircle() {
    slices().matching("understudy.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void outsidersKeepToTheirRooms() {
    List<String> complaints = new ArrayList<>();
    for (JavaClass user : classes) {
      for (Outsider outsider : plan.outsiders()) {
        if (!outsider.rooms().contains(room(user))) {
          names(user)
              .filter(outsider::covers)
              .distinct()
              .forEach(name ->
                  complaints.add(
                      user.getName()
                          + " names "
                          + name
                          + "; "
                          + outsider.name()
                          + " belong to "
                          + outsider.rooms()));
        }
      }
    }
    assertThat(complaints).as(PAGE.toString()).isEmpty();
  }

  @Test
  void thePageKeepsEachOutsiderToRoomsThatStandOnAFloor() {
    assertThat(plan.outsiders())
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(outsider -> {
          assertThat(outsider.prefixes()).isNotEmpty();
          assertThat(plan.floors()).containsKeys(outsider.rooms().toArray(String[]::new));
        });
  }

  /// The rules on a house of three rooms, so that a rule that never complains is seen.
  @Nested
  class TheRules {
    private final HousePlan small =
        HousePlan.parse(
            """
            ## Floors
             2  roof
             1  hall
             0  cellar
            ## Rooms
            | `cellar` | below | - |
            | `hall` | between | cellar |
            | `roof` | above | all |
            """);

    @Test
    void saysNothingOfAHouseThatKeepsToItsPlan() {
      assertThat(complaints("cellar", "", "hall", "cellar", "roof", "hall cellar")).isEmpty();
    }

    @Test
    void complainsOfAnArrowThatIsNotPlanned() {
      assertThat(complaints("cellar", "roof", "hall", "cellar", "roof", ""))
          .containsExactly("arrow cellar -> roof is not planned: a class of cellar");
    }

    @Test
    void complainsOfAPlannedArrowThatNobodyUses() {
      assertThat(complaints("cellar", "", "hall", "", "roof", "hall"))
          .containsExactly("arrow hall -> cellar is planned and nobody uses it");
    }

    @Test
    void complainsOfAPackageWithoutARowAndOfARowWithoutAPackage() {
      assertThat(complaints("cellar", "", "hall", "cellar", "shed", ""))
          .containsExactly(
              "room 'roof' has a row and no class; it is still to come",
              "package 'understudy.shed' has classes and no row");
    }

    @Test
    void complainsOfAPlannedArrowThatPointsUp() {
      var upward =
          HousePlan.parse(
              """
              ## Floors
               1  hall
               0  cellar
              ## Rooms
              | `cellar` | below | hall |
              | `hall` | between | - |
              """);
      assertThat(upward.complaints(used("cellar", "hall", "hall", "")))
          .containsExactly("arrow cellar -> hall does not point to a lower floor");
    }

    private List<String> complaints(String... roomsAndNames) {
      return small.complaints(used(roomsAndNames));
    }

    private static Map<String, Map<String, String>> used(String... roomsAndNames) {
      Map<String, Map<String, String>> used = new TreeMap<>();
      for (int i = 0; i < roomsAndNames.length; i += 2) {
        String room = roomsAndNames[i];
        Map<String, String> named = new TreeMap<>();
        for (String name : roomsAndNames[i + 1].split(" ", 0)) {
          if (!name.isEmpty()) {
            named.put(name, "a class of " + room);
          }
        }
        used.put(room, named);
      }
      return used;
    }
  }

  private static Stream<String> names(JavaClass user) {
    return Stream.concat(
        user.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName()),
        user.getAccessesFromSelf().stream().map(access -> access.getTarget().getFullName()));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
  }
}
