package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static understudy.runtime.Rig.BOOM;
import static understudy.runtime.Rig.ms;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

class NameTest {
  private static Pid holder(Rig rig, String name) {
    Pid pid =
        rig.spawn(self -> {
          rig.say(self.register(name).isPresent() ? "refused" : "taken");
          self.receive(_ -> false);
        });
    rig.idle();
    return pid;
  }

  @Seeded
  @DisplayName("NAM-01 a name belongs to one live process; a second one is told who holds it")
  void oneHolder(Rig rig) {
    Pid first = holder(rig, "till");
    rig.run(self -> assertThat(self.register("till")).contains(first));
    assertThat(rig.vm.whereis("till")).contains(first);
  }

  @Seeded
  @DisplayName("NAM-01 of many that want a name at once one gets it")
  void race(Rig rig) {
    for (int i = 0; i < 20; i++) {
      rig.spawn(self -> {
        rig.say(self.register("till").isEmpty() ? "taken" : "refused");
        self.receive(_ -> false);
      });
    }
    rig.settle();
    assertThat(rig.said()).hasSize(20).containsOnlyOnce("taken");
    assertThat(rig.events(RuntimeEvent.Registered.class)).hasSize(1);
  }

  @Seeded
  @DisplayName("NAM-02 a process has at most one name, until it gives it up")
  void oneName(Rig rig) {
    rig.run(self -> {
      assertThat(self.register("till")).isEmpty();
      assertThatThrownBy(() -> self.register("shop"))
          .isInstanceOf(Raised.class)
          .hasMessageContaining("already named till");
      self.unregister();
      self.unregister();
      assertThat(self.register("shop")).isEmpty();
      assertThat(self.whereis("till")).isEmpty();
      assertThat(self.whereis("shop")).contains(self.pid());
    });
  }

  @Seeded
  @DisplayName("NAM-03 lookup never yields a process that is dead for the asker")
  void neverDead(Rig rig) {
    Pid named = holder(rig, "till");
    rig.run(self -> {
      assertThat(self.whereis("nobody")).isEmpty();
      assertThat(self.whereis("till")).contains(named);
      self.exit(named, Atom.KILL);
      assertThat(self.whereis("till")).isEmpty();
    });
  }

  @Seeded
  @DisplayName("NAM-04 death frees the name; whoever killed the holder can take it at once")
  void freedByDeath(Rig rig) {
    Pid named = holder(rig, "till");
    rig.run(self -> {
      self.exit(named, BOOM);
      assertThat(self.register("till")).isEmpty();
    });
    assertThat(rig.vm.whereis("till")).isEmpty();
  }

  @Seeded
  @DisplayName("NAM-05 code of a dead process registers nothing")
  void deadRegistersNothing(Rig rig) {
    Pid victim =
        rig.spawn(self -> {
          try {
            self.receive();
          } finally {
            self.register("till");
          }
        });
    rig.idle();
    rig.vm.exit(victim, BOOM);
    rig.settle();
    assertThat(rig.vm.whereis("till")).isEqualTo(Optional.empty());
    assertThat(rig.events(RuntimeEvent.Registered.class)).isEmpty();
  }

  @Seeded
  @DisplayName("NAM-06 a plain send to a missing name raises")
  void sendToMissing(Rig rig) {
    rig.run(self ->
        assertThatThrownBy(() -> self.send("ghost", "boo"))
            .isInstanceOf(Raised.class)
            .hasMessageContaining("ghost"));
  }

  @Seeded
  @DisplayName("NAM-06 a send to a name reaches its present holder")
  void sendToName(Rig rig) {
    rig.spawn(self -> {
      self.register("till");
      rig.say(self.receive());
    });
    rig.idle();
    rig.run(self -> self.send("till", "coin"));
    assertThat(rig.said()).containsExactly("coin");
  }

  @Seeded
  @DisplayName("NAM-09 undefined, nil and blank are no names")
  void noNames(Rig rig) {
    rig.run(self -> {
      for (String name : List.of("undefined", "nil", "", "  ")) {
        assertThatThrownBy(() -> self.register(name)).isInstanceOf(Raised.class);
      }
      self.sleep(ms(1));
      assertThat(self.register("fine")).isEmpty();
    });
  }
}
