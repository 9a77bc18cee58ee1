package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.otp.GenServerStartTest.started;
import static understudy.otp.Puppet.COUNT;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.Puppet.SILENT;
import static understudy.otp.Puppet.TELLS;
import static understudy.otp.Puppet.TRAPS;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Exit;
import understudy.runtime.ExitMessage;
import understudy.runtime.Raised;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;
import understudy.runtime.Thrown;

/// What a generic server does with messages and how it ends: GS-09 and GS-19 to GS-38.
class GenServerTest {
  private static Pid server(Rig rig, Puppet.Beginning beginning, Puppet.Ending ending) {
    Pid pid = rig.vm.spawn(Puppet.process(rig, "server", beginning, ending));
    rig.idle();
    return pid;
  }

  private static Puppet.Deed note(String what) {
    return (puppet, state) -> {
      puppet.say(what + " at " + state);
      return Outcome.noReply(state + 1);
    };
  }

  @Seeded
  @DisplayName("GS-09 calls, casts and informations are handled one at a time in mailbox order")
  void inOrder(Rig rig) {
    rig.run(self -> {
      Pid server = started(GenServer.start(self, Puppet.process(rig, "s", PLAIN, SILENT)));
      GenServer.cast(self, server, Puppet.work(50));
      self.send(server, note("info"));
      GenServer.cast(self, server, note("cast"));
      Puppet.Question question =
          (puppet, _, state) -> {
            puppet.say("call at " + state);
            return Outcome.reply("answer", state);
          };
      assertThat(GenServer.call(self, server, question)).isEqualTo("answer");
    });
    assertThat(rig.said()).containsExactly("s info at 1", "s cast at 2", "s call at 3");
  }

  @Seeded
  @DisplayName("GS-19 a timeout comes once if nothing arrives, and any message clears it")
  void timeout(Rig rig) {
    Puppet.Deed wait = (_, state) -> Outcome.noReplyWithTimeout(state, ms(100));
    Pid quiet = server(rig, PLAIN, SILENT);
    rig.vm.send(quiet, wait);
    rig.advance(99);
    assertThat(rig.said()).isEmpty();
    rig.settle();
    assertThat(rig.said()).containsExactly("server got timeout");

    rig.vm.send(quiet, wait);
    rig.advance(50);
    rig.vm.send(quiet, "noise");
    rig.settle();
    assertThat(rig.said()).containsExactly("server got timeout", "server got noise");
  }

  @Seeded
  @DisplayName("GS-20 stop with a reply: terminate, then the reply, then the end")
  void stopWithReply(Rig rig) {
    rig.run(self -> {
      Pid server =
          started(
              GenServer.start(
                  self,
                  Puppet.process(
                      rig,
                      "server",
                      PLAIN,
                      (puppet, reason, _) -> {
                        puppet.door().sleep(ms(100));
                        puppet.say("terminate " + reason);
                      })));
      self.monitor(server);
      Puppet.Question stop = (_, _, state) -> Outcome.stopWithReply(BOOM, "bye", state);
      rig.say(GenServer.call(self, server, stop));
      assertThat(self.nanos()).isEqualTo(ms(100).toNanos());
      assertThat(self.receive().toString()).contains("boom");
    });
    assertThat(rig.said()).containsExactly("server terminate boom", "bye");
  }

  @Seeded
  @DisplayName("GS-21 stop: terminate, the reason, and what is behind it is lost")
  void stop(Rig rig) {
    Pid server = server(rig, PLAIN, TELLS);
    Puppet.Deed stop = (_, state) -> Outcome.stop(BOOM, state + 5);
    rig.vm.send(server, stop);
    rig.vm.send(server, note("never"));
    rig.settle();
    assertThat(rig.reason(server)).isEqualTo(BOOM);
    assertThat(rig.said()).containsExactly("server terminate boom at 5");
  }

  @Seeded
  @DisplayName("GS-22 GS-38 an error: terminate gets it, with the state from before that callback")
  void error(Rig rig) {
    Pid server = server(rig, PLAIN, TELLS);
    Puppet.Deed raise =
        (_, _) -> {
          throw new Raised(BOOM);
        };
    rig.vm.send(server, note("one"));
    rig.vm.send(server, note("two"));
    rig.vm.send(server, raise);
    rig.settle();
    assertThat(rig.reason(server)).isEqualTo(ExitReason.crash(BOOM, "any"));
    assertThat(rig.said())
        .containsExactly(
            "server one at 0", "server two at 1", "server terminate {boom, stack} at 2");
  }

  @Seeded
  @DisplayName("GS-22 a request to raise, an extension, crashes a server like its own error")
  void raiseByHand(Rig rig) {
    Pid server = server(rig, PLAIN, TELLS);
    rig.run(self -> GenServer.raise(self, server, BOOM));
    assertThat(rig.reason(server)).isEqualTo(ExitReason.crash(BOOM, "any"));
    assertThat(rig.said()).containsExactly("server terminate {boom, stack} at 0");
  }

  @Seeded
  @DisplayName("GS-23 an exit in a callback: terminate gets its reason, and it is the exit reason")
  void exits(Rig rig) {
    Pid server = server(rig, PLAIN, TELLS);
    rig.vm.send(server, Puppet.exit(BOOM));
    rig.settle();
    assertThat(rig.reason(server)).isEqualTo(BOOM);
    assertThat(rig.said()).containsExactly("server terminate boom at 0");
  }

  @Seeded
  @DisplayName("GS-24 a trapping server ends through terminate by its parent's EXIT")
  void parentExits(Rig rig) {
    rig.spawn(self -> {
      GenServer.startLink(self, Puppet.process(rig, "server", TRAPS, TELLS));
      throw new Exit(BOOM);
    });
    rig.settle();
    assertThat(rig.said()).containsExactly("server terminate boom at 0");
  }

  @Seeded
  @DisplayName("GS-25 a fatal signal to a plain server, and kill to any, ends it without terminate")
  void withoutTerminate(Rig rig) {
    Pid plain = server(rig, PLAIN, TELLS);
    Pid trapping = server(rig, TRAPS, TELLS);
    rig.vm.exit(plain, BOOM);
    rig.vm.exit(trapping, Atom.KILL);
    rig.settle();
    assertThat(rig.reason(plain)).isEqualTo(BOOM);
    assertThat(rig.reason(trapping)).isEqualTo(Atom.KILLED);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("GS-26 GS-29 an uncaught throw counts as the return value, and as a bad one")
  void badReturn(Rig rig) {
    Pid server = server(rig, PLAIN, TELLS);
    Puppet.Deed throwing =
        (_, _) -> {
          throw new Thrown(BOOM);
        };
    rig.vm.send(server, throwing);
    rig.settle();
    assertThat(rig.reason(server)).isEqualTo(ExitReason.tuple(new Atom("bad_return_value"), BOOM));
    assertThat(rig.said()).containsExactly("server terminate {bad_return_value, boom} at 0");

    Pid replying = server(rig, PLAIN, SILENT);
    Puppet.Deed reply = (_, state) -> Outcome.reply("to nobody", state);
    rig.vm.send(replying, reply);
    rig.settle();
    assertThat(rig.reason(replying).toString()).startsWith("{bad_return_value, ");
  }

  @Seeded
  @DisplayName("GS-27 a crash inside terminate replaces the exit reason; the reply still leaves")
  void terminateCrashes(Rig rig) {
    rig.run(self -> {
      Pid server =
          started(
              GenServer.start(
                  self,
                  Puppet.process(
                      rig,
                      "server",
                      PLAIN,
                      (_, _, _) -> {
                        throw new Exit(new Atom("worse"));
                      })));
      self.monitor(server);
      Puppet.Question stop = (_, _, state) -> Outcome.stopWithReply(BOOM, "bye", state);
      assertThat(GenServer.call(self, server, stop)).isEqualTo("bye");
      assertThat(self.receive().toString()).contains("worse");
    });
  }

  @Seeded
  @DisplayName("GS-28 a trapping server gets EXIT from others as information and lives on")
  void otherExits(Rig rig) {
    rig.run(self -> {
      Pid server = started(GenServer.startLink(self, Puppet.process(rig, "server", TRAPS, TELLS)));
      Pid stranger = self.spawn(rig.process(own -> own.exit(server, BOOM)));
      self.sleep(ms(1));
      assertThat(rig.said()).containsExactly("server got " + new ExitMessage(stranger, BOOM));
      assertThat(self.isAlive(server)).isTrue();
    });
  }

  @Seeded
  @DisplayName("GS-28 GS-39 who started a server without a link is not its parent")
  void starterWithoutLink(Rig rig) {
    rig.run(self -> {
      Pid server = started(GenServer.start(self, Puppet.process(rig, "server", TRAPS, TELLS)));
      self.exit(server, BOOM);
      self.sleep(ms(1));
      assertThat(rig.said()).containsExactly("server got " + new ExitMessage(self.pid(), BOOM));
      assertThat(self.isAlive(server)).isTrue();
    });
  }

  private static String stopped(Self self, Pid server, ExitReason reason) {
    try {
      GenServer.stop(self, server, reason);
      return "ok";
    } catch (Exit exit) {
      return exit.reason().toString();
    }
  }

  @Seeded
  @DisplayName("GS-30 a server that ends before it has seen the stop makes it fail, even if alike")
  void stopTooLate(Rig rig) {
    rig.run(self -> {
      Pid busy = started(GenServer.start(self, Puppet.process(rig, "a", PLAIN, TELLS)));
      GenServer.cast(self, busy, Puppet.work(100));
      self.spawn(
          rig.process(killer -> {
            killer.sleep(ms(50));
            killer.exit(busy, BOOM);
          }));
      assertThat(stopped(self, busy, BOOM)).startsWith("{boom, {sys, terminate, ");
      assertThat(rig.said()).isEmpty();
    });
  }

  @Seeded
  @DisplayName("GS-30 stop waits for terminate and the end, and tells if the reason is another")
  void stopFromOutside(Rig rig) {
    rig.run(self -> {
      Pid plain = started(GenServer.start(self, Puppet.process(rig, "a", PLAIN, TELLS)));
      assertThat(stopped(self, plain, BOOM)).isEqualTo("ok");
      assertThat(self.isAlive(plain)).isFalse();
      Pid odd =
          started(
              GenServer.start(
                  self,
                  Puppet.process(
                      rig,
                      "b",
                      PLAIN,
                      (_, _, _) -> {
                        throw new Exit(new Atom("worse"));
                      })));
      assertThat(stopped(self, odd, Atom.NORMAL)).isEqualTo("worse");
      assertThat(stopped(self, odd, Atom.NORMAL)).isEqualTo("noproc");
    });
    assertThat(rig.said()).containsExactly("a terminate boom at 0");
  }

  private static final class Bare extends GenServer<String> {
    @Override
    protected Init<String> init() {
      return Init.ok("bare");
    }
  }

  @Seeded
  @DisplayName("GS-31 by default an information is dropped; a call or a cast crashes the server")
  void defaults(Rig rig) {
    Pid server = rig.vm.spawn(GenServer.process(Bare::new));
    rig.vm.send(server, "whatever");
    rig.settle();
    assertThat(rig.vm.isAlive(server)).isTrue();
    rig.run(self -> GenServer.cast(self, server, "what"));
    assertThat(rig.reason(server).toString())
        .isEqualTo("{\"IllegalArgumentException: Bare does not understand the cast what\", stack}");
  }

  @Seeded
  @DisplayName("GS-32 a server that hibernates answers as ever")
  void hibernates(Rig rig) {
    rig.run(self -> {
      Pid server = started(GenServer.start(self, Puppet.process(rig, "s", PLAIN, SILENT)));
      Puppet.Deed sleep = (_, state) -> new Outcome.NoReply<>(state + 1, new Then.Hibernate());
      self.send(server, sleep);
      assertThat(GenServer.call(self, server, COUNT)).isEqualTo(1);
    });
  }

  @Seeded
  @DisplayName(
      "GS-33 GS-35 GS-36 continue runs after the reply, before the next message, and again")
  void continues(Rig rig) {
    Pid server = server(rig, PLAIN, SILENT);
    Puppet.Deed second = note("second");
    Puppet.Deed first =
        (puppet, state) -> {
          puppet.door().sleep(ms(50));
          puppet.say("first at " + state);
          return Outcome.noReplyThenContinue(state + 1, second);
        };
    Puppet.Question question =
        (_, _, state) -> new Outcome.Reply<>("answer", state, new Then.Continue(first));
    rig.run(self -> {
      rig.say(GenServer.call(self, server, question));
      self.send(server, note("third"));
    });
    assertThat(rig.said())
        .containsExactly("answer", "server first at 0", "server second at 1", "server third at 2");
  }

  @Seeded
  @DisplayName("GS-35 continue may follow continue any number of times")
  void continuesForLong(Rig rig) {
    Pid server = server(rig, PLAIN, SILENT);
    rig.vm.send(server, countTo(50_000));
    rig.settle();
    assertThat(rig.end(server)).isEmpty();
    assertThat(rig.vm.table().info(server).orElseThrow().state()).isEqualTo("50000");
  }

  private static Puppet.Deed countTo(int end) {
    return (_, state) ->
        state == end
            ? Outcome.noReply(state)
            : Outcome.noReplyThenContinue(state + 1, countTo(end));
  }

  @Seeded
  @DisplayName(
      "GS-34 a timeout of zero lets what is in the mailbox go first and is cancelled by it")
  void zeroTimeout(Rig rig) {
    Pid server = server(rig, PLAIN, SILENT);
    Puppet.Deed wait = (_, state) -> Outcome.noReplyWithTimeout(state, ms(0));
    rig.vm.send(server, wait);
    rig.vm.send(server, "there before");
    rig.settle();
    assertThat(rig.said()).containsExactly("server got there before");
    rig.vm.send(server, wait);
    rig.settle();
    assertThat(rig.said()).containsExactly("server got there before", "server got timeout");
  }

  @Seeded
  @DisplayName("GS-38 each callback works on the state that the previous one returned")
  void stateFlows(Rig rig) {
    Pid server = server(rig, _ -> Init.ok(100), SILENT);
    IntStream.range(0, 3).forEach(_ -> rig.vm.send(server, note("count")));
    rig.settle();
    assertThat(rig.said())
        .isEqualTo(List.of("server count at 100", "server count at 101", "server count at 102"));
  }
}
