package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.Puppet.COUNT;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.TaskTest.exitOf;
import static understudy.runtime.Rig.BOOM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Ref;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Raised;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// Servers found by a name or a registry's key: NAM-06, NAM-07, NAM-10, NAM-11, REG-10.
class ViaTest {
  private static final Registry<String, Integer> ROOMS = Registry.unique("Rooms");
  private static final Via LOBBY = ROOMS.via("lobby", 1);
  private static final Puppet.Deed INCREMENT = Puppet.work(0);

  private static Behaviour server(Rig rig, Via name, Puppet.Beginning beginning) {
    return GenServer.process(name, () -> new Puppet(rig, "server", beginning, Puppet.TELLS));
  }

  private static Pid started(StartResult result) {
    return result.pid();
  }

  @Seeded
  @DisplayName(
      "NAM-06 to a missing name a cast is ok, a call and a stop exit with noproc, a send raises")
  void missing(Rig rig) {
    rig.vm.spawn(ROOMS.process());
    rig.idle();
    rig.run(self -> {
      GenServer.cast(self, "nobody", "hello");
      GenServer.cast(self, LOBBY, "hello");
      assertThat(exitOf(() -> GenServer.call(self, "nobody", "hello")))
          .hasToString("{noproc, {GenServer, call, nobody, \"hello\"}}");
      assertThat(exitOf(() -> GenServer.call(self, LOBBY, "hello")).toString())
          .startsWith("{noproc, {GenServer, call, \"{via, Registry, {Rooms, lobby}}\"");
      assertThat(
              exitOf(() -> {
                GenServer.stop(self, "nobody", Atom.NORMAL);
                return "stopped";
              }))
          .isEqualTo(Atom.NOPROC);
      assertThatThrownBy(() -> Via.name("nobody").send(self, "hello"))
          .isInstanceOf(Raised.class)
          .hasMessageContaining("badarg");
      assertThatThrownBy(() -> LOBBY.send(self, "hello")).isInstanceOf(Raised.class);
    });
  }

  @Seeded
  @DisplayName("NAM-06 GS-30 by its name a server is called, told and stopped")
  void byName(Rig rig) {
    rig.run(self -> {
      Pid server = started(GenServer.start(self, server(rig, Via.name("server"), PLAIN)));
      GenServer.cast(self, "server", INCREMENT);
      assertThat(GenServer.call(self, "server", COUNT)).isEqualTo(1);
      Via.name("server").send(self, INCREMENT);
      assertThat(GenServer.call(self, Via.name("server"), COUNT)).isEqualTo(2);
      GenServer.stop(self, "server", BOOM);
      assertThat(rig.reason(server)).isEqualTo(BOOM);
      assertThat(rig.said()).containsExactly("server terminate boom at 2");
    });
  }

  @Seeded
  @DisplayName("NAM-11 a server under a registry's key is found by it, and its successor too")
  void byKey(Rig rig) {
    rig.vm.spawn(ROOMS.process());
    rig.idle();
    rig.run(self -> {
      Pid first = started(GenServer.start(self, server(rig, LOBBY, PLAIN)));
      GenServer.cast(self, LOBBY, INCREMENT);
      assertThat(GenServer.call(self, LOBBY, COUNT)).isEqualTo(1);
      assertThat(LOBBY.whereis(self)).contains(first);
      assertThat(ROOMS.lookup(self, "lobby")).containsExactly(new Registry.Entry<>(first, 1));
      self.exit(first, Atom.KILL);
      Pid second = started(GenServer.start(self, server(rig, LOBBY, PLAIN)));
      assertThat(LOBBY.whereis(self)).contains(second);
      assertThat(GenServer.call(self, LOBBY, COUNT)).isEqualTo(0);
    });
  }

  @Seeded
  @DisplayName("NAM-07 NAM-11 under a taken key the start fails with already_started, without init")
  void taken(Rig rig) {
    rig.vm.spawn(ROOMS.process());
    rig.idle();
    rig.run(self -> {
      var inits = new ArrayList<String>();
      Puppet.Beginning counted =
          _ -> {
            inits.add("init");
            return Init.ok(0);
          };
      Pid first = started(GenServer.start(self, server(rig, LOBBY, counted)));
      assertThat(GenServer.start(self, server(rig, LOBBY, counted)))
          .isEqualTo(
              new StartResult.Failed(
                  ExitReason.tuple(new Atom("already_started"), new Ref(first))));
      assertThat(inits).hasSize(1);
      assertThat(LOBBY.whereis(self)).contains(first);
    });
  }

  @Seeded
  @DisplayName("NAM-08 NAM-10 the key is taken before init, and free when a start has failed")
  void failedStart(Rig rig) {
    rig.vm.spawn(ROOMS.process());
    rig.idle();
    rig.run(self -> {
      Puppet.Beginning failing =
          puppet -> {
            assertThat(LOBBY.whereis(puppet.door())).contains(puppet.door().pid());
            return new Init.Stop<>(BOOM);
          };
      assertThat(GenServer.start(self, server(rig, LOBBY, failing)))
          .isEqualTo(new StartResult.Failed(BOOM));
      assertThat(LOBBY.whereis(self)).isEmpty();
      assertThat(GenServer.start(self, server(rig, LOBBY, _ -> new Init.Ignore<>())))
          .isEqualTo(new StartResult.Ignored());
      assertThat(ROOMS.register(self, "lobby", 2)).isEmpty();
    });
  }

  @Seeded
  @DisplayName("REG-10 only a unique registry can name a server")
  void duplicate(Rig rig) {
    assertThatThrownBy(() -> Registry.<String, Integer>duplicate("Topics").via("news", 1))
        .as("with %s", rig)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only a unique registry");
  }

  @Seeded
  @DisplayName("NAM-11 a pid leads to itself, and cannot be taken as a name")
  void pid(Rig rig) {
    rig.run(self -> {
      Via own = Via.pid(self.pid());
      assertThat(List.of(own.whereis(self))).containsExactly(Optional.of(self.pid()));
      assertThat(GenServer.start(self, server(rig, own, PLAIN)).toString())
          .contains("is a process and not a name");
    });
  }
}
