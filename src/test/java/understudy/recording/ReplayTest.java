package understudy.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.event.ChildKind;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.probe.ProcessInfo;
import understudy.probe.Status;

class ReplayTest {
  private static final Pid A = new Pid(1);
  private static final Pid B = new Pid(2);
  private static final Pid C = new Pid(3);
  private final Replay replay = new Replay();
  private long sequence;

  private void play(RuntimeEvent... events) {
    for (RuntimeEvent event : events) {
      sequence++;
      replay.accept(new Stamped(sequence, sequence * 10, 0, event));
    }
  }

  private void born(Pid... pids) {
    for (Pid pid : pids) {
      play(new RuntimeEvent.Spawned(pid, Pid.NONE, "Till"), new RuntimeEvent.Initialized(pid));
    }
  }

  private ProcessInfo info(Pid pid) {
    return replay.info(pid).orElseThrow();
  }

  @Test
  void answersAllThatIsKnownOfAProcess() {
    born(A, B, C);
    play(
        new RuntimeEvent.Registered(A, "till"),
        new RuntimeEvent.Linked(A, C),
        new RuntimeEvent.Linked(B, A),
        new RuntimeEvent.Monitored(A, C, 70),
        new RuntimeEvent.Monitored(A, B, 71),
        new RuntimeEvent.Monitored(A, C, 72),
        new RuntimeEvent.Monitored(B, A, 73),
        new RuntimeEvent.TrapExit(A, true),
        new RuntimeEvent.Sent(B, A, 500, "one"),
        new RuntimeEvent.Sent(Pid.NONE, A, 501, "two"));
    assertThat(info(A))
        .isEqualTo(
            new ProcessInfo(
                A,
                Optional.of("till"),
                "Till",
                Status.RUNNING,
                2,
                List.of(B, C),
                List.of(B, C, C),
                List.of(B),
                true,
                10,
                "",
                List.of("one", "two"),
                List.of()));
    assertThat(replay.nanos()).isEqualTo(160);
    assertThat(replay.sequence()).isEqualTo(16);
  }

  @Test
  void depthRisesWithSendsAndFallsWithReceives() {
    born(A);
    play(
        new RuntimeEvent.Sent(B, A, 1, "m"),
        new RuntimeEvent.Sent(B, A, 2, "m"),
        new RuntimeEvent.Received(A, 2, "m"));
    assertThat(replay.depth(A)).isEqualTo(1);
    play(new RuntimeEvent.Received(A, 99, "never seen"), new RuntimeEvent.Received(A, 1, "m"));
    assertThat(replay.depth(A)).isZero();
    assertThat(replay.depth(B)).isEqualTo(-1);
  }

  @Test
  void aMailboxListsOnlyItsOldestMessages() {
    born(A);
    for (int i = 0; i < 100; i++) {
      play(new RuntimeEvent.Sent(B, A, i, "m" + i));
    }
    assertThat(replay.depth(A)).isEqualTo(100);
    assertThat(info(A).mailbox()).hasSize(ProcessInfo.MAILBOX_SHOWN).startsWith("m0", "m1");
  }

  @Test
  void statusFollowsALife() {
    play(new RuntimeEvent.Spawned(A, Pid.NONE, "Till"));
    assertThat(info(A).status()).isEqualTo(Status.STARTING);
    play(new RuntimeEvent.Initialized(A));
    assertThat(info(A).status()).isEqualTo(Status.WAITING);
    play(new RuntimeEvent.Received(A, 1, "m"));
    assertThat(info(A).status()).isEqualTo(Status.RUNNING);
    play(new RuntimeEvent.Initialized(B));
    assertThat(info(A).status()).isEqualTo(Status.WAITING);
    play(new RuntimeEvent.Suspended(A, true));
    assertThat(info(A).status()).isEqualTo(Status.SUSPENDED);
    play(new RuntimeEvent.Suspended(A, false));
    assertThat(info(A).status()).isEqualTo(Status.WAITING);
    play(new RuntimeEvent.Terminating(A, ExitReason.Atom.SHUTDOWN));
    assertThat(info(A).status()).isEqualTo(Status.TERMINATING);
    play(new RuntimeEvent.Exited(A, ExitReason.Atom.SHUTDOWN));
    assertThat(replay.info(A)).isEmpty();
    assertThat(replay.depth(A)).isEqualTo(-1);
  }

  @Test
  void whatLinkedOrWatchedADeadProcessLetsGo() {
    born(A, B, C);
    play(
        new RuntimeEvent.Linked(A, B),
        new RuntimeEvent.Monitored(A, B, 1),
        new RuntimeEvent.Monitored(B, C, 2),
        new RuntimeEvent.Exited(B, ExitReason.Atom.KILLED));
    assertThat(replay.alive()).isEqualTo(2);
    assertThat(info(A).links()).isEmpty();
    assertThat(info(A).monitors()).isEmpty();
    assertThat(info(C).monitoredBy()).isEmpty();
  }

  @Test
  void linksMonitorsAndNamesCanBeTakenAway() {
    born(A, B);
    play(
        new RuntimeEvent.Linked(A, B),
        new RuntimeEvent.Unlinked(B, A),
        new RuntimeEvent.Monitored(A, B, 1),
        new RuntimeEvent.Demonitored(A, B, 1),
        new RuntimeEvent.Registered(A, "x"),
        new RuntimeEvent.Unregistered(A, "x"));
    assertThat(info(A).links()).isEmpty();
    assertThat(info(A).name()).isEmpty();
    assertThat(info(A).monitors()).isEmpty();
    assertThat(info(B).monitoredBy()).isEmpty();
  }

  @Test
  void aProcessWhoseSpawnWasNotRecordedIsThereFromItsFirstEvent() {
    play(
        new RuntimeEvent.Supervising(A, "one_for_one", 3, 5),
        new RuntimeEvent.ChildStarting(A, "b", B, ChildKind.WORKER, RestartType.PERMANENT, 1),
        new RuntimeEvent.Spawned(B, A, "Till"),
        new RuntimeEvent.Monitored(Pid.NONE, A, 4));
    assertThat(replay.alive()).isEqualTo(2);
    assertThat(info(B).behaviour()).isEqualTo("Till");
    play(new RuntimeEvent.ChildStarted(A, "b", B));
    assertThat(info(B).status()).isEqualTo(Status.WAITING);
  }

  @Test
  void countsWhatWasLost() {
    play(new RuntimeEvent.Gap(Pid.NONE, 5), new RuntimeEvent.Gap(Pid.NONE, 6));
    assertThat(replay.lost()).isEqualTo(11);
  }

  @Test
  void takesEveryKindOfEvent() {
    Samples.stamped(Samples.everyKind()).forEach(replay::accept);
    assertThat(replay.sequence()).isEqualTo(Samples.everyKind().size());
  }
}
