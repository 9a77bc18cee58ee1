package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.TaskTest.assertNothingLeft;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.Registry.Entry;
import understudy.otp.Registry.Item;
import understudy.otp.Registry.Updated;
import understudy.runtime.Behaviour;
import understudy.runtime.ExitMessage;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Registries: REG-01 to REG-09 and REG-11 to REG-16.
class RegistryTest {
  private static final Registry<String, Integer> ROOMS = Registry.unique("Rooms");
  private static final Registry<String, Integer> TOPICS = Registry.duplicate("Topics");
  private static final Registry<String, Integer> HALLS =
      Registry.<String, Integer>unique("Halls").partitioned(3);
  private static final Registry<String, Integer> PAPERS =
      Registry.<String, Integer>duplicate("Papers").partitioned(3);

  /// Something for another process to do.
  private interface Order extends Consumer<Self> {}

  private static void standing(Rig rig, Registry<?, ?> registry) {
    rig.vm.spawn(registry.process());
    rig.idle();
  }

  /// A process that lives on after it has done `what`.
  private static Pid member(Self self, Consumer<Self> what) {
    Pid pid =
        self.spawn(
            Behaviour.of(
                "member",
                own -> {
                  what.accept(own);
                  while (true) {
                    ((Order) own.receive()).accept(own);
                  }
                }));
    self.sleep(ms(1));
    return pid;
  }

  @Seeded
  @DisplayName("REG-01 a key of a unique registry has one entry, for its owner as well")
  void unique(Rig rig) {
    standing(rig, ROOMS);
    rig.run(self -> {
      assertThat(ROOMS.register(self, "lobby", 1)).isEmpty();
      assertThat(ROOMS.register(self, "lobby", 2)).contains(self.pid());
      member(self, own -> assertThat(ROOMS.register(own, "lobby", 3)).contains(self.pid()));
      assertThat(ROOMS.lookup(self, "lobby")).containsExactly(new Entry<>(self.pid(), 1));
      assertThat(ROOMS.keys(self, self.pid())).containsExactly("lobby");
      assertThat(ROOMS.register(self, "kitchen", 1)).isEmpty();
    });
  }

  @Seeded
  @DisplayName("REG-02 a key of a duplicate registry has any number, several by one process too")
  void duplicate(Rig rig) {
    standing(rig, TOPICS.partitioned(2));
    rig.run(self -> {
      assertThat(TOPICS.register(self, "news", 1)).isEmpty();
      assertThat(TOPICS.register(self, "news", 2)).isEmpty();
      Pid other = member(self, own -> TOPICS.register(own, "news", 3));
      assertThat(TOPICS.lookup(self, "news"))
          .containsExactlyInAnyOrder(
              new Entry<>(self.pid(), 1), new Entry<>(self.pid(), 2), new Entry<>(other, 3));
      assertThat(TOPICS.keys(self, self.pid())).containsExactly("news", "news");
    });
  }

  @Seeded
  @DisplayName("REG-03 REG-04 who registers is registered itself; lookup of nothing is empty")
  void lookup(Rig rig) {
    standing(rig, ROOMS);
    rig.run(self -> {
      assertThat(ROOMS.lookup(self, "lobby")).isEmpty();
      Pid other = member(self, own -> ROOMS.register(own, "lobby", 5));
      assertThat(ROOMS.lookup(self, "lobby")).containsExactly(new Entry<>(other, 5));
    });
  }

  @Seeded
  @DisplayName("REG-05 all entries of a dead process disappear by themselves")
  void death(Rig rig) {
    for (var registry : List.of(ROOMS, TOPICS, HALLS, PAPERS)) {
      standing(rig, registry);
      rig.run(self -> {
        registry.register(self, "mine", 0);
        Pid other =
            member(
                self,
                own -> {
                  for (int i = 0; i < 9; i++) {
                    registry.register(own, "key " + i, i);
                  }
                });
        assertThat(registry.count(self)).isEqualTo(10);
        self.exit(other, BOOM);
        self.sleep(ms(1));
        assertThat(registry.count(self)).isEqualTo(1);
        assertThat(registry.keys(self, other)).isEmpty();
        assertThat(registry.lookup(self, "key 4")).isEmpty();
        assertThat(registry.select(self, _ -> true))
            .containsExactly(new Item<>("mine", self.pid(), 0));
      });
    }
  }

  @Seeded
  @DisplayName("REG-06 a key whose owner is dead can be taken at once, and stays taken")
  void takeover(Rig rig) {
    standing(rig, ROOMS);
    rig.run(self -> {
      Pid other = member(self, own -> ROOMS.register(own, "lobby", 1));
      assertThat(ROOMS.register(self, "lobby", 2)).contains(other);
      self.exit(other, Atom.KILL);
      assertThat(ROOMS.register(self, "lobby", 2)).isEmpty();
      self.sleep(ms(10));
      assertThat(ROOMS.lookup(self, "lobby")).containsExactly(new Entry<>(self.pid(), 2));
      assertThat(ROOMS.count(self)).isEqualTo(1);
    });
  }

  @Seeded
  @DisplayName("REG-07 unregister removes the caller's own entries only, and of nothing is fine")
  void unregister(Rig rig) {
    standing(rig, TOPICS);
    rig.run(self -> {
      Pid other = member(self, own -> TOPICS.register(own, "news", 1));
      TOPICS.register(self, "news", 2);
      TOPICS.register(self, "news", 3);
      TOPICS.register(self, "sport", 4);
      TOPICS.unregister(self, "news");
      TOPICS.unregister(self, "news");
      assertThat(TOPICS.lookup(self, "news")).containsExactly(new Entry<>(other, 1));
      assertThat(TOPICS.keys(self, self.pid())).containsExactly("sport");
      assertThat(TOPICS.count(self)).isEqualTo(2);
      TOPICS.register(self, "sport", 5);
      TOPICS.unregisterMatch(self, "sport", value -> value == 4);
      assertThat(TOPICS.values(self, "sport", self.pid())).containsExactly(5);
      assertThat(TOPICS.keys(self, self.pid())).containsExactly("sport");
    });
  }

  @Seeded
  @DisplayName("REG-08 dispatch runs in the caller, once for each partition that has entries")
  void dispatch(Rig rig) {
    var topics = TOPICS.partitioned(3);
    standing(rig, topics);
    rig.run(self -> {
      topics.dispatch(
          self,
          "news",
          _ -> {
            throw new AssertionError("there is nobody");
          });
      Pid first = member(self, own -> topics.register(own, "news", 1));
      Pid far = member(self, _ -> {});
      Pid farther = member(self, _ -> {});
      Pid second = member(self, own -> topics.register(own, "news", 2));
      assertThat(second.number() % 3).isEqualTo(first.number() % 3);
      assertThat(far.number() % 3).isNotEqualTo(farther.number() % 3);
      var runs = new ArrayList<List<Entry<Integer>>>();
      topics.dispatch(self, "news", runs::add);
      assertThat(runs).containsExactly(List.of(new Entry<>(first, 1), new Entry<>(second, 2)));
      Order join = own -> topics.register(own, "news", 3);
      self.send(far, join);
      self.send(farther, join);
      self.sleep(ms(1));
      topics.dispatch(self, "news", runs::add);
      assertThat(runs).hasSize(1 + 3);
    });
  }

  @Seeded
  @DisplayName("REG-09 keys, values, count, match and select show the entries of now")
  void queries(Rig rig) {
    for (var registry : List.of(ROOMS, HALLS)) {
      standing(rig, registry);
      rig.run(self -> {
        registry.register(self, "a", 1);
        registry.register(self, "b", 20);
        Pid other = member(self, own -> registry.register(own, "c", 30));
        assertThat(registry.keys(self, self.pid())).containsExactly("a", "b");
        assertThat(registry.values(self, "a", self.pid())).containsExactly(1);
        assertThat(registry.values(self, "c", self.pid())).isEmpty();
        assertThat(registry.count(self)).isEqualTo(3);
        assertThat(registry.match(self, "b", value -> value > 10)).hasSize(1);
        assertThat(registry.match(self, "a", value -> value > 10)).isEmpty();
        assertThat(registry.select(self, item -> item.value() > 10))
            .containsExactlyInAnyOrder(new Item<>("b", self.pid(), 20), new Item<>("c", other, 30));
        registry.unregister(self, "b");
        assertThat(registry.count(self)).isEqualTo(2);
      });
    }
  }

  @Seeded
  @DisplayName(
      "REG-11 if the partition dies a plain registered process dies, a trapping one is told")
  void partitionDies(Rig rig) {
    standing(rig, ROOMS);
    var members = new ArrayList<Pid>();
    rig.run(self -> {
      members.add(member(self, own -> ROOMS.register(own, "plain", 1)));
      members.add(
          member(
              self,
              own -> {
                ROOMS.register(own, "left", 1);
                ROOMS.unregister(own, "left");
              }));
      self.trapExit(true);
      ROOMS.register(self, "trapping", 1);
      Pid partition = partition(self);
      self.exit(partition, Atom.KILL);
      assertThat(self.receive()).isEqualTo(new ExitMessage(partition, Atom.KILLED));
      self.sleep(ms(10));
      assertThat(rig.reason(members.getFirst())).isEqualTo(Atom.KILLED);
      assertThat(self.isAlive(members.getLast())).isTrue();
      assertThat(ROOMS.count(self)).isZero();
      assertThat(ROOMS.register(self, "again", 2)).isEmpty();
    });
  }

  private static Pid partition(Self self) {
    Pid registry = self.whereis("Rooms").orElseThrow();
    return Supervisor.whichChildren(self, registry).getFirst().pid();
  }

  @Seeded
  @DisplayName("REG-12 update_value is for the owner of a unique key only")
  void updateValue(Rig rig) {
    standing(rig, ROOMS);
    standing(rig, TOPICS);
    rig.run(self -> {
      ROOMS.register(self, "lobby", 1);
      assertThat(ROOMS.updateValue(self, "lobby", value -> value + 1))
          .contains(new Updated<>(2, 1));
      assertThat(ROOMS.updateValue(self, "kitchen", value -> value + 1)).isEmpty();
      member(
          self, own -> assertThat(ROOMS.updateValue(own, "lobby", value -> value + 1)).isEmpty());
      assertThat(ROOMS.lookup(self, "lobby")).containsExactly(new Entry<>(self.pid(), 2));
      assertThatThrownBy(() -> TOPICS.updateValue(self, "news", value -> value))
          .isInstanceOf(IllegalArgumentException.class);
    });
  }

  @Seeded
  @DisplayName("REG-13 listeners get a message for each registration and unregistration")
  void listeners(Rig rig) {
    var rooms = ROOMS.heardBy("ear").heardBy("nobody");
    standing(rig, rooms);
    rig.run(self -> {
      self.register("ear");
      rooms.register(self, "lobby", 1);
      rooms.register(self, "lobby", 2);
      rooms.unregister(self, "lobby");
      Pid other = member(self, own -> rooms.register(own, "kitchen", 3));
      self.exit(other, BOOM);
      assertThat(List.of(self.receive(), self.receive(), self.receive()))
          .containsExactly(
              new RegistryEvent.Registered("Rooms", "lobby", self.pid(), 1),
              new RegistryEvent.Unregistered("Rooms", "lobby", self.pid()),
              new RegistryEvent.Registered("Rooms", "kitchen", other, 3));
      assertNothingLeft(self);
    });
  }

  @Seeded
  @DisplayName("REG-14 the use of an unknown registry raises an error in the caller")
  void unknown(Rig rig) {
    rig.run(self -> {
      assertThatThrownBy(() -> ROOMS.lookup(self, "lobby"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unknown registry 'Rooms'");
      assertThatThrownBy(() -> ROOMS.register(self, "lobby", 1))
          .isInstanceOf(IllegalArgumentException.class);
      Pid registry = Supervisor.startLink(self, ROOMS.process()).pid();
      assertThat(ROOMS.count(self)).isZero();
      Supervisor.stop(self, registry, Atom.NORMAL);
      assertThatThrownBy(() -> ROOMS.count(self)).isInstanceOf(IllegalArgumentException.class);
      assertThat(Supervisor.startLink(self, ROOMS.process()))
          .isInstanceOf(StartResult.Started.class);
      assertThat(Supervisor.startLink(self, ROOMS.process()).toString())
          .contains("already_started");
      assertThat(ROOMS.count(self)).isZero();
    });
  }

  @Seeded
  @DisplayName("REG-15 a registry carries metadata, which goes with it")
  void metadata(Rig rig) {
    var rooms = ROOMS.with("owner", "the house");
    rig.run(self -> {
      Pid registry = Supervisor.startLink(self, rooms.process()).pid();
      assertThat(rooms.meta(self, "owner")).contains("the house");
      assertThat(rooms.meta(self, "colour")).isEmpty();
      rooms.putMeta(self, "colour", "blue");
      rooms.putMeta(self, "owner", "nobody");
      assertThat(rooms.meta(self, "colour")).contains("blue");
      Supervisor.stop(self, registry, Atom.NORMAL);
      Supervisor.startLink(self, rooms.process()).pid();
      assertThat(rooms.meta(self, "colour")).isEmpty();
      assertThat(rooms.meta(self, "owner")).contains("the house");
    });
  }

  @Seeded
  @DisplayName("REG-16 a registry outlives its members; their crashes do not hurt it")
  void outlives(Rig rig) {
    standing(rig, ROOMS);
    rig.run(self -> {
      Pid partition = partition(self);
      for (int i = 0; i < 10; i++) {
        int room = i;
        Pid other = member(self, own -> ROOMS.register(own, "room " + room, room));
        self.exit(other, i % 2 == 0 ? BOOM : Atom.KILL);
      }
      self.sleep(ms(1));
      assertThat(ROOMS.count(self)).isZero();
      assertThat(partition(self)).isEqualTo(partition);
    });
  }
}
