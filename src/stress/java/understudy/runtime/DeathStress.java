package understudy.runtime;

import static understudy.runtime.Stage.BOOM;
import static understudy.runtime.Stage.VM;
import static understudy.runtime.Stage.aside;
import static understudy.runtime.Stage.asideDone;
import static understudy.runtime.Stage.bond;
import static understudy.runtime.Stage.exactlyOne;
import static understudy.runtime.Stage.heard;
import static understudy.runtime.Stage.idle;
import static understudy.runtime.Stage.kill;
import static understudy.runtime.Stage.quiet;
import static understudy.runtime.Stage.trapping;
import static understudy.runtime.Stage.turn;
import static understudy.runtime.Stage.waiting;
import static understudy.runtime.Stage.within;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// Who is bound to a process that dies at that moment hears of it once.
public class DeathStress {
  /// Linking (LNK-04, LNK-07).
  @JCStressTest
  @Outcome(id = "one", expect = Expect.ACCEPTABLE, desc = "one EXIT")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Link {
    private final Cell dying =
        waiting(self -> {
          throw new Exit(BOOM);
        });
    private final Cell watcher =
        waiting(self -> {
          self.trapExit(true);
          self.link(dying.pid);
        });

    @Actor
    public void actor1() {
      turn(dying);
    }

    @Actor
    public void actor2() {
      turn(watcher);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = exactlyOne(watcher);
    }
  }

  /// Both link, and one of them dies.
  @JCStressTest
  @Outcome(id = "one", expect = Expect.ACCEPTABLE, desc = "one EXIT")
  @Outcome(
      id = "\\[\\{EXIT, [^ ]*, boom\\}, \\{EXIT, [^ ]*, noproc\\}\\]",
      expect = Expect.ACCEPTABLE,
      desc = "linked again after the EXIT")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class LinkFromBoth {
    private final Cell watcher = waiting(this::link);
    private final Cell dying =
        waiting(self -> {
          self.link(watcher.pid);
          throw new Exit(BOOM);
        });

    {
      watcher.interior.trapExit = true;
    }

    private void link(Self self) {
      self.link(dying.pid);
    }

    @Actor
    public void actor1() {
      turn(dying);
    }

    @Actor
    public void actor2() {
      turn(watcher);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = exactlyOne(watcher);
    }
  }

  /// Linked before, and killed while a third one looks.
  @JCStressTest
  @Outcome(id = "one", expect = Expect.ACCEPTABLE, desc = "one EXIT")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class LinkKilled {
    private final Cell dying = idle();
    private final Cell watcher = trapping();

    {
      bond(dying, watcher);
    }

    @Actor
    public void actor1() {
      kill(dying);
    }

    @Actor
    public void actor2() {
      aside(() -> VM.exit(dying.pid, BOOM));
      VM.isAlive(dying.pid);
      VM.isAlive(watcher.pid);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = exactlyOne(watcher);
    }
  }

  /// Monitoring (MON-03, MON-05).
  @JCStressTest
  @Outcome(id = "one", expect = Expect.ACCEPTABLE, desc = "one DOWN")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Monitor {
    private final Cell dying =
        waiting(self -> {
          throw new Exit(BOOM);
        });
    private final Cell watcher = waiting(self -> self.monitor(dying.pid));

    @Actor
    public void actor1() {
      turn(dying);
    }

    @Actor
    public void actor2() {
      aside(() -> VM.isAlive(dying.pid));
      turn(watcher);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = exactlyOne(watcher);
    }
  }

  /// A monitor that comes while a stuck handler is killed is answered before the handler returns
  /// (EXI-14, MON-03).
  @JCStressTest
  @Outcome(id = "one", expect = Expect.ACCEPTABLE, desc = "one DOWN")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class MonitorOfStuck {
    private final Cell watcher = waiting(this::monitor);
    private final Cell stuck = waiting(_ -> late = !within(() -> !heard(watcher).isEmpty()));
    private boolean late;

    private void monitor(Self self) {
      self.monitor(stuck.pid);
    }

    @Actor
    public void actor1() {
      turn(stuck);
    }

    @Actor
    public void actor2() {
      aside(() -> kill(stuck));
      turn(watcher);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = late ? "late" : exactlyOne(watcher);
    }
  }

  /// Taken away, a monitor leaves no DOWN (MON-06).
  @JCStressTest
  @Outcome(id = "none", expect = Expect.ACCEPTABLE, desc = "no DOWN")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Demonitor {
    private final Cell dying =
        waiting(self -> {
          throw new Exit(BOOM);
        });
    private final Cell watcher = waiting(self -> self.demonitor(self.monitor(dying.pid)));

    @Actor
    public void actor1() {
      turn(dying);
    }

    @Actor
    public void actor2() {
      aside(() -> VM.isAlive(watcher.pid));
      turn(watcher);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      quiet(dying);
      quiet(watcher);
      r.r1 = heard(watcher).isEmpty() ? "none" : heard(watcher).toString();
    }
  }
}
