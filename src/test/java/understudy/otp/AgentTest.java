package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.TaskTest.assertNothingLeft;
import static understudy.otp.TaskTest.exitOf;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;
import understudy.otp.Agent.Change;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Agents: AGT-01 to AGT-07.
class AgentTest {
  private static ExitReason why(ExitReason failure) {
    return ((Tuple) failure).elements().getFirst();
  }

  private static UnaryOperator<Integer> plus(int more) {
    return now -> now + more;
  }

  private static int crash(int state) {
    throw new Exit(BOOM);
  }

  private static Pid pid(Self self, Agent<?> agent) {
    return agent.server().whereis(self).orElseThrow();
  }

  @Seeded
  @DisplayName("AGT-01 the first state is made inside the agent, and the start waits for it")
  void firstState(Rig rig) {
    rig.run(self -> {
      var made = new ArrayList<String>();
      Agent<Integer> agent =
          Agent.startLink(
              self,
              () -> {
                made.add("inside");
                return 7;
              });
      assertThat(made).containsExactly("inside");
      assertThat(agent.get(self)).isEqualTo(7);
    });
  }

  @Seeded
  @DisplayName("AGT-01 a crash of that is the error of the start")
  void failingStart(Rig rig) {
    rig.run(self -> {
      var failing =
          Agent.<Integer>process(() -> {
            throw new Exit(BOOM);
          });
      assertThat(GenServer.start(self, failing)).isEqualTo(new StartResult.Failed(BOOM));
      assertThat(exitOf(() -> Agent.<Integer>start(self, () -> crash(0))))
          .hasToString("{badmatch, {error, boom}}");
    });
  }

  @Seeded
  @DisplayName("AGT-02 what one process asks takes effect in the order it asked")
  void order(Rig rig) {
    rig.run(self -> {
      Agent<List<String>> agent = Agent.startLink(self, List::of);
      agent.cast(self, now -> with(now, "cast"));
      agent.update(self, now -> with(now, "update"));
      List<String> before =
          agent.getAndUpdate(self, now -> new Change<>(now, with(now, "get_and_update")));
      agent.cast(self, now -> with(now, "last"));
      assertThat(before).containsExactly("cast", "update");
      assertThat(agent.get(self)).containsExactly("cast", "update", "get_and_update", "last");
    });
  }

  private static List<String> with(List<String> some, String more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return List.copyOf(all);
  }

  @Seeded
  @DisplayName("AGT-03 a function that crashes ends the agent, and the caller like a failed call")
  void crashes(Rig rig) {
    rig.run(self -> {
      Agent<Integer> agent = Agent.start(self, () -> 1);
      ExitReason end = exitOf(() -> agent.get(self, AgentTest::crash));
      assertThat(why(end)).isEqualTo(BOOM);
      assertThat(end.toString()).contains("{GenServer, call, ");
      assertThat(rig.reason(pid(self, agent))).isEqualTo(BOOM);
      Agent<Integer> other = Agent.start(self, () -> 1);
      other.cast(self, AgentTest::crash);
      assertThat(why(exitOf(() -> other.get(self)))).isIn(BOOM, Atom.NOPROC);
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("AGT-04 get_and_update without a result stops the agent with bad_return_value")
  @SuppressWarnings("NullAway") // What the compiler refuses is what is tested.
  void malformed(Rig rig) {
    rig.run(self -> {
      Agent<Integer> agent = Agent.start(self, () -> 1);
      ExitReason bad = ExitReason.tuple(new Atom("bad_return_value"), new Atom("null"));
      assertThat(why(exitOf(() -> agent.<Integer>getAndUpdate(self, _ -> null)))).isEqualTo(bad);
      assertThat(rig.reason(pid(self, agent))).isEqualTo(bad);
    });
  }

  @Seeded
  @DisplayName("AGT-05 the limit is 5000 ms, and after it the function still completes")
  void limit(Rig rig) {
    rig.run(self -> {
      var door = new ArrayList<Self>();
      Agent<Integer> agent = Agent.at(GenServer.start(self, slow(door)).pid());
      UnaryOperator<Integer> work =
          now -> {
            door.getFirst().sleep(ms(5_001));
            return now + 1;
          };
      long before = self.nanos();
      assertThat(
              why(
                  exitOf(() -> {
                    agent.update(self, work);
                    return "in time";
                  })))
          .isEqualTo(new Atom("timeout"));
      assertThat(self.nanos() - before).isEqualTo(ms(5_000).toNanos());
      assertThat(why(exitOf(() -> agent.get(self, work, ms(10))))).isEqualTo(new Atom("timeout"));
      self.sleep(ms(6_000));
      assertThat(agent.get(self)).isEqualTo(2);
      assertNothingLeft(self);
    });
  }

  /// An agent's server that hands its door out, so that a function can take time.
  private static Behaviour slow(List<Self> door) {
    return GenServer.process(() ->
        new GenServer<Integer>() {
          @Override
          protected Init<Integer> init() {
            door.add(self());
            return Init.ok(1);
          }

          @Override
          @SuppressWarnings("unchecked")
          protected Outcome<Integer> handleCall(Object request, From from, Integer state) {
            return ((AgentServer.Deed<Integer>) request).on(state);
          }
        });
  }

  @Seeded
  @DisplayName("AGT-06 a cast to a dead agent or to nobody is no error")
  void castToTheDead(Rig rig) {
    rig.run(self -> {
      Agent<Integer> agent = Agent.start(self, () -> 1);
      agent.stop(self);
      agent.cast(self, plus(1));
      Agent.<Integer>named("nobody").cast(self, plus(1));
      assertThat(why(exitOf(() -> agent.get(self)))).isEqualTo(Atom.NOPROC);
    });
  }

  @Seeded
  @DisplayName("AGT-07 stop ends an agent with normal unless told otherwise")
  void stop(Rig rig) {
    rig.run(self -> {
      Agent<Integer> agent = Agent.startLink(self, () -> 1);
      agent.stop(self);
      assertThat(rig.reason(pid(self, agent))).isEqualTo(Atom.NORMAL);
      Agent<Integer> other = Agent.start(self, () -> 1);
      other.stop(self, BOOM);
      assertThat(rig.reason(pid(self, other))).isEqualTo(BOOM);
    });
  }

  @Seeded
  @DisplayName("NAM-08 an agent under a name is used by its name")
  void named(Rig rig) {
    rig.run(self -> {
      GenServer.startLink(self, Agent.process("hits", () -> 1)).pid();
      Agent<Integer> hits = Agent.named("hits");
      hits.update(self, plus(1));
      assertThat(hits.get(self)).isEqualTo(2);
    });
  }
}
