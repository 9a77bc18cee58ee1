package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.probe.ProcessInfo;
import understudy.probe.Status;

/// What a process is doing, as whoever looks at it is told.
class StatusTest {
  private static final Pid NOBODY = new Pid(4_711);

  private final Rig rig = new Rig(1);

  private Status status(Pid pid) {
    return rig.vm.table().status(pid);
  }

  private static final class Sleeper implements Behaviour {
    @Override
    public String name() {
      return "sleeper";
    }

    @Override
    public void start(Self self) {
      self.initialized();
    }

    @Override
    public void handle(Self self, Object message) {
      self.sleep(Duration.ofSeconds(5));
    }
  }

  @Test
  void whoHasNothingToDoWaitsAndWhoSleepsInTheMiddleOfAMessageIsBlocked() {
    try (rig) {
      Pid idle = rig.vm.spawn(Behaviour.of("idle", self -> self.receive()));
      Pid sleeper = rig.vm.spawn(new Sleeper());
      rig.vm.steps().runUntilIdle();
      assertThat(status(sleeper)).isEqualTo(Status.WAITING);
      assertThat(status(idle)).isEqualTo(Status.WAITING);
      rig.vm.send(sleeper, "wake");
      assertThat(status(sleeper)).isEqualTo(Status.RUNNING);
      rig.vm.steps().runUntilIdle();
      assertThat(status(sleeper)).isEqualTo(Status.BLOCKED);
      assertThat(rig.vm.table().info(sleeper).map(ProcessInfo::status)).hasValue(Status.BLOCKED);
      rig.vm.suspend(idle, true);
      assertThat(status(idle)).isEqualTo(Status.SUSPENDED);
    }
  }

  @Test
  void whoIsDeadOrWasNeverThereIsDown() {
    try (rig) {
      Pid idle = rig.vm.spawn(Behaviour.of("idle", self -> self.receive()));
      rig.vm.steps().runUntilIdle();
      rig.vm.exit(idle, Atom.KILL);
      rig.vm.steps().runUntilIdle();
      assertThat(status(idle)).isEqualTo(Status.DOWN);
      assertThat(status(NOBODY)).isEqualTo(Status.DOWN);
    }
  }
}
