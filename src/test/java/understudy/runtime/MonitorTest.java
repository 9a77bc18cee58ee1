package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;

class MonitorTest {
  @Seeded
  @DisplayName("MON-01 MON-10 the watcher's death does not touch the target and ends the monitor")
  void oneWay(Rig rig) {
    Pid target = rig.idler();
    Pid watcher =
        rig.spawn(self -> {
          self.monitor(target);
          self.receive(_ -> false);
        });
    rig.idle();
    assertThat(rig.vm.table().info(target).orElseThrow().monitoredBy()).containsExactly(watcher);
    rig.vm.exit(watcher, BOOM);
    rig.settle();
    assertThat(rig.vm.isAlive(target)).isTrue();
    assertThat(rig.vm.table().info(target).orElseThrow().monitoredBy()).isEmpty();
  }

  @Seeded
  @DisplayName("MON-02 every monitor has its own reference and its own DOWN, once")
  void ownReferences(Rig rig) {
    Pid target = rig.idler();
    rig.run(self -> {
      long[] references =
          LongStream.range(0, 3).map(_ -> self.monitor(target)).distinct().toArray();
      assertThat(references).hasSize(3);
      self.exit(target, BOOM);
      for (int i = 0; i < 3; i++) {
        var down = (DownMessage) self.receive();
        assertThat(references).contains(down.reference());
        rig.say(down.reference());
      }
      assertThat(self.receive(_ -> true, ms(10))).isEmpty();
    });
    assertThat(rig.said()).doesNotHaveDuplicates();
  }

  @Seeded
  @DisplayName("MON-06 the monitor of a start that succeeded is over at both ends, without a DOWN")
  void startIsOver(Rig rig) {
    Pid watcher =
        rig.spawn(self -> {
          Spawned child =
              self.spawnMonitor(
                  rig.process(born -> {
                    born.acknowledgeStarted("fine");
                    born.receive();
                  }),
                  false,
                  _ -> {});
          assertThat(self.receive()).isEqualTo(new Acknowledgement(child.reference(), "fine"));
          assertThat(rig.vm.table().info(child.pid()).orElseThrow().monitoredBy()).isEmpty();
          self.send(child.pid(), "end");
          self.demonitor(child.reference());
          rig.say(child.pid());
          self.receive();
          rig.say("a message that nobody sent");
        });
    rig.settle();
    assertThat(rig.said()).hasSize(1);
    assertThat(rig.vm.table().info(watcher).orElseThrow().monitors()).isEmpty();
  }

  @Seeded
  @DisplayName("MON-03 monitoring a dead process yields DOWN with noproc")
  void dead(Rig rig) {
    Pid dead = rig.spawn(_ -> {});
    rig.settle();
    rig.run(self -> {
      for (Pid target : List.of(dead, new Pid(999))) {
        long reference = self.monitor(target);
        assertThat(self.receive()).isEqualTo(new DownMessage(reference, target, Atom.NOPROC));
      }
    });
  }

  @Seeded
  @DisplayName("MON-05 MON-08 DOWN carries the true reason, normal and killed included")
  void trueReasons(Rig rig) {
    rig.run(self -> {
      for (ExitReason reason : List.of(Atom.NORMAL, BOOM, Atom.SHUTDOWN, Atom.KILL)) {
        Spawned child =
            self.spawnMonitor(
                rig.process(_ -> {
                  throw new Exit(reason);
                }),
                false,
                _ -> {});
        assertThat(self.receive())
            .isEqualTo(new DownMessage(child.reference(), child.pid(), reason));
      }
      Spawned victim =
          self.spawnMonitor(rig.process(own -> own.receive(_ -> false)), false, _ -> {});
      self.exit(victim.pid(), Atom.KILL);
      assertThat(((DownMessage) self.receive()).reason()).isEqualTo(Atom.KILLED);
    });
  }

  @Seeded
  @DisplayName("MON-06 after demonitor no DOWN is or will be in the mailbox")
  void flushes(Rig rig) {
    Pid target = rig.idler();
    rig.run(self -> {
      long arrived = self.monitor(target);
      long underWay = self.monitor(target);
      long waiting = self.monitor(target);
      self.demonitor(waiting);
      self.exit(target, BOOM);
      assertThat(self.isAlive(target)).isFalse();
      self.demonitor(underWay);
      self.sleep(ms(1));
      self.demonitor(arrived);
      self.demonitor(arrived);
      assertThat(self.receive(_ -> true, ms(10))).isEmpty();
    });
  }

  @Seeded
  @DisplayName("MON-11 NAM-03 the name is free before DOWN is sent")
  void nameFirst(Rig rig) {
    Pid named =
        rig.spawn(self -> {
          self.register("till");
          self.receive(_ -> false);
        });
    rig.idle();
    rig.run(self -> {
      self.monitor(named);
      self.exit(named, Atom.KILL);
      self.receive();
      assertThat(self.whereis("till")).isEmpty();
      assertThat(self.register("till")).isEmpty();
    });
  }

  @Seeded
  @DisplayName("MON-12 a monitor belongs to the incarnation, though its successor has the name")
  void doesNotFollow(Rig rig) {
    rig.run(self -> {
      Pid first = self.spawn(rig.process(own -> holdName(own, "till")));
      self.sleep(ms(1));
      self.monitor(self.whereis("till").orElseThrow());
      self.exit(first, BOOM);
      assertThat(((DownMessage) self.receive()).target()).isEqualTo(first);
      Pid second = self.spawn(rig.process(own -> holdName(own, "till")));
      self.sleep(ms(1));
      assertThat(self.whereis("till")).contains(second);
      self.exit(second, BOOM);
      assertThat(self.receive(_ -> true, ms(10))).isEmpty();
    });
  }

  private static void holdName(Self self, String name) {
    self.register(name);
    self.receive(_ -> false);
  }

  @Seeded
  @DisplayName("MON-13 a process that is linked and monitors gets both EXIT and DOWN")
  void both(Rig rig) {
    Pid target = rig.idler();
    rig.run(self -> {
      self.trapExit(true);
      self.link(target);
      long reference = self.monitor(target);
      self.exit(target, BOOM);
      assertThat(new Object[] {self.receive(), self.receive()})
          .containsExactlyInAnyOrder(
              new ExitMessage(target, BOOM), new DownMessage(reference, target, BOOM));
    });
  }

  @Seeded
  @DisplayName("MON-14 what is sent to an alias after demonitor is dropped")
  void alias(Rig rig) {
    Pid other =
        rig.spawn(self -> {
          while (true) {
            if (self.receive() instanceof DownMessage asked) {
              self.sendToAlias(asked.target(), asked.reference(), "answer");
              self.send(asked.target(), "plain");
            }
          }
        });
    rig.run(self -> {
      long open = self.monitor(other);
      self.send(other, new DownMessage(open, self.pid(), BOOM));
      assertThat(self.receive()).isEqualTo("answer");
      assertThat(self.receive()).isEqualTo("plain");
      long closed = self.monitor(other);
      self.demonitor(closed);
      self.send(other, new DownMessage(closed, self.pid(), BOOM));
      assertThat(self.receive()).isEqualTo("plain");
    });
  }

  @Seeded
  @DisplayName("MON-15 monitoring oneself gives a reference and never fires")
  void oneself(Rig rig) {
    assertThat(
            rig.endOf(self -> {
              self.trapExit(true);
              rig.say(self.monitor(self.pid()) > 0);
              rig.say(self.receive(_ -> true, ms(10)).isEmpty());
              throw new Exit(BOOM);
            }))
        .isEqualTo(BOOM);
    assertThat(rig.said()).containsExactly("true", "true");
  }
}
