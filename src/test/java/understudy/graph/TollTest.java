package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// What a stream cost each place.
class TollTest {
  private static final Pid BOSS = new Pid(1);
  private static final ExitReason BOOM = new Atom("boom");

  private final Toll toll = new Toll();
  private long sequence;

  private void at(long nanos, RuntimeEvent... events) {
    for (var event : events) {
      toll.apply(new Stamped(++sequence, nanos, 0, event));
    }
  }

  private void begin() {
    at(
        0,
        new RuntimeEvent.Spawned(BOSS, Pid.NONE, "shop"),
        new RuntimeEvent.Supervising(BOSS, "one_for_one", 3, 5));
    start(0, "till", 2);
  }

  private void start(long nanos, String id, long pid) {
    at(
        nanos,
        new RuntimeEvent.Spawned(new Pid(pid), BOSS, "worker"),
        new RuntimeEvent.ChildStarting(
            BOSS, id, new Pid(pid), ChildKind.WORKER, RestartType.PERMANENT, 1),
        new RuntimeEvent.ChildStarted(BOSS, id, new Pid(pid)));
  }

  private Toll.Row till(long end) {
    return toll.rows(end).stream()
        .filter(row -> row.path().equals("shop/till"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeathLastsUntilTheNextStartIsAcknowledged() {
    begin();
    at(100, new RuntimeEvent.Exited(new Pid(2), BOOM));
    assertThat(till(130)).isEqualTo(new Toll.Row("shop/till", 1, 0, 0, 0, 30));
    start(150, "till", 3);
    assertThat(till(1_000)).isEqualTo(new Toll.Row("shop/till", 1, 0, 1, 0, 50));
  }

  @Test
  void whoItsSupervisorToldToStopHasNotDiedOfItself() {
    begin();
    at(
        100,
        new RuntimeEvent.ChildStopping(BOSS, "till", new Pid(2), Atom.SHUTDOWN),
        new RuntimeEvent.Exited(new Pid(2), Atom.SHUTDOWN));
    assertThat(till(100)).isEqualTo(new Toll.Row("shop/till", 0, 1, 0, 0, 0));
  }

  @Test
  void lostIsWhatTheProcessItWasForNeverTook() {
    begin();
    var till = new Pid(2);
    at(
        10,
        new RuntimeEvent.Sent(Pid.NONE, till, 1, "taken"),
        new RuntimeEvent.Sent(Pid.NONE, till, 2, "waits"),
        new RuntimeEvent.Received(till, 1, "taken"));
    assertThat(till(10).lost()).isZero();
    at(20, new RuntimeEvent.Exited(till, BOOM));
    assertThat(till(20).lost()).isEqualTo(1);
    at(30, new RuntimeEvent.Sent(Pid.NONE, till, 3, "too late"));
    assertThat(till(30).lost()).isEqualTo(2);
    start(40, "till", 3);
    at(50, new RuntimeEvent.Sent(Pid.NONE, new Pid(3), 4, "still waits"));
    assertThat(till(60).lost()).isEqualTo(2);
  }

  @Test
  void aMessageThatCameBeforeTheChildHadItsPlaceCountsToo() {
    begin();
    at(
        10,
        new RuntimeEvent.Spawned(new Pid(3), BOSS, "worker"),
        new RuntimeEvent.Sent(BOSS, new Pid(3), 7, "early"),
        new RuntimeEvent.ChildStarting(
            BOSS, "late", new Pid(3), ChildKind.WORKER, RestartType.PERMANENT, 1),
        new RuntimeEvent.Exited(new Pid(3), BOOM));
    assertThat(toll.rows(10)).contains(new Toll.Row("shop/late", 1, 0, 0, 1, 0));
  }

  @Test
  void whoIsNotMeantToRunAnyMoreIsNotDown() {
    begin();
    at(
        100,
        new RuntimeEvent.Exited(new Pid(2), Atom.NORMAL),
        new RuntimeEvent.ChildExited(BOSS, "till", new Pid(2), Atom.NORMAL, Decision.LEAVE, 0));
    assertThat(till(900)).isEqualTo(new Toll.Row("shop/till", 1, 0, 0, 0, 0));
  }

  @Test
  void handsFromOutsideCountForNothing() {
    begin();
    at(
        5,
        new RuntimeEvent.Spawned(new Pid(9), Pid.NONE, "(controller)"),
        new RuntimeEvent.Sent(Pid.NONE, new Pid(9), 1, "x"),
        new RuntimeEvent.Exited(new Pid(9), Atom.NORMAL));
    assertThat(Toll.total(toll.rows(5))).isEqualTo(new Toll.Row("", 0, 0, 0, 0, 0));
  }
}
