package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class ExitSignalTest {
  @Seeded
  @DisplayName("EXI-01 EXI-13 exit/2 to a dead process returns and has no effect on anybody")
  void toTheDead(Rig rig) {
    Pid dead = rig.spawn(_ -> {});
    rig.settle();
    rig.run(self -> {
      self.exit(dead, BOOM);
      self.exit(dead, Atom.KILL);
      self.exit(new Pid(999), BOOM);
    });
    assertThat(rig.reason(dead)).isEqualTo(Atom.NORMAL);
    assertThat(rig.events(RuntimeEvent.Exited.class)).hasSize(2);
  }

  @Seeded
  @DisplayName("EXI-02 EXI-03 any process may signal any other; the message names who signalled")
  void byStrangers(Rig rig) {
    Pid receiver = rig.trapper();
    Pid stranger = rig.spawn(self -> self.exit(receiver, BOOM));
    rig.settle();
    assertThat(rig.said()).containsExactly(new ExitMessage(stranger, BOOM).toString());
  }

  @Seeded
  @DisplayName(
      "EXI-04 whether it is trapped is decided at receipt: a signal sent before the switch")
  void trapsAtReceipt(Rig rig) {
    rig.run(self -> {
      rig.vm.exit(self.pid(), BOOM);
      self.trapExit(true);
      assertThat(self.receive()).isEqualTo(new ExitMessage(Pid.NONE, BOOM));
    });
  }

  @Seeded
  @DisplayName("EXI-04 whether it is trapped is decided at receipt: a link made while trapping")
  void noLongerTraps(Rig rig) {
    Pid peer = rig.idler();
    Pid once =
        rig.spawn(self -> {
          self.trapExit(true);
          self.link(peer);
          self.trapExit(false);
          self.receive();
        });
    rig.idle();
    rig.vm.exit(peer, BOOM);
    rig.settle();
    assertThat(rig.reason(once)).isEqualTo(BOOM);
  }

  @Seeded
  @DisplayName("EXI-05 normal from another process is dropped by a plain process")
  void normalIsDropped(Rig rig) {
    Pid plain = rig.idler();
    rig.run(self -> self.exit(plain, Atom.NORMAL));
    rig.vm.exit(plain, Atom.NORMAL);
    rig.settle();
    assertThat(rig.vm.isAlive(plain)).isTrue();
  }

  @Seeded
  @DisplayName("EXI-06 EXI-18 normal to oneself is fatal, and the next instruction does not run")
  void normalToOneself(Rig rig) {
    assertThat(
            rig.endOf(self -> {
              self.exit(self.pid(), Atom.NORMAL);
              rig.say("went on");
            }))
        .isEqualTo(Atom.NORMAL);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("EXI-07 any other reason ends a plain process with exactly it")
  void otherReasons(Rig rig) {
    for (ExitReason reason : List.of(BOOM, Atom.SHUTDOWN, Atom.KILLED, Atom.NOPROC)) {
      Pid plain = rig.idler();
      rig.vm.exit(plain, reason);
      rig.settle();
      assertThat(rig.reason(plain)).isEqualTo(reason);
    }
  }

  @Seeded
  @DisplayName("EXI-08 a trapping process gets every reason but kill as a message")
  void trapsAll(Rig rig) {
    Pid trapping = rig.trapper();
    var reasons = List.of(Atom.NORMAL, Atom.SHUTDOWN, BOOM, Atom.KILLED);
    reasons.forEach(reason -> rig.vm.exit(trapping, reason));
    rig.settle();
    assertThat(rig.said())
        .containsExactlyElementsOf(
            reasons.stream().map(reason -> new ExitMessage(Pid.NONE, reason).toString()).toList());
    assertThat(rig.vm.isAlive(trapping)).isTrue();
  }

  @Seeded
  @DisplayName("EXI-09 kill cannot be trapped; the victim ends with killed")
  void kill(Rig rig) {
    Pid trapping = rig.trapper();
    rig.vm.exit(trapping, Atom.KILL);
    rig.settle();
    assertThat(rig.reason(trapping)).isEqualTo(Atom.KILLED);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("EXI-10 a killed process signals killed over its links, which can be trapped")
  void killedOverLinks(Rig rig) {
    Pid victim = rig.idler();
    Pid plain = rig.spawn(self -> linkAndWait(self, victim));
    Pid trapping =
        rig.spawn(self -> {
          self.trapExit(true);
          self.link(victim);
          rig.say(self.receive());
        });
    rig.idle();
    rig.vm.exit(victim, Atom.KILL);
    rig.settle();
    assertThat(rig.reason(plain)).isEqualTo(Atom.KILLED);
    assertThat(rig.said()).containsExactly(new ExitMessage(victim, Atom.KILLED).toString());
    assertThat(rig.reason(trapping)).isEqualTo(Atom.NORMAL);
  }

  private static void linkAndWait(Self self, Pid other) {
    self.link(other);
    self.receive(_ -> false);
  }

  @Seeded
  @DisplayName("EXI-11 a trapping process may signal itself, but kill is fatal to it")
  void signalsItself(Rig rig) {
    assertThat(
            rig.endOf(self -> {
              self.trapExit(true);
              self.exit(self.pid(), Atom.NORMAL);
              self.exit(self.pid(), BOOM);
              rig.say(((ExitMessage) self.receive()).reason());
              rig.say(((ExitMessage) self.receive()).reason());
              self.exit(self.pid(), Atom.KILL);
              rig.say("went on");
            }))
        .isEqualTo(Atom.KILLED);
    assertThat(rig.said()).containsExactly("normal", "boom");
  }

  @Seeded
  @DisplayName("EXI-12 ending by itself with kill sends kill unchanged, which can be trapped")
  void endsWithKill(Rig rig) {
    Pid peer =
        rig.spawn(self -> {
          self.receive();
          throw new Exit(Atom.KILL);
        });
    Pid plain = rig.spawn(self -> linkAndWait(self, peer));
    rig.spawn(self -> {
      self.trapExit(true);
      self.link(peer);
      rig.say(self.receive());
    });
    rig.idle();
    rig.vm.send(peer, "go");
    rig.settle();
    assertThat(rig.reason(plain)).isEqualTo(Atom.KILL);
    assertThat(rig.said()).containsExactly(new ExitMessage(peer, Atom.KILL).toString());
  }

  @Seeded
  @DisplayName("EXI-15 after a fatal signal the code has no effect: finally runs, its acts do not")
  void finallyHasNoEffect(Rig rig) {
    Pid witness = rig.trapper();
    Pid victim =
        rig.spawn(self -> {
          try {
            self.receive();
          } finally {
            self.send(witness, "from the dead");
          }
        });
    rig.idle();
    rig.vm.exit(victim, BOOM);
    rig.settle();
    assertThat(rig.reason(victim)).isEqualTo(BOOM);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("EXI-17 catching every exception does not catch an exit signal")
  void noException(Rig rig) {
    Pid stubborn =
        rig.spawn(self -> {
          while (true) {
            try {
              self.receive();
            } catch (RuntimeException e) {
              rig.say("caught " + e);
            }
          }
        });
    rig.idle();
    rig.vm.exit(stubborn, BOOM);
    rig.settle();
    assertThat(rig.reason(stubborn)).isEqualTo(BOOM);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("EXI-19 a trapped signal keeps its place and obeys selective receive")
  void inArrivalOrder(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      self.send(self.pid(), "a");
      self.exit(self.pid(), BOOM);
      self.send(self.pid(), "b");
      assertThat(self.receive(message -> message.equals("b"))).isEqualTo("b");
      assertThat(self.receive()).isEqualTo("a");
      assertThat(self.receive()).isEqualTo(new ExitMessage(self.pid(), BOOM));
    });
  }

  @Seeded
  @DisplayName("EXI-20 the first fatal signal decides")
  void firstDecides(Rig rig) {
    Pid victim = rig.idler();
    rig.run(self -> {
      self.exit(victim, Atom.NORMAL);
      self.exit(victim, BOOM);
      self.exit(victim, Atom.KILL);
      self.exit(victim, Atom.SHUTDOWN);
    });
    assertThat(rig.reason(victim)).isEqualTo(BOOM);
  }

  @Seeded
  @DisplayName("a process that sleeps dies at the moment of the signal, not when it wakes")
  void asleep(Rig rig) {
    Pid sleeper = rig.spawn(self -> self.sleep(ms(1_000)));
    rig.advance(10);
    rig.vm.exit(sleeper, BOOM);
    rig.advance(0);
    assertThat(rig.reason(sleeper)).isEqualTo(BOOM);
  }
}
