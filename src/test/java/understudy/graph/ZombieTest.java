package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class ZombieTest {
  private final Story story = new Story();
  private final Graph graph = story.graph;
  private final Pid top = story.root("top");

  private void haunts(Pid pid) {
    story.tell(new RuntimeEvent.Haunting(pid));
  }

  private void rests(Pid pid) {
    story.tell(new RuntimeEvent.Rested(pid));
  }

  @Test
  void aDeadProcessThatStillRunsHauntsTheSlotOfItsSuccessorUntilItRests() {
    Pid one = story.worker(top, "x");
    story.later(2).dies(one, Atom.KILLED);
    haunts(one);
    Pid two = story.later(1).crashAndRestart(top, "x", one, 1);
    int slot = story.at(two).slot();
    Zombie zombie = new Zombie(one, slot, 2_000_000_000);

    assertThat(graph.zombies()).containsExactly(zombie);
    assertThat(graph.zombies(slot)).containsExactly(zombie);
    assertThat(graph.zombie(one)).contains(zombie);
    assertThat(graph.zombie(two)).isEmpty();
    assertThat(graph.zombies(story.at(top).slot())).isEmpty();
    assertThat(zombie.nanos(graph.nanos())).isEqualTo(1_000_000_000);
    assertThat(story.at(two).state()).isEqualTo(VertexState.RUNNING);

    rests(one);
    assertThat(graph.zombies()).isEmpty();
    assertThat(graph.zombies(slot)).isEmpty();
  }

  @Test
  void oneSlotCanBeHauntedByManyMoreThanItRemembersDead() {
    Pid pid = story.worker(top, "x");
    int slot = story.at(pid).slot();
    Pid first = pid;
    for (int i = 1; i <= 2 * Forest.OLD_PIDS; i++) {
      story.later(1).dies(pid, Atom.KILLED);
      haunts(pid);
      pid = story.crashAndRestart(top, "x", pid, i);
    }
    assertThat(graph.zombies(slot)).hasSize(2 * Forest.OLD_PIDS);
    assertThat(graph.zombies(slot).getFirst().pid()).isEqualTo(first);
    rests(first);
    assertThat(graph.zombies(slot)).hasSize(2 * Forest.OLD_PIDS - 1);
    assertThat(graph.zombie(first)).isEmpty();
  }

  @Test
  void aProcessThatNobodySupervisedHauntsNoSlot() {
    Pid pid = story.loose("Probe");
    story.dies(pid, Atom.KILLED);
    haunts(pid);
    assertThat(graph.zombies()).containsExactly(new Zombie(pid, -1, 0));
    rests(pid);
    assertThat(graph.remembered()).isEqualTo(1); // The root.
  }

  @Test
  void aSlotThatIsRemovedLeavesItsZombieToTheCount() {
    Pid one = story.worker(top, "x");
    int slot = story.at(one).slot();
    story.tell(new RuntimeEvent.ChildStopping(top, "x", one, Atom.KILL));
    story.dies(one, Atom.KILLED);
    haunts(one);
    story.tell(new RuntimeEvent.ChildStopped(top, "x", one, Atom.KILLED));
    story.tell(new RuntimeEvent.ChildRemoved(top, "x"));
    assertThat(graph.vertex(slot)).isEmpty();
    assertThat(graph.zombies()).extracting(Zombie::pid).isEqualTo(List.of(one));
  }

  @Test
  void whatIsToldTwiceOrNeverBeganChangesNothing() {
    Pid one = story.worker(top, "x");
    rests(one);
    haunts(one);
    story.later(1);
    haunts(one);
    haunts(Pid.NONE);
    assertThat(graph.zombies()).extracting(Zombie::sinceNanos).containsExactly(0L);
    rests(one);
    rests(one);
    assertThat(graph.zombies()).isEmpty();
  }

  @Test
  void aStreamThatClaimsMoreZombiesThanThereAreThreadsFillsNoMemory() {
    for (int i = 1; i <= Zombies.KEPT + 5; i++) {
      haunts(new Pid(1_000_000 + i));
    }
    assertThat(graph.zombies()).hasSize(Zombies.KEPT);
  }
}
