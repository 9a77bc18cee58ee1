package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Strategy.ONE_FOR_ALL;
import static understudy.otp.Strategy.ONE_FOR_ONE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.runtime.Behaviour;

/// What ends mean, decided without a process.
class FamilyTest {
  private static ChildSpec spec(String id) {
    return ChildSpec.worker(id, () -> Behaviour.of(id, _ -> {}));
  }

  private static Family family(Strategy strategy, String... ids) {
    return new Family(
        SupervisorFlags.of(strategy), Arrays.stream(ids).map(FamilyTest::spec).toList());
  }

  private static String ids(List<Child> children) {
    return children.stream().map(Child::id).collect(Collectors.joining(" "));
  }

  private static Child child(Family family, String id) {
    return family.byId(id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_FOR_ONE, a, a",
    "ONE_FOR_ONE, c, c",
    "ONE_FOR_ALL, b, a b c d",
    "REST_FOR_ONE, a, a b c d",
    "REST_FOR_ONE, c, c d",
    "REST_FOR_ONE, d, d"
  })
  @DisplayName("RST-01 RST-02 RST-03 who shares the fate of the dead child")
  void fate(Strategy strategy, String dead, String group) {
    Family family = family(strategy, "a", "b", "c", "d");
    assertThat(ids(family.group(child(family, dead)))).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource({
    "PERMANENT, normal, RESTART",
    "PERMANENT, shutdown, RESTART",
    "PERMANENT, boom, RESTART",
    "TRANSIENT, normal, LEAVE",
    "TRANSIENT, shutdown, LEAVE",
    "TRANSIENT, killed, RESTART",
    "TRANSIENT, noproc, RESTART",
    "TRANSIENT, boom, RESTART",
    "TEMPORARY, normal, REMOVE",
    "TEMPORARY, boom, REMOVE"
  })
  @DisplayName("RST-04 to RST-08 what an end means, by restart type and reason")
  void decisions(RestartType type, String reason, Decision decision) {
    var family = new Family(SupervisorFlags.of(ONE_FOR_ONE), List.of(spec("a").restarted(type)));
    assertThat(family.ended(child(family, "a"), ExitReason.atom(reason), 0)).isEqualTo(decision);
  }

  @Test
  @DisplayName("INT-01 INT-02 what is restarted counts until it is too much")
  void givesUp() {
    Family family = family(ONE_FOR_ALL, "a", "b");
    for (String id : List.of("a", "b", "a")) {
      assertThat(family.ended(child(family, id), ExitReason.atom("boom"), 0))
          .isEqualTo(Decision.RESTART);
    }
    assertThat(family.restartsInWindow()).isEqualTo(3);
    assertThat(family.ended(child(family, "b"), ExitReason.atom("boom"), 0))
        .isEqualTo(Decision.GIVE_UP);
  }

  @Test
  @DisplayName("SUP-09 SUP-11 children are known by process while they have one, in their order")
  void known() {
    Family family = family(ONE_FOR_ONE, "a", "b", "c");
    Child b = child(family, "b");
    family.running(b, new Pid(7), 0);
    assertThat(family.byPid(new Pid(7))).contains(b);
    family.restarting(b);
    assertThat(family.byPid(new Pid(7))).isEmpty();
    family.running(b, new Pid(8), 0);
    assertThat(ids(family.all())).isEqualTo("a b c");
    family.absent(b);
    assertThat(family.byPid(new Pid(8))).isEmpty();
    assertThat(ids(family.all())).isEqualTo("a b c");
  }

  @Test
  @DisplayName("BKO-09 a child begins after the era of those that had its id before")
  void eras() {
    Child first = new Child(spec("a"));
    first.restarting();
    Child second = new Child(spec("a"));
    second.after(first.era());
    assertThat(second.era()).isGreaterThan(first.era());
    second.after(0);
    assertThat(second.era()).isGreaterThan(first.era());
  }
}
