package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class ProcessTest {
  @Seeded
  @DisplayName("PRC-01 a body that returns ends with normal")
  void returning(Rig rig) {
    assertThat(rig.endOf(_ -> {})).isEqualTo(Atom.NORMAL);
  }

  @Seeded
  @DisplayName("PRC-02 an uncaught exit ends the process with exactly its reason, a caught one not")
  void exiting(Rig rig) {
    ExitReason reason = ExitReason.tuple(new Atom("shutdown"), new ExitReason.Int(7));
    assertThat(
            rig.endOf(_ -> {
              throw new Exit(reason);
            }))
        .isEqualTo(reason);
    assertThat(
            rig.endOf(_ -> {
              try {
                throw new Exit(reason);
              } catch (Exit e) {
                rig.say(e.reason());
              }
            }))
        .isEqualTo(Atom.NORMAL);
    assertThat(rig.said()).containsExactly(reason.toString());
  }

  @Seeded
  @DisplayName("PRC-03 an uncaught error ends the process with the error and its stack")
  void raising(Rig rig) {
    ExitReason raised =
        rig.endOf(_ -> {
          throw new Raised(BOOM);
        });
    assertThat(raised).isEqualTo(ExitReason.crash(BOOM, ""));
    assertThat(((ExitReason.Tuple) raised).elements().getLast())
        .isInstanceOfSatisfying(
            ExitReason.Stack.class,
            stack -> assertThat(stack.trace()).contains("ProcessTest.java"));
    assertThat(rig.endOf(_ -> Integer.parseInt("five")))
        .isEqualTo(
            ExitReason.crash(new Text("NumberFormatException: For input string: \"five\""), "any"));
    assertThat(rig.endOf(_ -> overflow(1)))
        .isEqualTo(ExitReason.crash(new Text("StackOverflowError"), "any"));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @Seeded
  @DisplayName("PRC-04 an uncaught throw ends the process with nocatch, the value and the stack")
  void throwing(Rig rig) {
    assertThat(
            rig.endOf(_ -> {
              throw new Thrown(BOOM);
            }))
        .isEqualTo(ExitReason.crash(ExitReason.tuple(new Atom("nocatch"), BOOM), ""));
  }

  @Seeded
  @DisplayName("PRC-05 any value is an exit reason and reaches others as it is")
  void anyReason(Rig rig) {
    for (ExitReason reason :
        List.of(
            Atom.SHUTDOWN,
            ExitReason.tuple(Atom.SHUTDOWN, BOOM),
            new ExitReason.Int(42),
            new Text("out of paper"),
            new ExitReason.Ref(new Pid(9)))) {
      Pid plain = rig.idler();
      rig.vm.exit(plain, reason);
      rig.settle();
      assertThat(rig.reason(plain)).isEqualTo(reason);
    }
  }

  @Seeded
  @DisplayName("PRC-06 an identifier is given once and stays dead")
  void identity(Rig rig) {
    var seen = new HashSet<Pid>();
    for (int i = 0; i < 50; i++) {
      Pid pid = rig.spawn(_ -> {});
      assertThat(seen.add(pid)).isTrue();
      rig.settle();
      assertThat(seen).noneMatch(rig.vm::isAlive);
    }
  }

  @Seeded
  @DisplayName("PRC-07 trap_exit is off at birth, also in a linked child; setting it gives the old")
  void trapExit(Rig rig) {
    rig.run(self -> {
      rig.say(self.trapExit(true));
      rig.say(self.trapExit(true));
      self.spawnLink(rig.process(child -> rig.say("child " + child.trapExit(false))));
      self.receive();
      rig.say(self.trapExit(false));
    });
    assertThat(rig.said()).containsExactly("false", "true", "child false", "true");
  }

  @Seeded
  @DisplayName("PRC-08 the process dictionary is private")
  void dictionary(Rig rig) {
    for (int i = 0; i < 3; i++) {
      rig.spawn(self -> rig.say(self.dictionary().put("key", "mine")));
    }
    rig.settle();
    assertThat(rig.said()).containsExactly("null", "null", "null");
  }

  @Seeded
  @DisplayName("PRC-09 spawning returns at once, whatever the new process does")
  void spawning(Rig rig) {
    rig.run(self -> {
      Pid child =
          self.spawn(
              rig.process(_ -> {
                rig.say("ran");
                throw new OutOfMemoryError("by hand");
              }));
      rig.say("spawned " + self.isAlive(child));
      self.sleep(Rig.ms(1));
      rig.say("later " + self.isAlive(child));
    });
    assertThat(rig.said()).containsExactly("spawned true", "ran", "later false");
  }

  @Seeded
  @DisplayName("PRC-10 a child that dies at once is noticed exactly once by link and by monitor")
  void atomicSpawn(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      Pid linked =
          self.spawnLink(
              rig.process(_ -> {
                throw new Exit(BOOM);
              }));
      Spawned watched =
          self.spawnMonitor(
              rig.process(_ -> {
                throw new Exit(BOOM);
              }),
              false,
              _ -> {});
      var seen = new ArrayList<Object>(List.of(self.receive(), self.receive()));
      self.sleep(Rig.ms(10));
      self.take(_ -> true).ifPresent(seen::add);
      assertThat(seen)
          .containsExactlyInAnyOrder(
              new ExitMessage(linked, BOOM),
              new DownMessage(watched.reference(), watched.pid(), BOOM));
    });
  }

  @Seeded
  @DisplayName("PRC-11 a crash means nothing to a stranger")
  void strangers(Rig rig) {
    Pid bystander = rig.idler();
    Pid trapping = rig.trapper();
    Pid parent =
        rig.spawn(self -> {
          self.spawn(
              rig.process(_ -> {
                throw new StackOverflowError();
              }));
          self.receive(_ -> false);
        });
    rig.settle();
    assertThat(rig.events(RuntimeEvent.Exited.class)).hasSize(1);
    assertThat(List.of(bystander, trapping, parent)).allMatch(rig.vm::isAlive);
    assertThat(rig.said()).isEmpty();
  }

  @Seeded
  @DisplayName("PRC-12 the question whether a process lives does not overtake an exit signal")
  void aliveAfterKill(Rig rig) {
    Pid victim = rig.idler();
    Pid unborn = rig.idler();
    rig.run(self -> {
      assertThat(self.isAlive(victim)).isTrue();
      self.exit(victim, Atom.KILL);
      assertThat(self.isAlive(victim)).isFalse();
    });
    rig.vm.exit(unborn, BOOM);
    assertThat(rig.vm.isAlive(unborn)).isFalse();
  }
}
