package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.Puppet.SILENT;
import static understudy.otp.Puppet.TELLS;
import static understudy.otp.Puppet.TRAPS;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Raised;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;
import understudy.runtime.Thrown;

/// How a generic server starts: GS-01 to GS-08, GS-37, and its name.
class GenServerStartTest {
  static Pid started(StartResult result) {
    assertThat(result).isInstanceOf(StartResult.Started.class);
    return ((StartResult.Started) result).pid();
  }

  private static StartResult start(Self self, Rig rig, Puppet.Beginning beginning) {
    return GenServer.start(self, Puppet.process(rig, "server", beginning, TELLS));
  }

  private static StartResult failed(ExitReason reason) {
    return new StartResult.Failed(reason);
  }

  @Seeded
  @DisplayName("GS-01 a start returns when init has returned, with the process")
  void returnsAfterInit(Rig rig) {
    rig.run(self -> {
      Pid server =
          started(
              start(
                  self,
                  rig,
                  puppet -> {
                    puppet.door().sleep(ms(300));
                    rig.say("init over");
                    return Init.ok(0);
                  }));
      rig.say("started " + self.isAlive(server));
      assertThat(self.nanos()).isEqualTo(ms(300).toNanos());
    });
    assertThat(rig.said()).containsExactly("init over", "started true");
  }

  @Seeded
  @DisplayName("GS-02 init may ask for a timeout, for hibernation and to continue")
  void initMayAskForMore(Rig rig) {
    rig.run(self -> {
      start(self, rig, _ -> Init.okWithTimeout(0, ms(20)));
      start(self, rig, _ -> new Init.Ok<>(0, new Then.Hibernate()));
      Puppet.Deed deed =
          (puppet, state) -> {
            puppet.say("continues");
            return Outcome.noReply(state);
          };
      start(self, rig, _ -> Init.okThenContinue(0, deed));
    });
    assertThat(rig.said()).containsExactly("server continues", "server got timeout");
  }

  @Seeded
  @DisplayName(
      "GS-03 GS-37 init that stops fails the start without terminate; a trapping starter "
          + "finds EXIT")
  void initStops(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      assertThat(
              GenServer.startLink(
                  self, Puppet.process(rig, "server", _ -> new Init.Stop<>(BOOM), TELLS)))
          .isEqualTo(failed(BOOM));
      assertThat(((ExitMessage) self.receive()).reason()).isEqualTo(BOOM);
    });
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("GS-03 a plain starter dies of a linked start that fails, but not by normal")
  void plainStarterDies(Rig rig) {
    ExitReason end =
        rig.endOf(self -> {
          GenServer.startLink(
              self, Puppet.process(rig, "server", _ -> new Init.Stop<>(BOOM), TELLS));
          self.receive(_ -> false);
        });
    assertThat(end).isEqualTo(BOOM);
    rig.run(self -> {
      assertThat(
              GenServer.startLink(
                  self, Puppet.process(rig, "server", _ -> new Init.Stop<>(Atom.NORMAL), TELLS)))
          .isEqualTo(failed(Atom.NORMAL));
      self.sleep(ms(10));
    });
  }

  @Seeded
  @DisplayName("GS-04 init that ignores gives ignore, and the process exits with normal")
  void initIgnores(Rig rig) {
    rig.run(self ->
        assertThat(start(self, rig, _ -> new Init.Ignore<>()))
            .isEqualTo(new StartResult.Ignored()));
    assertThat(rig.events(RuntimeEvent.Exited.class))
        .extracting(RuntimeEvent.Exited::reason)
        .containsOnly(Atom.NORMAL);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("GS-05 GS-37 init that raises, exits or answers nonsense: what the start returns")
  void initFails(Rig rig) {
    rig.run(self -> {
      assertThat(
              start(
                  self,
                  rig,
                  _ -> {
                    throw new Raised(BOOM);
                  }))
          .isEqualTo(failed(ExitReason.crash(BOOM, "any")));
      assertThat(
              start(
                  self,
                  rig,
                  _ -> {
                    throw new Exit(BOOM);
                  }))
          .isEqualTo(failed(BOOM));
      assertThat(
              start(
                  self,
                  rig,
                  _ -> {
                    throw new Thrown(BOOM);
                  }))
          .isEqualTo(failed(ExitReason.tuple(new Atom("bad_return_value"), BOOM)));
      assertThat(
              start(
                  self,
                  rig,
                  _ -> {
                    throw new StackOverflowError();
                  }))
          .isEqualTo(failed(ExitReason.crash(new ExitReason.Text("StackOverflowError"), "any")));
    });
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("GS-06 what init continues with runs before a message that came during init")
  void continueBeforeMessages(Rig rig) {
    Puppet.Deed first =
        (puppet, state) -> {
          puppet.say("continues");
          return Outcome.noReply(state);
        };
    rig.run(self -> {
      Pid server =
          started(
              start(
                  self,
                  rig,
                  puppet -> {
                    puppet.door().send(puppet.door().pid(), "early");
                    puppet.door().sleep(ms(10));
                    return Init.okThenContinue(0, first);
                  }));
      self.send(server, "late");
    });
    assertThat(rig.said())
        .containsExactly("server continues", "server got early", "server got late");
  }

  @Seeded
  @DisplayName("GS-07 a crash in what init continues with is a crash after a successful start")
  void continueCrashes(Rig rig) {
    rig.run(self -> {
      Puppet.Deed crash = Puppet.exit(BOOM);
      Pid server = started(start(self, rig, _ -> Init.okThenContinue(7, crash)));
      self.monitor(server);
      self.receive();
      assertThat(self.isAlive(server)).isFalse();
    });
    assertThat(rig.said()).containsExactly("server terminate boom at 7");
  }

  private static Behaviour slow(Rig rig) {
    return Puppet.process(
        rig,
        "server",
        puppet -> {
          puppet.door().sleep(ms(1_000));
          return Init.ok(0);
        },
        SILENT);
  }

  @Seeded
  @DisplayName(
      "GS-08 an init that takes longer than its limit is killed and the start says timeout")
  void initTooSlow(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      assertThat(GenServer.startLink(self, slow(rig), ms(100)))
          .isEqualTo(failed(new Atom("timeout")));
      assertThat(self.nanos()).isEqualTo(ms(100).toNanos());
      assertThat(self.receive(_ -> true, ms(2_000))).isEmpty();
    });
    assertThat(rig.events(RuntimeEvent.Exited.class).getFirst().reason()).isEqualTo(Atom.KILLED);
  }

  @Seeded
  @DisplayName("GS-08 a plain starter survives that timeout")
  void plainStarterSurvivesTimeout(Rig rig) {
    rig.run(self -> {
      assertThat(GenServer.startLink(self, slow(rig), ms(100)))
          .isEqualTo(failed(new Atom("timeout")));
      self.sleep(ms(10));
    });
  }

  @Seeded
  @DisplayName("GS-08 an init within its limit starts as ever")
  void initWithinLimit(Rig rig) {
    rig.run(self -> {
      started(GenServer.startLink(self, slow(rig), ms(1_001)));
      assertThat(self.receive(_ -> true, ms(2_000))).isEmpty();
    });
  }

  @Seeded
  @DisplayName("GS-39 without a link the starter's death is not noticed")
  void withoutLink(Rig rig) {
    rig.spawn(self -> {
      rig.say(started(start(self, rig, TRAPS)));
      throw new Exit(BOOM);
    });
    rig.settle();
    assertThat(rig.said()).hasSize(1);
    assertThat(rig.events(RuntimeEvent.Exited.class)).hasSize(1);
  }

  @Seeded
  @DisplayName("NAM-07 a taken name: already_started, init does not run, the owner is undisturbed")
  void takenName(Rig rig) {
    rig.run(self -> {
      var owner = started(GenServer.start(self, named(rig, "owner", PLAIN)));
      for (boolean link : List.of(true, false)) {
        Behaviour second = named(rig, "second", Puppet.TRAPS);
        assertThat(link ? GenServer.startLink(self, second) : GenServer.start(self, second))
            .isEqualTo(
                failed(ExitReason.tuple(new Atom("already_started"), new ExitReason.Ref(owner))));
      }
      assertThat(GenServer.call(self, owner, Puppet.COUNT)).isEqualTo(0);
    });
    assertThat(rig.events(RuntimeEvent.TrapExit.class)).isEmpty();
  }

  private static Behaviour named(Rig rig, String label, Puppet.Beginning beginning) {
    return GenServer.process("till", () -> new Puppet(rig, label, beginning, SILENT));
  }

  @Seeded
  @DisplayName("NAM-08 the name is taken before init runs")
  void nameBeforeInit(Rig rig) {
    rig.run(self ->
        started(
            GenServer.start(
                self,
                named(
                    rig,
                    "server",
                    puppet -> {
                      assertThat(puppet.door().whereis("till")).contains(puppet.door().pid());
                      return Init.ok(0);
                    }))));
  }

  @Seeded
  @DisplayName("NAM-10 when init fails the name is free as the start returns")
  void nameFreeAfterFailure(Rig rig) {
    rig.run(self -> {
      List<Puppet.Beginning> failures =
          List.of(
              _ -> new Init.Stop<>(BOOM),
              _ -> new Init.Ignore<>(),
              _ -> {
                throw new Raised(BOOM);
              });
      for (Puppet.Beginning beginning : failures) {
        GenServer.start(self, named(rig, "server", beginning));
        assertThat(self.whereis("till")).isEmpty();
      }
      assertThat(self.register("till")).isEmpty();
    });
  }
}
