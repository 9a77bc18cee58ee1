package understudy.runtime;

import static understudy.runtime.Stage.VM;
import static understudy.runtime.Stage.aside;
import static understudy.runtime.Stage.asideDone;
import static understudy.runtime.Stage.heard;
import static understudy.runtime.Stage.idle;
import static understudy.runtime.Stage.kill;
import static understudy.runtime.Stage.quiet;
import static understudy.runtime.Stage.turn;
import static understudy.runtime.Stage.waiting;
import static understudy.runtime.Stage.within;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// Waiting for a message while it comes.
public class WaitStress {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration SHORT = Duration.ofNanos(30_000);

  /// A process that blocks gets its message (MSG-06).
  @JCStressTest
  @Outcome(id = "got", expect = Expect.ACCEPTABLE, desc = "got it")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class WakeUp {
    private String got = "lost";
    private final Cell waiter =
        waiting(self -> {
          if (self.receive(_ -> true, PATIENCE).isPresent()) {
            got = "got";
          }
        });

    @Actor
    public void actor1() {
      turn(waiter);
    }

    @Actor
    public void actor2() {
      aside(() -> VM.isAlive(waiter.pid));
      VM.send(waiter.pid, "m");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      r.r1 = got;
      kill(waiter);
    }
  }

  /// The same, with another message first that is not waited for.
  @JCStressTest
  @Outcome(id = "got \\[other\\]", expect = Expect.ACCEPTABLE, desc = "got it, and the other later")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class TwoSenders {
    private String got = "lost";
    private final Cell waiter =
        waiting(self -> {
          if (self.receive("m"::equals, PATIENCE).isPresent()) {
            got = "got";
          }
        });

    @Actor
    public void actor1() {
      turn(waiter);
    }

    @Actor
    public void actor2() {
      aside(() -> VM.send(waiter.pid, "m"));
      VM.send(waiter.pid, "other");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      quiet(waiter);
      r.r1 = got + " " + heard(waiter);
      kill(waiter);
    }
  }

  /// Message and end of time race: one of the two, and no message is lost (MSG-09).
  @JCStressTest
  @Outcome(id = "got \\[\\]", expect = Expect.ACCEPTABLE, desc = "in time")
  @Outcome(id = "over \\[m\\]", expect = Expect.ACCEPTABLE, desc = "too late, and handled")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Timeout {
    private String got = "";
    private final Cell waiter =
        waiting(self -> got = self.receive("m"::equals, SHORT).isPresent() ? "got" : "over");

    @Actor
    public void actor1() {
      turn(waiter);
    }

    @Actor
    public void actor2() {
      LockSupport.parkNanos(20_000);
      VM.send(waiter.pid, "m");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      quiet(waiter);
      r.r1 = got + " " + heard(waiter);
      kill(waiter);
    }
  }

  /// A reply to an alias against the end of the wait: one of the two, and nothing comes later
  /// (MON-14).
  @JCStressTest
  @Outcome(id = "got \\[\\]", expect = Expect.ACCEPTABLE, desc = "in time")
  @Outcome(id = "over \\[\\]", expect = Expect.ACCEPTABLE, desc = "too late, and dropped")
  @Outcome(expect = Expect.FORBIDDEN, desc = "anything else")
  @State
  public static class Alias {
    private volatile long alias;
    private String got = "";
    private final Cell server = idle();
    private final Cell client = waiting(this::ask);

    private void ask(Self self) {
      alias = self.monitor(server.pid);
      boolean in = self.receive("reply"::equals, SHORT).isPresent();
      self.demonitor(alias);
      got = in || self.take("reply"::equals).isPresent() ? "got" : "over";
    }

    @Actor
    public void actor1() {
      turn(client);
    }

    @Actor
    public void actor2() {
      aside(() -> {
        within(() -> alias != 0);
        VM.sendToAlias(server.pid, client.pid, alias, "reply");
      });
      within(() -> alias != 0);
      VM.sendToAlias(server.pid, client.pid, alias, "reply");
    }

    @Arbiter
    public void arbiter(L_Result r) {
      asideDone();
      quiet(client);
      r.r1 = got + " " + heard(client);
      kill(client);
      kill(server);
    }
  }
}
