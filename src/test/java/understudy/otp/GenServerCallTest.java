package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.GenServerStartTest.started;
import static understudy.otp.Puppet.COUNT;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.Puppet.SILENT;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.ExitReason.Text;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;
import understudy.runtime.Exit;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Calls and casts, seen from the client: GS-10 to GS-18.
class GenServerCallTest {
  private static Pid server(Self self, Rig rig) {
    return started(GenServer.start(self, Puppet.process(rig, "server", PLAIN, SILENT)));
  }

  private static ExitReason failure(Self self, Pid server, Object request, Duration limit) {
    try {
      GenServer.call(self, server, request, limit);
    } catch (Exit exit) {
      return exit.reason();
    }
    throw new AssertionError("the call was answered");
  }

  private static ExitReason why(ExitReason failure) {
    return ((Tuple) failure).elements().getFirst();
  }

  private static Puppet.Question slow(long millis) {
    return (puppet, _, state) -> {
      puppet.door().sleep(ms(millis));
      return Outcome.reply("late", state + 1);
    };
  }

  @Seeded
  @DisplayName("GS-10 a call waits for its own reply, 5000 ms unless told otherwise")
  void limit(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig);
      self.send(self.pid(), new Reply(999, "forged"));
      assertThat(GenServer.call(self, server, slow(4_999))).isEqualTo("late");
      long before = self.nanos();
      assertThat(why(failure(self, server, slow(5_001), GenServer.CALL_TIMEOUT)))
          .isEqualTo(new Atom("timeout"));
      assertThat(self.nanos() - before).isEqualTo(ms(5_000).toNanos());
    });
  }

  @Seeded
  @DisplayName("GS-11 a call to a dead server exits at once with noproc and the call")
  void dead(Rig rig) {
    Pid dead = rig.spawn(_ -> {});
    rig.settle();
    rig.run(self -> {
      long before = self.nanos();
      assertThat(failure(self, dead, "ping", ms(100)))
          .isEqualTo(
              ExitReason.tuple(
                  Atom.NOPROC,
                  ExitReason.tuple(
                      new Atom("GenServer"), new Atom("call"), new Ref(dead), new Text("ping"))));
      assertThat(self.nanos()).isEqualTo(before);
    });
  }

  @Seeded
  @DisplayName("GS-12 if the server dies before it answers the caller exits with its reason")
  void diesFirst(Rig rig) {
    Puppet.Question crash =
        (_, _, _) -> {
          throw new Exit(BOOM);
        };
    ExitReason end = rig.endOf(self -> GenServer.call(self, server(self, rig), crash));
    assertThat(why(end)).isEqualTo(BOOM);
    assertThat(end.toString()).contains("{GenServer, call, ");
  }

  @Seeded
  @DisplayName("GS-13 that exit can be caught, and leaves no message behind")
  void caught(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig);
      self.exit(server, Atom.KILL);
      assertThat(why(failure(self, server, COUNT, ms(100)))).isEqualTo(Atom.NOPROC);
      assertThat(self.receive(_ -> true, ms(100))).isEmpty();
    });
  }

  @Seeded
  @DisplayName(
      "GS-14 GS-15 after a timeout the server still does it, and the late reply is dropped")
  void lateReply(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig);
      assertThat(why(failure(self, server, slow(100), ms(50)))).isEqualTo(new Atom("timeout"));
      assertThat(self.receive(_ -> true, ms(500))).isEmpty();
      assertThat(GenServer.call(self, server, COUNT)).isEqualTo(1);
    });
  }

  @Seeded
  @DisplayName("GS-16 a server that calls itself exits with calling_self")
  void itself(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig);
      self.monitor(server);
      Puppet.Deed deed =
          (puppet, state) -> {
            GenServer.call(puppet.door(), puppet.door().pid(), COUNT);
            return Outcome.noReply(state);
          };
      self.send(server, deed);
      assertThat(self.receive().toString()).contains("{calling_self, {GenServer, call, ");
    });
  }

  @Seeded
  @DisplayName("GS-17 a cast returns at once, to a dead server too")
  void casts(Rig rig) {
    Pid dead = rig.spawn(_ -> {});
    rig.settle();
    rig.run(self -> {
      Pid server = server(self, rig);
      long before = self.nanos();
      GenServer.cast(self, server, Puppet.work(500));
      GenServer.cast(self, dead, "hello");
      assertThat(self.nanos()).isEqualTo(before);
    });
  }

  @Seeded
  @DisplayName("GS-18 without a reply the caller waits; any process may answer, the first counts")
  void answeredByAnother(Rig rig) {
    var kept = new AtomicReference<From>();
    Puppet.Question keep =
        (_, from, state) -> {
          kept.set(from);
          return Outcome.noReply(state);
        };
    rig.run(self -> {
      Pid server = server(self, rig);
      self.spawn(
          rig.process(other -> {
            other.sleep(ms(200));
            GenServer.reply(other, kept.get(), "from another");
            other.sleep(ms(200));
            GenServer.reply(other, kept.get(), "again");
          }));
      assertThat(GenServer.call(self, server, keep)).isEqualTo("from another");
      assertThat(self.nanos()).isEqualTo(ms(200).toNanos());
      assertThat(self.receive(_ -> true, ms(500))).isEmpty();
    });
  }
}
