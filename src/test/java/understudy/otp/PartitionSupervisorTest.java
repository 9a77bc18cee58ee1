package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.otp.Puppet.PLAIN;
import static understudy.otp.Puppet.SILENT;
import static understudy.otp.TaskTest.exitOf;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;
import understudy.runtime.Self;

/// Partitions: PSV-01 to PSV-07.
class PartitionSupervisorTest {
  private static PartitionSupervisor counters(Rig rig) {
    return PartitionSupervisor.of(
        "Counters",
        ChildSpec.worker("counter", () -> Puppet.process(rig, "counter", PLAIN, SILENT)));
  }

  private static void start(Self self, PartitionSupervisor partitions) {
    Supervisor.startLink(self, partitions.process()).pid();
  }

  private static Pid at(Self self, PartitionSupervisor partitions, Object key) {
    return partitions.via(key).whereis(self).orElseThrow();
  }

  @Seeded
  @DisplayName("PSV-01 there are N partitions with the ids 0 to N-1, by default one a scheduler")
  void partitions(Rig rig) {
    var counters = counters(rig).partitioned(4);
    rig.run(self -> {
      start(self, counters);
      assertThat(counters.partitions(self)).isEqualTo(4);
      assertThat(counters.whichChildren(self).stream().map(ChildInfo::id))
          .containsExactly("3", "2", "1", "0");
      assertThat(counters.countChildren(self)).isEqualTo(new ChildCounts(4, 4, 0, 4));
      counters.stop(self, Atom.NORMAL);
      assertThat(counters.partitions(self)).isZero();
      start(self, counters(rig));
      assertThat(counters.partitions(self)).as("one scheduler when stepped").isEqualTo(1);
    });
  }

  @Seeded
  @DisplayName("PSV-02 a number leads to |k| mod N, any other key to hash mod N, always the same")
  void routing(Rig rig) {
    var counters = counters(rig).partitioned(3);
    rig.run(self -> {
      start(self, counters);
      List<ChildInfo> children = counters.whichChildren(self).reversed();
      for (int key = -7; key <= 7; key++) {
        Pid expected = children.get(Math.abs(key) % 3).pid();
        assertThat(at(self, counters, key)).as("key %d", key).isEqualTo(expected);
        assertThat(at(self, counters, (long) key)).isEqualTo(expected);
      }
      assertThat(at(self, counters, Long.MIN_VALUE)).isEqualTo(children.get(2).pid());
      assertThat(at(self, counters, Integer.MIN_VALUE)).isEqualTo(children.get(2).pid());
      Set<Pid> reached = new HashSet<>();
      for (String key : List.of("alice", "bob", "carol", "dave", "erin", "frank")) {
        Pid partition = children.get(Math.floorMod(key.hashCode(), 3)).pid();
        assertThat(at(self, counters, key)).isEqualTo(partition);
        reached.add(partition);
      }
      assertThat(reached).hasSizeGreaterThan(1);
    });
  }

  @Seeded
  @DisplayName("PSV-03 a partition restarts alone, and the route leads to the new process")
  void restart(Rig rig) {
    var counters = counters(rig).partitioned(2);
    rig.run(self -> {
      start(self, counters);
      Pid even = at(self, counters, 0);
      Pid odd = at(self, counters, 1);
      GenServer.cast(self, counters.via(0), Puppet.work(0));
      GenServer.cast(self, counters.via(1), Puppet.work(0));
      assertThat(GenServer.call(self, counters.via(0), Puppet.COUNT)).isEqualTo(1);
      self.exit(even, BOOM);
      self.sleep(ms(1));
      assertThat(at(self, counters, 0)).isNotEqualTo(even);
      assertThat(GenServer.call(self, counters.via(0), Puppet.COUNT)).isEqualTo(0);
      assertThat(at(self, counters, 1)).isEqualTo(odd);
      assertThat(GenServer.call(self, counters.via(1), Puppet.COUNT)).isEqualTo(1);
    });
  }

  @Seeded
  @DisplayName("PSV-04 each partition can have arguments of its own")
  void arguments(Rig rig) {
    var counters =
        PartitionSupervisor.of(
                "Counters",
                number ->
                    ChildSpec.worker(
                        "counter",
                        () -> Puppet.process(rig, "counter", _ -> Init.ok(100 + number), SILENT)))
            .partitioned(3);
    rig.run(self -> {
      start(self, counters);
      for (int i = 0; i < 3; i++) {
        assertThat(GenServer.call(self, counters.via(i), Puppet.COUNT)).isEqualTo(100 + i);
      }
    });
  }

  @Seeded
  @DisplayName("PSV-05 a name is required, and it must be free")
  void name(Rig rig) {
    var child = ChildSpec.worker("counter", () -> Puppet.process(rig, "counter", PLAIN, SILENT));
    assertThatThrownBy(() -> PartitionSupervisor.of(" ", child)).hasMessageContaining("got ' '");
    assertThatThrownBy(() -> PartitionSupervisor.of("Counters", child).partitioned(0))
        .hasMessageContaining("got 0");
    rig.run(self -> {
      start(self, counters(rig));
      assertThat(GenServer.start(self, counters(rig).process()).toString())
          .contains("already_started");
    });
  }

  @Seeded
  @DisplayName("PSV-06 the route cannot be used to register a name")
  void notAName(Rig rig) {
    var counters = counters(rig).partitioned(2);
    rig.run(self -> {
      start(self, counters);
      Pid partition = at(self, counters, 1);
      var server =
          GenServer.process(counters.via(1), () -> new Puppet(rig, "impostor", PLAIN, SILENT));
      assertThat(GenServer.start(self, server).toString()).contains("cannot be taken as a name");
      assertThat(at(self, counters, 1)).isEqualTo(partition);
    });
  }

  @Seeded
  @DisplayName("PSV-07 the use of one that does not run exits with noproc")
  void nobody(Rig rig) {
    var counters = counters(rig);
    rig.run(self -> {
      assertThat(exitOf(() -> GenServer.call(self, counters.via(1), "hello")).toString())
          .startsWith("{noproc, {GenServer, call, ");
      assertThat(exitOf(() -> counters.countChildren(self)).toString())
          .startsWith("{noproc, {GenServer, call, Counters, ");
    });
  }
}
