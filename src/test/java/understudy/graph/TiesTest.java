package understudy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class TiesTest {
  private final Story story = new Story();
  private final Graph graph = story.graph;
  private final Pid one = story.loose("one");
  private final Pid two = story.loose("two");
  private final Pid three = story.loose("three");

  @Test
  void aLinkHoldsBothWaysWhoeverMadeIt() {
    story.tell(new RuntimeEvent.Linked(two, one)).tell(new RuntimeEvent.Linked(one, two));
    assertThat(graph.links(one)).containsExactly(two);
    assertThat(graph.links(two)).containsExactly(one);
    story.tell(new RuntimeEvent.Unlinked(one, two));
    assertThat(graph.links(two)).isEmpty();
  }

  @Test
  void theLinkedGroupIsEveryoneWithinReach() {
    story.tell(new RuntimeEvent.Linked(one, two)).tell(new RuntimeEvent.Linked(two, three));
    assertThat(graph.linkedGroup(one)).containsExactly(one, two, three);
    assertThat(graph.linkedGroup(story.loose("alone"))).hasSize(1);
  }

  @Test
  void deathCutsEveryTie() {
    story.tell(new RuntimeEvent.Linked(one, two)).tell(new RuntimeEvent.Linked(two, three));
    story.tell(new RuntimeEvent.Monitored(three, two, 1));
    story.dies(two, Atom.KILLED);
    assertThat(graph.links(one)).isEmpty();
    assertThat(graph.linkedGroup(one)).containsExactly(one);
    assertThat(graph.monitors(three)).isEmpty();
    assertThat(graph.remembered()).isEqualTo(2);
  }

  @Test
  void aSecondMonitorOutlivesTheFirst() {
    story.tell(new RuntimeEvent.Monitored(one, two, 1));
    story.tell(new RuntimeEvent.Monitored(one, two, 2));
    story.tell(new RuntimeEvent.Demonitored(one, two, 1));
    assertThat(graph.monitors(one)).containsExactly(two);
    assertThat(graph.monitoredBy(two)).containsExactly(one);
    story.tell(new RuntimeEvent.Demonitored(one, two, 2));
    assertThat(graph.monitoredBy(two)).isEmpty();
  }

  @Test
  void aTieToTheDeadOrToOneselfIsNone() {
    story.dies(two, Atom.NORMAL);
    story.tell(new RuntimeEvent.Linked(one, two)).tell(new RuntimeEvent.Linked(one, one));
    story.tell(new RuntimeEvent.Monitored(one, two, 1));
    assertThat(graph.links(one)).isEmpty();
    assertThat(graph.monitors(one)).isEmpty();
  }
}
