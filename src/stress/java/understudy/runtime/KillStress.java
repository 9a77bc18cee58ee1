package understudy.runtime;

import static understudy.runtime.Stage.BOOM;
import static understudy.runtime.Stage.VM;
import static understudy.runtime.Stage.aside;
import static understudy.runtime.Stage.asideDone;
import static understudy.runtime.Stage.bond;
import static understudy.runtime.Stage.heard;
import static understudy.runtime.Stage.kill;
import static understudy.runtime.Stage.quiet;
import static understudy.runtime.Stage.trapping;
import static understudy.runtime.Stage.turn;
import static understudy.runtime.Stage.waiting;
import static understudy.runtime.Stage.within;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import understudy.event.Pid;

/// A kill, whatever its victim is at.
public class KillStress {
  /// Message and exit signal of one sender arrive in this order, or not, while a third one kills
  /// the receiver (MSG-03).
  @JCStressTest
  @Outcome(id = "\\[\\]", expect = Expect.ACCEPTABLE, desc = "killed first")
  @Outcome(id = "\\[m\\]", expect = Expect.ACCEPTABLE, desc = "killed between")
  @Outcome(id = "\\[m, \\{EXIT.*", expect = Expect.ACCEPTABLE, desc = "killed last")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class LastWord {
    private final Cell receiver = trapping();
    private final Cell sender =
        waiting(self -> {
          self.send(receiver.pid, "m");
          self.exit(receiver.pid, BOOM);
        });

    @Actor
    public void actor1() {
      turn(sender);
    }

    @Actor
    public void actor2() {
      kill(receiver);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      quiet(receiver);
      r.r1 = heard(receiver).toString();
    }
  }

  /// Nothing of a running handler arrives after its EXIT, by whatever way (MSG-13).
  @JCStressTest
  @Outcome(id = "last", expect = Expect.ACCEPTABLE, desc = "EXIT is last")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class NothingAfter {
    private final Cell watcher = trapping();
    private final Cell victim = waiting(this::talk);

    {
      bond(victim, watcher);
    }

    private void talk(Self self) {
      for (int i = 0; i < 50; i++) {
        self.send(watcher.pid, i);
      }
    }

    @Actor
    public void actor1() {
      turn(victim);
    }

    @Actor
    public void actor2() {
      kill(victim);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      within(() -> heard(watcher).stream().anyMatch(ExitMessage.class::isInstance));
      quiet(victim);
      quiet(watcher);
      List<Object> heard = heard(watcher);
      r.r1 = heard.getLast() instanceof ExitMessage ? "last" : heard.toString();
    }
  }

  /// Nobody is left linked to a dead parent (LNK-12).
  @JCStressTest
  @Outcome(id = "none", expect = Expect.ACCEPTABLE, desc = "no orphan")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Orphan {
    private final List<Pid> children = new CopyOnWriteArrayList<>();
    private final Cell parent = waiting(this::bear);

    private void bear(Self self) {
      for (int i = 0; i < 10; i++) {
        self.spawnLink(new Stage.Player(child -> children.add(child.pid())));
      }
    }

    @Actor
    public void actor1() {
      turn(parent);
    }

    @Actor
    public void actor2() {
      kill(parent);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      quiet(parent);
      r.r1 = within(() -> children.stream().noneMatch(VM::isAlive)) ? "none" : "orphan";
    }
  }

  /// A process whose start never returns can be killed (EXI-14).
  @JCStressTest
  @Outcome(id = "dead", expect = Expect.ACCEPTABLE, desc = "dead")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class AtStart {
    private final Cell stuck = waiting(_ -> hold());
    private boolean hung;

    private void hold() {
      hung = !within(stuck::isDead);
    }

    @Actor
    public void actor1() {
      turn(stuck);
    }

    @Actor
    public void actor2() {
      kill(stuck);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = hung ? "immortal" : "dead";
    }
  }

  /// A process that is just being woken and then never asks again can be killed (EXI-14).
  @JCStressTest
  @Outcome(id = "dead", expect = Expect.ACCEPTABLE, desc = "dead")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class AtWaking {
    private final Cell stuck = waiting(this::hold);
    private boolean hung;

    private void hold(Self self) {
      self.receive();
      hung = !within(stuck::isDead);
    }

    @Actor
    public void actor1() {
      turn(stuck);
    }

    @Actor
    public void actor2() {
      aside(() -> kill(stuck));
      VM.send(stuck.pid, "m");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = hung ? "immortal" : "dead";
    }
  }
}
