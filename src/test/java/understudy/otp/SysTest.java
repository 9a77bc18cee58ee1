package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.Puppet.COUNT;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.Puppet.SILENT;
import static understudy.otp.Puppet.TELLS;
import static understudy.otp.Puppet.TRAPS;
import static understudy.otp.TaskTest.assertNothingLeft;
import static understudy.otp.TaskTest.exitOf;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Raised;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// System messages to generic servers.
class SysTest {
  private static final Puppet.Deed INCREMENT = Puppet.work(0);

  private static Pid server(Self self, Rig rig, Puppet.Beginning beginning, Puppet.Ending ending) {
    return GenServer.start(self, Puppet.process(rig, "server", beginning, ending)).pid();
  }

  private static ExitReason why(ExitReason failure) {
    return ((Tuple) failure).elements().getFirst();
  }

  @Seeded
  @DisplayName("sys: a suspended server takes nothing, and after resume everything in its order")
  void suspended(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, PLAIN, SILENT);
      GenServer.cast(self, server, INCREMENT);
      Sys.suspend(self, server);
      assertThat(Sys.getState(self, server)).isEqualTo(1);
      GenServer.cast(self, server, INCREMENT);
      self.send(server, INCREMENT);
      self.send(server, "hello");
      assertThat(why(exitOf(() -> GenServer.call(self, server, COUNT, ms(100)))))
          .isEqualTo(new Atom("timeout"));
      assertThat(Sys.getState(self, server)).isEqualTo(1);
      assertThat(rig.said()).isEmpty();
      Sys.resume(self, server);
      assertThat(GenServer.call(self, server, COUNT)).isEqualTo(3);
      assertThat(rig.said()).containsExactly("server got hello");
      assertNothingLeft(self);
    });
    assertThat(rig.events(RuntimeEvent.Suspended.class))
        .extracting(RuntimeEvent.Suspended::on)
        .containsExactly(true, false);
  }

  @Seeded
  @DisplayName("sys: suspending twice and resuming once is enough")
  void twice(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, PLAIN, SILENT);
      Sys.resume(self, server);
      Sys.suspend(self, server);
      Sys.suspend(self, server);
      Sys.resume(self, server);
      assertThat(GenServer.call(self, server, COUNT)).isEqualTo(0);
    });
  }

  @Seeded
  @DisplayName("sys: replace_state changes the state; if its function throws, nothing happens")
  void replaceState(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, PLAIN, SILENT);
      assertThat(Sys.replaceState(self, server, state -> (int) state + 41)).isEqualTo(41);
      GenServer.cast(self, server, INCREMENT);
      assertThat(Sys.getState(self, server)).isEqualTo(42);
      assertThatThrownBy(() ->
              Sys.replaceState(
                  self,
                  server,
                  _ -> {
                    throw new IllegalStateException("no");
                  }))
          .isInstanceOf(Raised.class)
          .hasMessageContaining("callback_failed")
          .hasMessageContaining("IllegalStateException: no");
      assertThat(GenServer.call(self, server, COUNT)).isEqualTo(42);
    });
  }

  @Seeded
  @DisplayName("sys: a system message waits its turn behind what came before it")
  void order(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, PLAIN, SILENT);
      GenServer.cast(self, server, Puppet.work(50));
      GenServer.cast(self, server, Puppet.work(50));
      long before = self.nanos();
      assertThat(Sys.getState(self, server)).isEqualTo(2);
      assertThat(self.nanos() - before).isEqualTo(ms(100).toNanos());
    });
  }

  @Seeded
  @DisplayName("GS-30 a suspended server can be stopped, and terminates")
  void stop(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, PLAIN, TELLS);
      Sys.suspend(self, server);
      GenServer.stop(self, server, Atom.SHUTDOWN);
      assertThat(rig.said()).containsExactly("server terminate shutdown at 0");
    });
  }

  @Seeded
  @DisplayName(
      "GS-24 GS-28 the parent's exit ends a suspended server that traps; a stranger's waits")
  void parent(Rig rig) {
    var servers = new ArrayList<Pid>();
    Pid parent =
        rig.spawn(self -> {
          Pid pid = GenServer.startLink(self, Puppet.process(rig, "server", TRAPS, TELLS)).pid();
          servers.add(pid);
          Sys.suspend(self, pid);
          self.receive(_ -> false);
        });
    rig.idle();
    Pid server = servers.getFirst();
    rig.run(self -> self.exit(server, BOOM));
    assertThat(rig.vm.isAlive(server)).isTrue();
    assertThat(rig.said()).isEmpty();
    rig.vm.exit(parent, Atom.KILL);
    rig.settle();
    assertThat(rig.said()).containsExactly("server terminate killed at 0");
    assertThat(rig.reason(server)).isEqualTo(Atom.KILLED);
  }

  @Seeded
  @DisplayName("EXI-15 a fatal signal ends a suspended server at once, without terminate")
  void killed(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, PLAIN, TELLS);
      Sys.suspend(self, server);
      self.exit(server, BOOM);
      assertThat(self.isAlive(server)).isFalse();
      assertThat(why(exitOf(() -> Sys.getState(self, server)))).isEqualTo(Atom.NOPROC);
      assertThat(rig.said()).isEmpty();
    });
  }

  @Seeded
  @DisplayName("GS-19 a timeout that was asked for begins anew after a system message")
  void timeout(Rig rig) {
    rig.run(self -> {
      Pid server = server(self, rig, _ -> Init.okWithTimeout(0, ms(100)), SILENT);
      self.sleep(ms(60));
      Sys.getState(self, server);
      self.sleep(ms(99));
      assertThat(rig.said()).isEmpty();
      Sys.suspend(self, server);
      self.sleep(ms(500));
      assertThat(rig.said()).isEmpty();
      Sys.resume(self, server);
      self.sleep(ms(99));
      assertThat(rig.said()).isEmpty();
      self.sleep(ms(2));
      assertThat(rig.said()).containsExactly("server got timeout");
    });
  }

  @Seeded
  @DisplayName("GS-19 a timeout that a message overtook does not clear the next one")
  void overtaken(Rig rig) {
    Puppet.Deed again = (_, state) -> Outcome.noReplyWithTimeout(state, ms(10));
    Pid server = rig.vm.spawn(Puppet.process(rig, "server", PLAIN, SILENT));
    rig.vm.send(server, again);
    rig.idle();
    rig.vm.send(server, again);
    rig.vm.steps().advanceTo(rig.vm.nanos() + ms(10).toNanos());
    rig.idle();
    rig.advance(9);
    assertThat(rig.said()).isEmpty();
    rig.advance(1);
    assertThat(rig.said()).containsExactly("server got timeout");
  }
}
