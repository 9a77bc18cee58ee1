package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.event.Pid;

class RosterTest {
  private final Roster roster = new Roster();
  private long last;

  /// {@return a process that played a part at `path` and is dead}
  private Pid dead(String path) {
    var pid = living(path);
    roster.end(pid);
    return pid;
  }

  private Pid living(String path) {
    var pid = new Pid(++last);
    roster.attempt(pid, path);
    roster.begin(pid, path);
    return pid;
  }

  @Test
  void theLatestToPlayAPartIsMeantUnlessANumberSaysAnother() {
    var first = dead("shop/till");
    var second = living("shop/till");
    assertThat(roster.find("shop/till", 0)).contains(second);
    assertThat(roster.find("shop/till", 1)).contains(first);
    assertThat(roster.find("shop/till", 3)).isEmpty();
    assertThat(roster.find("shop/door", 0)).isEmpty();
  }

  @Test
  void onlyTheLivingAreUnderAPath() {
    dead("shop/till");
    var second = living("shop/till");
    var other = living("shop/tiller");
    assertThat(roster.under("shop/till")).containsExactly(second);
    assertThat(roster.under("")).containsExactly(second, other);
    assertThat(roster.alive()).containsExactly("shop/till@2", "shop/tiller@1");
  }

  @Test
  void whoHasBeenDeadForLongestIsForgotten() {
    var root = living("shop");
    var first = dead("shop/till");
    var second = dead("shop/till");
    for (int i = 2; i <= Roster.MOST_DEAD; i++) {
      dead("shop/till");
    }
    assertThat(roster.find("shop/till", 1)).isEmpty();
    assertThat(roster.path(first)).isEmpty();
    assertThat(roster.incarnation(first)).isZero();
    assertThat(roster.find("shop/till", 2)).contains(second);
    assertThat(roster.label(living("shop/till"))).isEqualTo("shop/till@" + (last - 1));
    assertThat(roster.isAlive(root)).isTrue();
  }

  @Test
  void whoComesBackToAPlaceOfWhichNobodyIsKnownIsTheFirst() {
    dead("shop/guest");
    for (int i = 0; i < Roster.MOST_DEAD; i++) {
      dead("shop/till");
    }
    assertThat(roster.find("shop/guest", 0)).isEmpty();
    assertThat(roster.attempts("shop/guest")).isZero();
    assertThat(roster.label(living("shop/guest"))).isEqualTo("shop/guest@1");
  }

  @Test
  void whoPlaysNoPartTakesNoRoomAmongTheDead() {
    var first = dead("shop/till");
    for (int i = 0; i <= Roster.MOST_DEAD; i++) {
      roster.end(new Pid(++last));
    }
    assertThat(roster.path(first)).contains("shop/till");
  }
}
