package understudy.runtime;

import static understudy.runtime.Stage.VM;
import static understudy.runtime.Stage.aside;
import static understudy.runtime.Stage.asideDone;
import static understudy.runtime.Stage.bond;
import static understudy.runtime.Stage.quiet;
import static understudy.runtime.Stage.turn;
import static understudy.runtime.Stage.waiting;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// Links that are made and taken away at both ends at the same moment.
public class CrossingStress {
  /// One unlinks, links and unlinks, the other unlinks and links.
  @JCStressTest
  @Outcome(id = "agree", expect = Expect.ACCEPTABLE, desc = "both or none")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class UnlinkAndLink {
    private final Cell one = waiting(this::first);
    private final Cell other =
        waiting(self -> {
          self.unlink(one.pid);
          self.link(one.pid);
        });

    {
      bond(one, other);
    }

    private void first(Self self) {
      self.unlink(other.pid);
      self.link(other.pid);
      self.unlink(other.pid);
    }

    @Actor
    public void actor1() {
      turn(one);
    }

    @Actor
    public void actor2() {
      aside(() -> {
        VM.isAlive(one.pid);
        VM.isAlive(other.pid);
      });
      turn(other);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = agreement(one, other);
    }
  }

  /// One unlinks, links and unlinks, the other hears of the first and links.
  @JCStressTest
  @Outcome(id = "agree", expect = Expect.ACCEPTABLE, desc = "both or none")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class LinkAgain {
    private final Cell one = waiting(this::first);
    private final Cell other =
        waiting(self -> {
          self.isAlive(self.pid());
          self.link(one.pid);
          self.isAlive(self.pid());
          self.link(one.pid);
        });

    {
      bond(one, other);
    }

    private void first(Self self) {
      self.unlink(other.pid);
      self.link(other.pid);
      self.unlink(other.pid);
    }

    @Actor
    public void actor1() {
      turn(one);
    }

    @Actor
    public void actor2() {
      aside(() -> {
        VM.isAlive(other.pid);
        VM.isAlive(one.pid);
      });
      turn(other);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = agreement(one, other);
    }
  }

  /// One unlinks, the other links as soon as it has heard of it.
  @JCStressTest
  @Outcome(id = "agree", expect = Expect.ACCEPTABLE, desc = "both or none")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class LinkAfterUnlink {
    private final Cell other = waiting(this::again);
    private final Cell one = waiting(self -> self.unlink(other.pid));

    {
      bond(one, other);
    }

    private void again(Self self) {
      for (int i = 0; i < 20; i++) {
        self.isAlive(self.pid());
        self.link(one.pid);
      }
    }

    @Actor
    public void actor1() {
      turn(one);
    }

    @Actor
    public void actor2() {
      aside(() -> {
        VM.isAlive(other.pid);
        VM.isAlive(other.pid);
      });
      turn(other);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = agreement(one, other);
    }
  }

  private static String agreement(Cell one, Cell other) {
    quiet(one);
    quiet(other);
    quiet(one);
    boolean there = one.interior.isLinked(other.pid);
    boolean back = other.interior.isLinked(one.pid);
    boolean open = one.interior.isUnlinking() || other.interior.isUnlinking();
    return there == back && !open ? "agree" : there + " " + back + (open ? " unconfirmed" : "");
  }
}
