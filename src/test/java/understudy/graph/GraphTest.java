package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;

class GraphTest {
  private final Story story = new Story();
  private final Graph graph = story.graph;

  @Nested
  class Places {
    @Test
    void aSupervisorIsARootAndItsChildrenStandBelowInStartOrder() {
      Pid top = story.root("top");
      story.worker(top, "a");
      Pid rooms = story.supervisor(top, "rooms");
      story.worker(rooms, "lobby");
      story.worker(top, "b");
      story.loose("Probe");
      assertThat(story.picture()).isEqualTo("top(a rooms(lobby) b) | Probe");
      assertThat(story.at(rooms).descendants()).isEqualTo(1);
      assertThat(story.at(top).descendants()).isEqualTo(4);
    }

    @Test
    void aPathNamesTheIdsFromTheRootDown() {
      Pid rooms = story.supervisor(story.root("top"), "rooms");
      assertThat(story.at(story.worker(rooms, "lobby")).path()).isEqualTo("top/rooms/lobby");
    }

    @Test
    void aChildIsNeverLooseBetweenItsSpawnAndItsSupervisorsWord() {
      Pid top = story.root("top");
      long before = graph.structureVersion();
      story.tell(new RuntimeEvent.Spawned(story.fresh(), top, "Worker"));
      assertThat(graph.loose()).isEmpty();
      assertThat(graph.structureVersion()).isEqualTo(before);
    }

    @Test
    void aLooseProcessThatDiesIsForgotten() {
      Pid pid = story.loose("Probe");
      story.dies(pid, Atom.NORMAL);
      assertThat(graph.loose()).isEmpty();
      assertThat(graph.vertex(pid)).isEmpty();
      assertThat(graph.remembered()).isZero();
    }

    @Test
    void aRootThatExitsStaysInSightUntilSixteenMoreHaveDied() {
      Pid first = story.root("first");
      story.dies(first, Atom.SHUTDOWN);
      assertThat(story.picture()).isEqualTo("-first");
      for (int i = 0; i < Forest.DEAD_ROOTS; i++) {
        story.dies(story.root("r" + i), Atom.SHUTDOWN);
      }
      assertThat(graph.roots()).hasSize(Forest.DEAD_ROOTS).noneMatch(v -> v.id().equals("first"));
    }

    @Test
    void theSlotOfARemovedChildGoesAndItsNumberIsNotGivenAgain() {
      Pid top = story.root("top");
      Pid one = story.worker(top, "x");
      int slot = story.at(one).slot();
      story.stopAndRemove(top, "x", one);
      assertThat(story.picture()).isEqualTo("top");
      assertThat(graph.vertex(slot)).isEmpty();
      assertThat(story.at(story.worker(top, "x")).slot()).isNotEqualTo(slot);
    }

    @Test
    void aFirstStartThatFailsUnderARunningSupervisorLeavesNothing() {
      Pid top = story.root("top");
      Pid pid = story.starting(top, "x", ChildKind.WORKER, 1);
      story.dies(pid, ExitReason.atom("bad_arg"));
      assertThat(story.picture()).isEqualTo("top(-x)");
      story.tell(new RuntimeEvent.ChildStartFailed(top, "x", ExitReason.atom("bad_arg")));
      assertThat(story.picture()).isEqualTo("top");
    }
  }

  @Nested
  class Restarts {
    @Test
    void theNewProcessTakesTheSlotOfTheDeadOne() {
      Pid top = story.root("top");
      Pid one = story.worker(top, "x");
      int slot = story.at(one).slot();
      long structure = graph.structureVersion();
      Pid two = story.later(1).crashAndRestart(top, "x", one, 1);
      Vertex vertex = story.at(two);
      assertThat(vertex.slot()).isEqualTo(slot);
      assertThat(vertex.previousPid()).contains(one);
      assertThat(vertex.restarts()).isEqualTo(1);
      assertThat(vertex.incarnation()).isEqualTo(2);
      assertThat(vertex.state()).isEqualTo(VertexState.RUNNING);
      assertThat(vertex.lastExit()).contains(ExitReason.atom("oops"));
      assertThat(vertex.lastDecision()).contains(Decision.RESTART);
      assertThat(vertex.spawnedNanos()).isEqualTo(1_000_000_000);
      assertThat(story.at(one)).isSameAs(vertex);
      assertThat(graph.structureVersion()).isEqualTo(structure);
      assertThat(graph.totals()).isEqualTo(new Totals(2, 3, 1, 1, 0, 0));
    }

    @Test
    void theStateFollowsTheStory() {
      Pid top = story.root("top");
      Pid one = story.starting(top, "x", ChildKind.WORKER, 1);
      Vertex vertex = story.at(one);
      assertThat(vertex.state()).isEqualTo(VertexState.STARTING);
      story.ready(top, "x", one);
      assertThat(vertex.state()).isEqualTo(VertexState.RUNNING);
      story.tell(new RuntimeEvent.Suspended(one, true));
      assertThat(vertex.state()).isEqualTo(VertexState.SUSPENDED);
      story.tell(new RuntimeEvent.Suspended(one, false));
      story.tell(new RuntimeEvent.Terminating(one, Atom.SHUTDOWN));
      assertThat(vertex.state()).isEqualTo(VertexState.STOPPING);
      story.dies(one, Atom.KILLED);
      assertThat(vertex.state()).isEqualTo(VertexState.DOWN);
      story.noticed(top, "x", one, Decision.RESTART, 1);
      assertThat(vertex.state()).isEqualTo(VertexState.RESTARTING);
      story.later(2).tell(new RuntimeEvent.RestartDelayed(top, "x", 250));
      assertThat(vertex.state()).isEqualTo(VertexState.BACKING_OFF);
      assertThat(vertex.restartDueNanos()).contains(2_250_000_000L);
      story.starting(top, "x", ChildKind.WORKER, 2);
      assertThat(vertex.state()).isEqualTo(VertexState.STARTING);
      assertThat(vertex.restartDueNanos()).isEmpty();
    }

    @Test
    void theWindowSlidesByOtpsWholeSeconds() {
      Pid top = story.root("top");
      Pid one = story.worker(top, "x");
      Pid two = story.later(0.9).crashAndRestart(top, "x", one, 1);
      story.later(2).crashAndRestart(top, "x", two, 2);
      Vertex vertex = story.at(top);
      assertThat(vertex.restartsInWindow(5_999_999_999L)).isEqualTo(2);
      assertThat(vertex.restartsInWindow(6_000_000_000L)).isEqualTo(1);
      assertThat(vertex.restartsInWindow(8_000_000_000L)).isZero();
    }

    @Test
    void theSupervisorsOwnCountIsTakenForTheTruth() {
      Pid top = story.root("top");
      Pid one = story.worker(top, "x");
      story.crashAndRestart(top, "x", one, 3);
      assertThat(story.at(top).restartsInWindow(story.now())).isEqualTo(3);
    }

    @Test
    void aSupervisorThatGivesUpStaysMarkedAfterItsExit() {
      Pid top = story.root("top");
      Pid one = story.worker(top, "x");
      story.dies(one, ExitReason.atom("oops"));
      story.noticed(top, "x", one, Decision.GIVE_UP, 4);
      story.tell(new RuntimeEvent.GaveUp(top, "x", 4, 3, 5));
      story.tell(new RuntimeEvent.Terminating(top, Atom.SHUTDOWN));
      story.dies(top, Atom.SHUTDOWN);
      assertThat(story.at(top).state()).isEqualTo(VertexState.GAVE_UP);
      assertThat(story.at(one).state()).isEqualTo(VertexState.DOWN);
      assertThat(story.at(top).restartsInWindow(story.now())).isEqualTo(4);
    }

    @Test
    void aRestartedSupervisorsChildrenComeBackToTheirSlotsAndTheRestGoesWhenItIsReady() {
      Pid top = story.root("top");
      Pid rooms = story.supervisor(top, "rooms");
      Pid lobby = story.worker(rooms, "lobby");
      Pid den = story.worker(rooms, "den");
      int lobbySlot = story.at(lobby).slot();
      story.dies(rooms, Atom.KILLED);
      story.dies(lobby, Atom.KILLED);
      story.dies(den, Atom.KILLED);
      story.noticed(top, "rooms", rooms, Decision.RESTART, 1);
      Pid again = story.starting(top, "rooms", ChildKind.SUPERVISOR, 2);
      assertThat(story.picture()).isEqualTo("top(rooms(-lobby -den))");
      story.tell(new RuntimeEvent.Supervising(again, "one_for_one", 1, 2));
      Pid lobbyAgain = story.worker(again, "lobby");
      assertThat(story.picture()).isEqualTo("top(rooms(lobby -den))");
      story.ready(top, "rooms", again);
      assertThat(story.picture()).isEqualTo("top(rooms(lobby))");
      assertThat(story.at(lobbyAgain).slot()).isEqualTo(lobbySlot);
      assertThat(story.at(lobbyAgain).restarts()).isEqualTo(1);
      assertThat(story.at(again).strategy()).contains("one_for_one");
    }

    @Test
    void onlyTheLastFourDeadProcessesOfASlotAreRemembered() {
      Pid top = story.root("top");
      Pid first = story.worker(top, "x");
      Pid last = first;
      for (int i = 1; i <= 100; i++) {
        last = story.crashAndRestart(top, "x", last, 1);
      }
      assertThat(graph.vertex(first)).isEmpty();
      assertThat(story.at(last).restarts()).isEqualTo(100);
      assertThat(graph.remembered()).isEqualTo(2 + Forest.OLD_PIDS);
    }
  }

  @Nested
  class Messages {
    @Test
    void depthIsWhatWasSentLessWhatWasReceivedUntilItIsSet() {
      Pid pid = story.loose("Sink");
      story.tell(new RuntimeEvent.Sent(Pid.NONE, pid, 1, "a"));
      story.tell(new RuntimeEvent.Sent(Pid.NONE, pid, 2, "b"));
      story.tell(new RuntimeEvent.Received(pid, 1, "a"));
      assertThat(story.at(pid).depth()).isEqualTo(1);
      story.at(pid).setDepth(40);
      assertThat(story.at(pid).depth()).isEqualTo(40);
      story.tell(new RuntimeEvent.Gap(Pid.NONE, 7));
      assertThat(graph.totals()).isEqualTo(new Totals(1, 1, 0, 0, 2, 7));
    }
  }

  @Nested
  class StreamsThatBeginInTheMiddle {
    @Test
    void showWhoeverSpeaksAsAlive() {
      Pid top = new Pid(40);
      story.tell(new RuntimeEvent.Received(new Pid(41), 9, "hello"));
      story.tell(
          new RuntimeEvent.ChildStarting(
              top, "x", new Pid(50), ChildKind.WORKER, RestartType.PERMANENT, 7));
      assertThat(story.picture()).isEqualTo("<0.40.0>(x) | <0.41.0>");
      assertThat(story.at(new Pid(50)).incarnation()).isEqualTo(7);
    }

    @Test
    void doNotBringTheDeadBack() {
      story.dies(new Pid(3), Atom.NORMAL);
      story.tell(new RuntimeEvent.Linked(new Pid(3), new Pid(4)));
      assertThat(graph.vertex(new Pid(3))).isEmpty();
      assertThat(graph.links(new Pid(4))).isEmpty();
    }
  }
}
