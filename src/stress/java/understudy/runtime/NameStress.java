package understudy.runtime;

import static understudy.runtime.Stage.NUMBERS;
import static understudy.runtime.Stage.VM;
import static understudy.runtime.Stage.aside;
import static understudy.runtime.Stage.asideDone;
import static understudy.runtime.Stage.idle;
import static understudy.runtime.Stage.kill;
import static understudy.runtime.Stage.quiet;
import static understudy.runtime.Stage.turn;
import static understudy.runtime.Stage.waiting;

import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import understudy.event.Pid;

/// One name, many who want it.
public class NameStress {
  /// Two register one name: one has it and the other is told who (NAM-01).
  @JCStressTest
  @Outcome(id = "one winner", expect = Expect.ACCEPTABLE, desc = "one winner")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class TwoTakers {
    private final String name = "name-" + NUMBERS.incrementAndGet();
    private Optional<Pid> toldOne = Optional.empty();
    private Optional<Pid> toldOther = Optional.empty();
    private final Cell one = waiting(self -> toldOne = self.register(name));
    private final Cell other = waiting(self -> toldOther = self.register(name));

    @Actor
    public void actor1() {
      turn(one);
    }

    @Actor
    public void actor2() {
      turn(other);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      Optional<Pid> holder = VM.whereis(name);
      boolean oneWon = toldOne.isEmpty() && toldOther.equals(holder) && holder.equals(at(one));
      boolean otherWon = toldOther.isEmpty() && toldOne.equals(holder) && holder.equals(at(other));
      r.r1 = oneWon != otherWon ? "one winner" : toldOne + " " + toldOther + " " + holder;
      kill(one);
      kill(other);
    }
  }

  /// A holder dies while another registers: who is told of the dead one was before its death, and
  /// afterwards the name is free (NAM-02, NAM-04).
  @JCStressTest
  @Outcome(id = "taken", expect = Expect.ACCEPTABLE, desc = "taken")
  @Outcome(id = "refused", expect = Expect.ACCEPTABLE, desc = "refused, and free now")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class AfterDeath {
    private final String name = "name-" + NUMBERS.incrementAndGet();
    private Optional<Pid> told = Optional.empty();
    private final Cell holder = idle();
    private final Cell taker = waiting(self -> told = self.register(name));

    {
      VM.names.register(holder, name);
    }

    @Actor
    public void actor1() {
      turn(taker);
    }

    @Actor
    public void actor2() {
      aside(() -> VM.isAlive(holder.pid));
      kill(holder);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      quiet(holder);
      Optional<Pid> now = VM.whereis(name);
      boolean taken = told.isEmpty() && now.equals(at(taker));
      boolean refused = told.equals(at(holder)) && now.isEmpty();
      r.r1 = taken ? "taken" : refused ? "refused" : told + " " + now;
      kill(taker);
    }
  }

  private static Optional<Pid> at(Cell cell) {
    return Optional.of(cell.pid);
  }
}
