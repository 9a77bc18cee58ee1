package understudy.otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Rig;
import understudy.runtime.Seeded;

/// A shutdown whose owner does not live to see it.
class TaskEnforcerTest {
  @Seeded
  @DisplayName("TSK-09 a task that its owner had unlinked ends, though the owner was killed then")
  void ownerKilled(Rig rig) {
    Pid owner = rig.spawn(self -> self.receive(_ -> false));
    Pid task = rig.spawn(self -> self.receive(_ -> false));
    Pid enforcer = rig.vm.spawn(TaskEnforcer.watching(owner, task, Atom.SHUTDOWN));
    rig.idle();
    assertThat(rig.vm.isAlive(task)).isTrue();
    rig.vm.exit(owner, Atom.KILL);
    rig.idle();
    assertThat(rig.reason(task)).isEqualTo(Atom.SHUTDOWN);
    assertThat(rig.vm.isAlive(enforcer)).isFalse();
  }

  @Seeded
  @DisplayName("TSK-09 nobody watches any more once the owner has asked the task itself")
  void asked(Rig rig) {
    Pid task = rig.spawn(self -> self.receive(_ -> false));
    rig.run(self -> {
      self.link(task);
      TaskEnforcer.exit(self, task, Atom.KILL);
    });
    rig.idle();
    assertThat(rig.reason(task)).isEqualTo(Atom.KILLED);
    assertThat(rig.events(RuntimeEvent.Exited.class))
        .hasSameSizeAs(rig.events(RuntimeEvent.Spawned.class));
  }
}
