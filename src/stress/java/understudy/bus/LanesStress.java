package understudy.bus;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Initialized;
import understudy.event.Stamped;

/// Two threads write, each in its lane, and hand over to each other; a third takes out.
public class LanesStress {
  private static Initialized event(int number) {
    return new Initialized(new Pid(number));
  }

  /// What was put down before something was handed over stands before whatever the other puts down
  /// after it got that; also where one of the two had leave not to look at the clock.
  @JCStressTest
  @Outcome(id = "in order", expect = Expect.ACCEPTABLE, desc = "causes before effects, all there")
  @Outcome(expect = Expect.FORBIDDEN, desc = "an effect before its cause, or one is lost")
  @State
  public static class Handover {
    private final EventBus bus = new EventBus(Detail.MESSAGES, 100, EventBus.NO_CLOCK);
    private final EventSink one = bus.enter();
    private final EventSink other = bus.enter();
    private final List<Long> heard = new ArrayList<>();
    private volatile boolean there;
    private volatile boolean back;
    private boolean got;
    private boolean gotBack;

    /// Gives one of the two its leave.
    public Handover() {
      bus.subscribe(batch -> batch.events().forEach(stamped -> heard.add(number(stamped))));
      for (int i = 0; i < 3; i++) {
        one.emit(0, event(100));
        bus.pump();
      }
      heard.clear();
    }

    private static long number(Stamped stamped) {
      return stamped.event().subject().number();
    }

    @Actor
    public void one() {
      one.emit(0, event(1));
      one.emit(0, event(2));
      there = true;
      gotBack = back;
      one.emit(0, event(3));
      one.emit(0, event(4));
    }

    @Actor
    public void other() {
      got = there;
      other.emit(0, event(11));
      back = true;
      other.emit(0, event(12));
    }

    @Actor
    public void pump() {
      bus.pump();
      bus.pump();
      bus.pump();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      bus.pump();
      boolean whole =
          heard.size() == 6
              && isBefore(1, 2)
              && isBefore(2, 3)
              && isBefore(3, 4)
              && isBefore(11, 12);
      boolean ordered = (!got || isBefore(2, 11)) && (!gotBack || isBefore(11, 3));
      r.r1 = whole && ordered ? "in order" : heard + " got " + got + " back " + gotBack;
    }

    private boolean isBefore(long cause, long effect) {
      return heard.indexOf(cause) < heard.indexOf(effect);
    }
  }
}
