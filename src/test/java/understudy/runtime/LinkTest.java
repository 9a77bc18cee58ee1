package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class LinkTest {
  private static Pid linkedTo(Rig rig, Pid other) {
    Pid pid =
        rig.spawn(self -> {
          self.link(other);
          self.receive(_ -> false);
        });
    rig.idle();
    return pid;
  }

  private static Pid trapperLinkedTo(Rig rig, Pid... others) {
    Pid pid =
        rig.spawn(self -> {
          self.trapExit(true);
          List.of(others).forEach(self::link);
          while (true) {
            rig.say(self.receive());
          }
        });
    rig.idle();
    return pid;
  }

  @Seeded
  @DisplayName("LNK-01 LNK-04 a link works both ways, whoever made it, and carries the reason")
  void symmetric(Rig rig) {
    Pid a = rig.idler();
    Pid madeByB = linkedTo(rig, a);
    rig.vm.exit(madeByB, BOOM);
    rig.settle();
    assertThat(rig.reason(a)).isEqualTo(BOOM);

    Pid c = rig.idler();
    Pid madeByD = linkedTo(rig, c);
    rig.vm.exit(c, BOOM);
    rig.settle();
    assertThat(rig.reason(madeByD)).isEqualTo(BOOM);
  }

  @Seeded
  @DisplayName("LNK-02 LNK-16 linking again changes nothing: one EXIT, and one unlink is enough")
  void onePerPair(Rig rig) {
    Pid peer = rig.idler();
    Pid trapping = trapperLinkedTo(rig, peer, peer, peer);
    Pid once = rig.idler();
    rig.run(self -> {
      self.link(once);
      self.link(once);
      self.unlink(once);
      self.exit(once, BOOM);
      self.sleep(ms(10));
    });
    rig.vm.exit(peer, BOOM);
    rig.settle();
    assertThat(rig.said()).containsExactly(new ExitMessage(peer, BOOM).toString());
    assertThat(rig.vm.isAlive(trapping)).isTrue();
  }

  @Seeded
  @DisplayName("LNK-03 a linked process that ends with normal does not harm a plain peer")
  void normalIsHarmless(Rig rig) {
    rig.run(self -> {
      Pid child = self.spawnLink(rig.process(_ -> {}));
      self.sleep(ms(10));
      assertThat(self.isAlive(child)).isFalse();
    });
  }

  @Seeded
  @DisplayName("LNK-05 a trapping peer gets exactly one EXIT, for normal too")
  void oneExitForNormal(Rig rig) {
    Pid peer = rig.spawn(self -> self.receive());
    trapperLinkedTo(rig, peer);
    rig.vm.send(peer, "end");
    rig.settle();
    assertThat(rig.said()).containsExactly(new ExitMessage(peer, Atom.NORMAL).toString());
  }

  @Seeded
  @DisplayName("LNK-06 propagation is transitive through plain processes")
  void transitive(Rig rig) {
    var chain = new ArrayList<Pid>(List.of(rig.idler()));
    for (int i = 0; i < 20; i++) {
      chain.add(linkedTo(rig, chain.getLast()));
    }
    trapperLinkedTo(rig, chain.getLast());
    rig.vm.exit(chain.getFirst(), BOOM);
    rig.settle();
    assertThat(chain).allSatisfy(pid -> assertThat(rig.reason(pid)).isEqualTo(BOOM));
    assertThat(rig.said()).containsExactly(new ExitMessage(chain.getLast(), BOOM).toString());
  }

  @Seeded
  @DisplayName("LNK-07 linking to a dead process gives a trapping process EXIT with noproc")
  void deadForTrapping(Rig rig) {
    Pid dead = rig.spawn(_ -> {});
    rig.settle();
    trapperLinkedTo(rig, dead, new Pid(999));
    rig.settle();
    assertThat(rig.said())
        .containsExactly(
            new ExitMessage(dead, Atom.NOPROC).toString(),
            new ExitMessage(new Pid(999), Atom.NOPROC).toString());
  }

  @Seeded
  @DisplayName("LNK-08 linking to a dead process raises noproc in a plain process")
  void deadForPlain(Rig rig) {
    Pid dead = rig.spawn(_ -> {});
    rig.settle();
    assertThat(rig.endOf(self -> self.link(dead))).isEqualTo(ExitReason.crash(Atom.NOPROC, "any"));
    rig.run(self -> assertThatThrownBy(() -> self.link(dead)).isInstanceOf(Raised.class));
  }

  @Seeded
  @DisplayName("LNK-09 a link to oneself is no link")
  void toOneself(Rig rig) {
    rig.run(self -> {
      self.trapExit(true);
      self.link(self.pid());
      self.unlink(self.pid());
      self.link(self.pid());
      assertThat(self.receive(_ -> true, ms(10))).isEmpty();
    });
    assertThat(rig.events(RuntimeEvent.Linked.class)).isEmpty();
  }

  @Seeded
  @DisplayName("LNK-10 after unlink no EXIT of that link comes; one that had come may be taken")
  void unlinkThenFlush(Rig rig) {
    Pid signalled = rig.idler();
    Pid gone = rig.idler();
    rig.run(self -> {
      self.trapExit(true);
      self.link(signalled);
      self.link(gone);
      self.exit(gone, BOOM);
      self.exit(signalled, BOOM);
      self.sleep(ms(1));
      self.unlink(gone);
      assertThat(self.take(message -> message.equals(new ExitMessage(gone, BOOM)))).isPresent();
      self.unlink(signalled);
      self.take(message -> message.equals(new ExitMessage(signalled, BOOM)));
      assertThat(self.receive(_ -> true, ms(100))).isEmpty();
    });
  }

  @Seeded
  @DisplayName("LNK-10 an EXIT that is on its way when unlink returns is not delivered")
  void unlinkOvertakes(Rig rig) {
    Pid peer = rig.idler();
    rig.run(self -> {
      self.trapExit(true);
      self.link(peer);
      self.sleep(ms(1));
      self.exit(peer, BOOM);
      assertThat(self.isAlive(peer)).isFalse();
      self.unlink(peer);
      self.take(message -> message instanceof ExitMessage);
      assertThat(self.receive(_ -> true, ms(100))).isEmpty();
    });
  }

  @Seeded
  @DisplayName("LNK-11 either side may unlink; unlinking a stranger is no error")
  void eitherSide(Rig rig) {
    Pid stranger = rig.idler();
    rig.run(self -> {
      self.unlink(stranger);
      self.unlink(new Pid(999));
      Pid child =
          self.spawnLink(
              rig.process(own -> {
                own.unlink(own.parent());
                throw new Exit(BOOM);
              }));
      self.sleep(ms(10));
      assertThat(self.isAlive(child)).isFalse();
    });
  }

  @Seeded
  @DisplayName("LNK-12 a linked child cannot die unnoticed by a plain parent")
  void noWindow(Rig rig) {
    assertThat(
            rig.endOf(self -> {
              self.spawnLink(
                  rig.process(_ -> {
                    throw new Exit(BOOM);
                  }));
              self.receive(_ -> false);
            }))
        .isEqualTo(BOOM);
  }

  @Seeded
  @DisplayName("LNK-13 NAM-04 the name is free before the link signal is sent")
  void nameFirst(Rig rig) {
    Pid named =
        rig.spawn(self -> {
          self.register("till");
          self.receive(_ -> false);
        });
    rig.idle();
    rig.spawn(self -> {
      self.trapExit(true);
      self.link(named);
      self.receive();
      rig.say(self.whereis("till"));
      rig.say(self.register("till"));
    });
    rig.idle();
    rig.vm.exit(named, BOOM);
    rig.settle();
    assertThat(rig.said()).containsExactly("Optional.empty", "Optional.empty");
  }

  @Seeded
  @DisplayName("LNK-14 for links shutdown is an ordinary lethal reason")
  void shutdownIsLethal(Rig rig) {
    for (ExitReason reason : List.of(Atom.SHUTDOWN, ExitReason.tuple(Atom.SHUTDOWN, BOOM))) {
      Pid a = rig.idler();
      Pid b = linkedTo(rig, a);
      rig.vm.exit(a, reason);
      rig.settle();
      assertThat(rig.reason(b)).isEqualTo(reason);
    }
  }

  @Seeded
  @DisplayName("LNK-15 a successor has none of its predecessor's links")
  void linksOfIncarnations(Rig rig) {
    Pid first = rig.idler();
    Pid peer = rig.trapper();
    rig.run(self -> {
      self.trapExit(true);
      self.link(first);
      self.exit(first, BOOM);
      self.receive();
    });
    Pid second = rig.idler();
    rig.idle();
    assertThat(rig.vm.table().info(second).orElseThrow().links()).isEmpty();
    assertThat(rig.vm.table().info(peer).orElseThrow().links()).isEmpty();
  }

  @Seeded
  @DisplayName("of many links as many are told as were asked for, those with the lowest pids")
  void manyAreToldInPart(Rig rig) {
    List<Pid> others = IntStream.range(0, 20).mapToObj(_ -> rig.idler()).toList();
    Pid hub =
        rig.spawn(self -> {
          others.reversed().forEach(self::link);
          self.receive(_ -> false);
        });
    rig.idle();
    assertThat(rig.vm.table().info(hub, 3).orElseThrow().links())
        .isEqualTo(others.stream().sorted().limit(3).toList());
    assertThat(rig.vm.table().info(hub).orElseThrow().links()).hasSize(20);
  }

  @Seeded
  @DisplayName("both ends of a link are shown, and neither after unlink")
  void shown(Rig rig) {
    Pid a = rig.idler();
    Pid b =
        rig.spawn(self -> {
          self.link(a);
          self.receive();
          self.unlink(a);
          self.receive(_ -> false);
        });
    rig.idle();
    assertThat(rig.vm.table().info(a).orElseThrow().links()).containsExactly(b);
    assertThat(rig.vm.table().info(b).orElseThrow().links()).containsExactly(a);
    rig.vm.send(b, "unlink");
    rig.idle();
    assertThat(rig.vm.table().info(a).orElseThrow().links()).isEmpty();
    assertThat(rig.vm.table().info(b).orElseThrow().links()).isEmpty();
  }
}
