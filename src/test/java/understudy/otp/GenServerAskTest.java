package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.GenServerStartTest.started;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.Puppet.SILENT;
import static understudy.runtime.Rig.ms;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Calls that do not block: the rules of calls hold for them, too.
class GenServerAskTest {
  /// Asks when told to go, and says what it hears.
  private record Client(Rig rig, Pid server, Object request, Duration limit) implements Behaviour {

    @Override
    public void start(Self self) {
      self.initialized();
    }

    @Override
    public void handle(Self self, Object message) {
      if (message.equals("go")) {
        GenServer.ask(self, server, request, limit, rig::say);
      } else {
        rig.say(message);
      }
    }

    @Override
    public String name() {
      return "client";
    }
  }

  private static Pid server(Rig rig) {
    Pid[] server = new Pid[1];
    rig.run(self ->
        server[0] = started(GenServer.start(self, Puppet.process(rig, "server", PLAIN, SILENT))));
    return server[0];
  }

  private static Puppet.Question slow(long millis) {
    return (puppet, _, state) -> {
      puppet.door().sleep(ms(millis));
      return Outcome.reply("answer", state);
    };
  }

  private static Pid asking(Rig rig, Pid server, Object request, Duration limit) {
    Pid client = rig.vm.spawn(new Client(rig, server, request, limit));
    rig.vm.send(client, "go");
    return client;
  }

  private static ExitReason why(ExitReason failure) {
    return ((Tuple) failure).elements().getFirst();
  }

  @Seeded
  @DisplayName("GS-10 who asks takes nothing else until the answer is there")
  void waits(Rig rig) {
    Pid server = server(rig);
    Pid client = asking(rig, server, slow(50), ms(100));
    rig.idle();
    rig.vm.send(client, "later");
    rig.settle();
    assertThat(rig.said()).containsExactly("answer", "later");
    assertThat(rig.vm.table().info(client).orElseThrow().monitors()).isEmpty();
  }

  @Seeded
  @DisplayName("GS-14 who asks and hears nothing in time exits with timeout; GS-15 no late answer")
  void timesOut(Rig rig) {
    Pid server = server(rig);
    Pid client = asking(rig, server, slow(500), ms(100));
    rig.settle();
    assertThat(rig.said()).isEmpty();
    assertThat(why(rig.reason(client))).isEqualTo(new Atom("timeout"));
  }

  @Seeded
  @DisplayName("GS-11 GS-12 who asks the dead, or one that dies, exits with its reason")
  void dies(Rig rig) {
    Pid server = server(rig);
    Pid first = asking(rig, server, slow(500), ms(900));
    rig.idle();
    rig.vm.exit(server, Atom.KILL);
    rig.settle();
    assertThat(why(rig.reason(first))).isEqualTo(Atom.KILLED);
    Pid second = asking(rig, server, "x", ms(900));
    rig.settle();
    assertThat(why(rig.reason(second))).isEqualTo(Atom.NOPROC);
  }
}
