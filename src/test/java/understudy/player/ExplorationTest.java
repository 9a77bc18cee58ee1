package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.EventSink;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;

/// No seed breaks a scenario, and what is broken is told.
class ExplorationTest {
  private static final Pid BOSS = new Pid(1);

  private final Invariants invariants = new Invariants(EventSink.NONE);

  @TestFactory
  Stream<DynamicTest> nothingBreaksUnderAnySeed() throws IOException {
    return ScenarioTest.files().stream()
        .map(ScenarioTest::read)
        .map(scenario ->
            DynamicTest.dynamicTest(
                scenario.id(),
                () ->
                    LongStream.rangeClosed(100, 104)
                        .forEach(seed ->
                            assertThat(Exploration.broken(scenario, seed))
                                .as("seed %d", seed)
                                .isEmpty())));
  }

  private void say(RuntimeEvent... events) {
    for (var event : events) {
      invariants.emit(0, event);
    }
  }

  private static RuntimeEvent starting(String id, long pid) {
    return new RuntimeEvent.ChildStarting(
        BOSS, id, new Pid(pid), ChildKind.WORKER, RestartType.PERMANENT, 1);
  }

  @Test
  void tellsOfANameWithTwoHolders() {
    say(
        new RuntimeEvent.Registered(new Pid(2), "till"),
        new RuntimeEvent.Registered(new Pid(3), "till"));
    assertThat(invariants.broken())
        .containsExactly("NAM-01: <0.3.0> took the name till from <0.2.0>");
  }

  @Test
  void tellsOfARestartTooMany() {
    say(
        new RuntimeEvent.Supervising(BOSS, "one_for_one", 1, 5),
        new RuntimeEvent.ChildExited(BOSS, "a", new Pid(2), new Atom("boom"), Decision.RESTART, 2));
    assertThat(invariants.broken()).containsExactly("INT-01: <0.1.0> restarts a as number 2");
  }

  @Test
  void tellsOfAStopInTheWrongOrder() {
    say(
        new RuntimeEvent.Supervising(BOSS, "one_for_all", 1, 5),
        starting("a", 2),
        starting("b", 3),
        new RuntimeEvent.Terminating(BOSS, Atom.SHUTDOWN),
        new RuntimeEvent.ChildStopping(BOSS, "a", new Pid(2), Atom.SHUTDOWN),
        new RuntimeEvent.ChildStopping(BOSS, "b", new Pid(3), Atom.SHUTDOWN));
    assertThat(invariants.broken())
        .containsExactly("SUP-03: <0.1.0> stops b after a child that was started before it");
  }

  @Test
  void tellsOfAMessageThatOvertook() {
    say(
        starting("a", 2),
        new RuntimeEvent.Sent(new Pid(9), new Pid(2), 5, "first"),
        new RuntimeEvent.Sent(new Pid(9), new Pid(2), 6, "second"),
        new RuntimeEvent.Received(new Pid(2), 6, "second"),
        new RuntimeEvent.Received(new Pid(2), 5, "first"));
    assertThat(invariants.broken())
        .containsExactly("MSG-03: <0.2.0> took message 5 of <0.9.0> after 6");
  }
}
