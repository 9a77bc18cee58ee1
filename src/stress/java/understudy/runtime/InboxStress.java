package understudy.runtime;

import static understudy.runtime.Stage.aside;
import static understudy.runtime.Stage.asideDone;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import understudy.event.Pid;

/// Many push, one takes.
public class InboxStress {
  private static final class Channel extends Inbox {}

  /// Each sender's order is kept and nothing is lost (MSG-03).
  @JCStressTest
  @Outcome(id = "kept", expect = Expect.ACCEPTABLE, desc = "all, in order")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Order {
    private final Inbox inbox = new Channel();
    private final List<Integer> taken = new ArrayList<>();

    @Actor
    public void actor1() {
      push(11);
      push(12);
      push(13);
    }

    @Actor
    public void actor2() {
      aside(() -> {
        take();
        take();
      });
      push(21);
      push(22);
      push(23);
    }

    private void push(int body) {
      inbox.push(new Signal.Message(body));
    }

    private void take() {
      for (Signal one = inbox.takeAll(); one != null; one = one.next) {
        taken.add((Integer) ((Signal.Message) one).body);
      }
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      take();
      List<Integer> first = taken.stream().filter(body -> body < 20).toList();
      List<Integer> second = taken.stream().filter(body -> body > 20).toList();
      boolean kept = first.equals(List.of(11, 12, 13)) && second.equals(List.of(21, 22, 23));
      r.r1 = kept ? "kept" : taken.toString();
    }
  }

  /// The same where so many messages wait already that the next share segments.
  @JCStressTest
  @Outcome(id = "kept", expect = Expect.ACCEPTABLE, desc = "all, in order")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class DeepOrder {
    private static final int BEFORE = 70;

    private final Inbox inbox = new Channel();
    private final Mailbox taken = new Mailbox();

    /// Fills the channel.
    public DeepOrder() {
      for (int i = 0; i < BEFORE; i++) {
        inbox.post(0, 0, Pid.NONE);
      }
    }

    @Actor
    public void actor1() {
      inbox.post(11, 0, Pid.NONE);
      inbox.post(12, 7, Pid.NONE);
      inbox.post(13, 0, Pid.NONE);
    }

    @Actor
    public void actor2() {
      aside(() -> {
        take();
        take();
      });
      inbox.post(21, 0, Pid.NONE);
      inbox.post(22, 0, Pid.NONE);
      inbox.post(23, 8, Pid.NONE);
    }

    private void take() {
      Signal one = inbox.takeAll();
      while (one != null) {
        Signal after = one.next;
        if (one instanceof Segment segment) {
          taken.add(segment);
        } else {
          taken.add((Signal.Message) one);
        }
        one = after;
      }
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      take();
      List<Object> all = taken.peek(Integer.MAX_VALUE);
      List<Object> first = all.stream().filter(body -> (int) body / 10 == 1).toList();
      List<Object> second = all.stream().filter(body -> (int) body / 10 == 2).toList();
      boolean kept =
          first.equals(List.of(11, 12, 13))
              && second.equals(List.of(21, 22, 23))
              && all.size() == BEFORE + 6
              && taken.size() == all.size();
      r.r1 = kept ? "kept" : all.toString();
    }
  }

  /// Whoever empties a channel and rests, and whoever pushes meanwhile: one of them sees to it that
  /// the message is received.
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one is responsible")
  @Outcome(expect = Expect.FORBIDDEN, desc = "nobody is, or two are")
  @State
  public static class Resting {
    private final Inbox inbox = new Channel();
    private int sender;

    @Actor
    public void actor1() {
      do {
        inbox.takeAll();
      } while (!inbox.rest());
    }

    @Actor
    public void actor2() {
      sender = inbox.push(new Signal.Message("late")) ? 1 : 0;
    }

    @Arbiter
    public void arbiter(L_Result r) {
      // Resting and empty: the receiver took it. Else who pushed on the resting channel knows.
      r.r1 = inbox.isResting() ? 1 : sender;
    }
  }
}
