package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason;
import understudy.event.Pid;

class InboxTest {
  private static final class Channel extends Inbox {}

  private final Inbox inbox = new Channel();

  private void post(int from, int to) {
    for (int i = from; i < to; i++) {
      inbox.post(i, i % 7 == 0 ? i + 1 : 0, Pid.NONE);
    }
  }

  /// What comes out, in order: bodies of messages, and the names of other signals.
  private List<Object> taken() {
    var mailbox = new Mailbox();
    var out = new ArrayList<Object>();
    Signal one = inbox.takeAll();
    while (one != null) {
      Signal after = one.next;
      switch (one) {
        case Signal.Message message -> mailbox.add(message);
        case Segment segment -> mailbox.add(segment);
        default -> mailbox.add(new Signal.Message(one.getClass().getSimpleName()));
      }
      one = after;
    }
    out.addAll(mailbox.peek(Integer.MAX_VALUE));
    assertThat(mailbox.size()).isEqualTo(out.size());
    return out;
  }

  @Test
  @DisplayName("MSG-03 a thousand messages come out in the order sent, watched or not")
  void inOrder() {
    post(0, 1000);
    assertThat(inbox.waiting()).isEqualTo(1000);
    assertThat(taken()).isEqualTo(List.<Object>copyOf(IntStream.range(0, 1000).boxed().toList()));
    assertThat(inbox.waiting()).isZero();
    post(0, 3);
    assertThat(taken()).containsExactly(0, 1, 2);
  }

  @Test
  @DisplayName("MSG-03 a signal keeps its place among many messages, and shows that it is there")
  void amongMessages() {
    post(0, 200);
    assertThat(inbox.hasSignal()).isFalse();
    inbox.push(new Signal.ExitSignal(Pid.NONE, ExitReason.Atom.KILL, false));
    assertThat(inbox.hasSignal()).isTrue();
    post(200, 400);
    assertThat(inbox.hasSignal()).isTrue();
    assertThat(inbox.waiting()).isEqualTo(400);
    List<Object> out = taken();
    assertThat(out.indexOf("ExitSignal")).isEqualTo(200);
    assertThat(out).hasSize(401);
    assertThat(inbox.hasSignal()).isFalse();
  }

  @Test
  @DisplayName("nobody gets into a segment that the receiver has taken")
  void sealed() {
    var segment = new Segment("first");
    assertThat(segment.offer("second")).isTrue();
    segment.seal();
    assertThat(segment.offer("late")).isFalse();
    assertThat(segment.left()).isEqualTo(2);
    var full = new Segment(0);
    int more = 0;
    while (full.offer(more)) {
      more++;
    }
    full.seal();
    assertThat(full.left()).isEqualTo(more + 1);
  }
}
