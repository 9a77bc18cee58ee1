package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private final Mailbox mailbox = new Mailbox();

  private void add(Object... bodies) {
    for (Object body : bodies) {
      mailbox.add(new Signal.Message(body));
    }
  }

  private void addTogether(Object... bodies) {
    var segment = new Segment(bodies[0]);
    for (int i = 1; i < bodies.length; i++) {
      segment.offer(bodies[i]);
    }
    segment.seal();
    mailbox.add(segment);
  }

  private static @Nullable Object body(@Nullable Object taken) {
    return taken instanceof Signal.Message message ? message.body : taken;
  }

  @Test
  @DisplayName("MSG-06 a selective receive takes from the middle and keeps the order of the rest")
  void fromTheMiddle() {
    add(1, 2, 3, 4);
    assertThat(body(mailbox.take(one -> (int) one > 1))).isEqualTo(2);
    assertThat(body(mailbox.take(one -> (int) one > 3))).isEqualTo(4);
    add(5);
    assertThat(mailbox.peek(9)).containsExactly(1, 3, 5);
    assertThat(mailbox.size()).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "MSG-06 messages that came in one segment are taken one by one, also from its middle")
  void fromTheMiddleOfASegment() {
    add(0);
    addTogether(1, 2, 3, 4);
    addTogether(5);
    assertThat(mailbox.peek(5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(body(mailbox.takeOldest())).isEqualTo(0);
    assertThat(body(mailbox.takeOldest())).isEqualTo(1);
    assertThat(mailbox.peek(9)).containsExactly(2, 3, 4, 5);
    assertThat(body(mailbox.take(one -> (int) one > 2))).isEqualTo(3);
    add(6);
    assertThat(mailbox.peek(9)).containsExactly(2, 4, 5, 6);
    assertThat(mailbox.size()).isEqualTo(4);
  }

  @Test
  @DisplayName("a mark within what came in segments holds when they are taken apart")
  void marksAmongSegments() {
    addTogether("old", "older");
    long mark = mailbox.mark();
    addTogether("new", "newer");
    assertThat(body(mailbox.takeSince(Mailbox.BEGINNING, one -> one.equals("older"))))
        .isEqualTo("older");
    assertThat(body(mailbox.takeSince(mark, _ -> true))).isEqualTo("new");
    assertThat(body(mailbox.takeSince(mark, one -> one.equals("old")))).isNull();
    assertThat(body(mailbox.takeOldest())).isEqualTo("old");
    assertThat(body(mailbox.takeSince(mark, _ -> true))).isEqualTo("newer");
  }

  @Test
  @DisplayName("what came before a mark is not looked at, also when it is taken meanwhile")
  void marks() {
    add("old", "older");
    long mark = mailbox.mark();
    add("new", "newer");
    assertThat(body(mailbox.takeOldest())).isEqualTo("old");
    assertThat(body(mailbox.takeOldest())).isEqualTo("older");
    assertThat(body(mailbox.takeSince(mark, _ -> true))).isEqualTo("new");
    assertThat(body(mailbox.takeSince(mark, one -> one.equals("old")))).isNull();
  }

  @Test
  @DisplayName("an earlier mark holds after a later one was made")
  void twoMarks() {
    add("a");
    long early = mailbox.mark();
    add("b");
    long later = mailbox.mark();
    add("c");
    assertThat(body(mailbox.takeSince(later, _ -> true))).isEqualTo("c");
    assertThat(body(mailbox.takeSince(early, _ -> true))).isEqualTo("b");
    assertThat(body(mailbox.takeSince(early, _ -> true))).isNull();
    assertThat(body(mailbox.takeSince(Mailbox.BEGINNING, _ -> true))).isEqualTo("a");
  }

  @Test
  @DisplayName("ten thousand random steps leave what a plain list would hold")
  void asAList() {
    long seed = 20_261_122;
    var random = new SplittableRandom(seed);
    var list = new ArrayList<Integer>();
    for (int i = 0; i < 10_000; i++) {
      int body = i;
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          add(body);
          list.add(body);
        }
        case 2 -> {
          var bodies =
              IntStream.range(0, 1 + random.nextInt(5)).mapToObj(j -> body + 10_000 * j).toList();
          addTogether(bodies.toArray());
          list.addAll(bodies);
        }
        case 3, 4, 5 -> {
          Integer expected = list.isEmpty() ? null : list.removeFirst();
          assertThat(body(mailbox.takeOldest())).as("seed %s", seed).isEqualTo(expected);
        }
        default -> {
          int rest = random.nextInt(5);
          Integer expected = list.stream().filter(one -> one % 5 == rest).findFirst().orElse(null);
          list.remove((Object) expected);
          assertThat(body(mailbox.take(one -> (int) one % 5 == rest)))
              .as("seed %s", seed)
              .isEqualTo(expected);
        }
      }
    }
    assertThat(mailbox.peek(Integer.MAX_VALUE)).isEqualTo(List.<Object>copyOf(list));
    assertThat(mailbox.size()).isEqualTo(list.size());
  }
}
