package understudy.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// Some offer to a segment, one seals it.
public class SegmentStress {
  /// What was let in before the seal is there, and nothing else.
  @JCStressTest
  @Outcome(id = "same", expect = Expect.ACCEPTABLE, desc = "as many are there as were let in")
  @Outcome(expect = Expect.FORBIDDEN, desc = "one is lost or too many")
  @State
  public static class Sealing {
    private final Segment segment = new Segment(0);
    private int first;
    private int second;

    @Actor
    public void actor1() {
      first = (segment.offer(11) ? 1 : 0) + (segment.offer(12) ? 1 : 0);
    }

    @Actor
    public void actor2() {
      second = segment.offer(21) ? 1 : 0;
    }

    @Actor
    public void actor3() {
      segment.seal();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      int in = 1 + first + second;
      r.r1 = segment.left() == in ? "same" : segment.left() + " for " + in;
    }
  }

  /// The same while the receiver takes what is there already: a place that is taken is closed.
  @JCStressTest
  @Outcome(id = "same", expect = Expect.ACCEPTABLE, desc = "as many came out as were let in")
  @Outcome(expect = Expect.FORBIDDEN, desc = "one is lost or too many")
  @State
  public static class Taking {
    private final Segment segment = new Segment(0);
    private int first;
    private int second;
    private int out;

    @Actor
    public void actor1() {
      first = (segment.offer(11) ? 1 : 0) + (segment.offer(12) ? 1 : 0);
    }

    @Actor
    public void actor2() {
      second = segment.offer(21) ? 1 : 0;
    }

    @Actor
    public void actor3() {
      segment.seal();
      while (segment.left() > 0) {
        segment.take();
        out++;
      }
    }

    @Arbiter
    public void arbiter(L_Result r) {
      int in = 1 + first + second;
      r.r1 = out == in ? "same" : out + " for " + in;
    }
  }
}
