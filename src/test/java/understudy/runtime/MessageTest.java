package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

class MessageTest {
  @Seeded
  @DisplayName("MSG-01 sending does not wait for the receiver, and a dead receiver is no error")
  void sending(Rig rig) {
    Pid busy = rig.spawn(self -> self.sleep(ms(1_000)));
    Pid dead = rig.spawn(_ -> {});
    rig.idle();
    rig.run(self -> {
      long before = self.nanos();
      IntStream.range(0, 1_000).forEach(i -> self.send(busy, i));
      self.send(dead, "nobody hears");
      self.send(new Pid(999), "nobody ever was");
      assertThat(self.nanos()).isEqualTo(before);
    });
  }

  @Seeded
  @DisplayName("MSG-02 sending to a name that nobody holds raises in the sender")
  void sendingToNobody(Rig rig) {
    assertThat(rig.endOf(self -> self.send("ghost", "boo")))
        .isEqualTo(
            ExitReason.crash(ExitReason.tuple(new Atom("badarg"), new Atom("ghost")), "any"));
  }

  @Seeded
  @DisplayName("MSG-03 EXI-16 signals of every kind between two processes keep their order")
  void pairOrder(Rig rig) {
    Pid receiver = rig.trapper();
    Pid sender =
        rig.spawn(self -> {
          self.send(receiver, "one");
          self.exit(receiver, BOOM);
          self.send(receiver, "two");
          self.link(receiver);
          self.send(receiver, "three");
          throw new Exit(new Atom("done"));
        });
    rig.settle();
    assertThat(rig.said())
        .containsExactly(
            "one",
            new ExitMessage(sender, BOOM).toString(),
            "two",
            "three",
            new ExitMessage(sender, new Atom("done")).toString());
  }

  @Seeded
  @DisplayName("MSG-06 receive takes the oldest message that some clause matches")
  void oldestMatch(Rig rig) {
    rig.run(self -> {
      for (Object message : new Object[] {"a", 1, "b", 2}) {
        self.send(self.pid(), message);
      }
      assertThat(self.receive(m -> m instanceof Integer || m.equals("b"))).isEqualTo(1);
      assertThat(self.receive(m -> m instanceof Integer || m.equals("b"))).isEqualTo("b");
    });
  }

  @Seeded
  @DisplayName("MSG-07 what matched no clause stays in order for the next receive")
  void leftInOrder(Rig rig) {
    Pid receiver =
        rig.spawn(self -> {
          rig.say(self.receive(message -> message.equals("key")));
          IntStream.range(0, 4).forEach(_ -> rig.say(self.receive()));
        });
    rig.run(self -> {
      for (String message : new String[] {"a", "b", "key", "c", "d"}) {
        self.send(receiver, message);
      }
    });
    assertThat(rig.said()).containsExactly("key", "a", "b", "c", "d");
  }

  @Seeded
  @DisplayName("MSG-08 a timeout of zero scans the whole mailbox once and goes on")
  void zeroTimeout(Rig rig) {
    rig.run(self -> {
      IntStream.range(0, 100).forEach(i -> self.send(self.pid(), i));
      long before = self.nanos();
      assertThat(self.receive(m -> m.equals(99), ms(0))).contains(99);
      assertThat(self.receive(m -> m.equals(99), ms(0))).isEmpty();
      assertThat(self.receive(m -> m.equals(0), ms(0))).contains(0);
      assertThat(self.nanos()).isEqualTo(before);
    });
  }

  @Seeded
  @DisplayName("MSG-09 messages that do not match leave the time limit where it was")
  void limitFromTheStart(Rig rig) {
    rig.run(self -> {
      for (int i = 1; i <= 5; i++) {
        self.sendAfter(ms(30L * i), self.pid(), "noise");
      }
      long before = self.nanos();
      assertThat(self.receive(m -> m.equals("never"), ms(100))).isEmpty();
      assertThat(self.nanos() - before).isEqualTo(ms(100).toNanos());
    });
  }

  @Seeded
  @DisplayName("MSG-10 unread messages die with the process")
  void unreadDie(Rig rig) {
    Pid first = rig.idler();
    for (int i = 0; i < 10; i++) {
      rig.vm.send(first, "unread");
    }
    rig.idle();
    assertThat(rig.vm.table().depth(first)).isEqualTo(10);
    rig.vm.exit(first, Atom.KILL);
    Pid second = rig.idler();
    rig.idle();
    assertThat(rig.vm.table().depth(first)).isEqualTo(-1);
    assertThat(rig.vm.table().depth(second)).isZero();
  }

  @Seeded
  @DisplayName("MSG-12 a message to oneself goes to the end of the own mailbox")
  void toOneself(Rig rig) {
    Pid receiver =
        rig.spawn(self -> {
          self.receive(message -> message.equals("go"));
          self.send(self.pid(), "mine");
          IntStream.range(0, 3).forEach(_ -> rig.say(self.receive()));
        });
    rig.vm.send(receiver, "a");
    rig.vm.send(receiver, "b");
    rig.vm.send(receiver, "go");
    rig.settle();
    assertThat(rig.said()).containsExactly("a", "b", "mine");
  }

  @Seeded
  @DisplayName("MSG-13 MON-09 what was sent before death comes before EXIT and before DOWN")
  void lastWords(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      Spawned child =
          self.spawnMonitor(
              rig.process(own -> {
                own.send(own.parent(), "first");
                own.send(own.parent(), "last");
                throw new Exit(BOOM);
              }),
              true,
              _ -> {});
      assertThat(self.receive()).isEqualTo("first");
      assertThat(self.receive()).isEqualTo("last");
      assertThat(new Object[] {self.receive(), self.receive()})
          .containsExactlyInAnyOrder(
              new ExitMessage(child.pid(), BOOM),
              new DownMessage(child.reference(), child.pid(), BOOM));
    });
  }

  @Seeded
  @DisplayName("MSG-14 a process that waits for ever can still be killed")
  void killedWhileWaiting(Rig rig) {
    Pid waiting = rig.idler();
    rig.settle();
    rig.vm.exit(waiting, BOOM);
    rig.settle();
    assertThat(rig.reason(waiting)).isEqualTo(BOOM);
  }

  @Seeded
  @DisplayName("MSG-15 a time limit never ends early")
  void neverEarly(Rig rig) {
    rig.spawn(self -> {
      self.receive(_ -> false, ms(50));
      rig.say("over");
    });
    rig.advance(49);
    assertThat(rig.said()).isEmpty();
    rig.advance(1);
    assertThat(rig.said()).containsExactly("over");
  }

  @Seeded
  @DisplayName("a negative time limit is refused with its value")
  void negativeLimit(Rig rig) {
    rig.run(self ->
        assertThatThrownBy(() -> self.receive(_ -> true, ms(-5)))
            .hasMessage("a time must be zero or more, got -5 ms"));
  }
}
