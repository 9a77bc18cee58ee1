package understudy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Haunting;
import understudy.event.RuntimeEvent.Rested;

/// A live system for one test, with processes that misbehave and others that must not notice.
final class IsolationRig implements AutoCloseable {
  static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /// Long enough for a machine that is busy with other things; nothing waits for it to pass.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final LiveLog log = new LiveLog();
  final Vm vm = Vm.live(log);

  /// What a process does with a message.
  interface Code {
    void run(Self self) throws Exception;
  }

  /// {@return an event-driven process that runs `code` for every message}
  static Behaviour handling(Code code) {
    return new Behaviour() {
      @Override
      public void start(Self self) {
        self.acknowledge(new understudy.otp.StartResult.Started(self.pid()));
        self.initialized();
      }

      @Override
      public void handle(Self self, Object message) throws Exception {
        code.run(self);
      }

      @Override
      public String name() {
        return "rogue";
      }
    };
  }

  /// Has a new event-driven process run `code` once.
  Pid run(Code code) {
    Pid pid = vm.spawn(handling(code));
    vm.send(pid, "go");
    return pid;
  }

  void awaitExit(Pid pid) throws InterruptedException {
    log.await(1, event -> event instanceof Exited exited && exited.subject().equals(pid));
  }

  void awaitHaunting(Pid pid) throws InterruptedException {
    log.await(1, event -> event instanceof Haunting haunting && haunting.subject().equals(pid));
  }

  void awaitRest(Pid pid) throws InterruptedException {
    log.await(1, event -> event instanceof Rested rested && rested.subject().equals(pid));
  }

  ExitReason reasonOf(Pid pid) {
    return log.all().stream()
        .filter(event -> event instanceof Exited && event.subject().equals(pid))
        .map(event -> ((Exited) event).reason())
        .findFirst()
        .orElseThrow(() -> new AssertionError(pid + " has not exited"));
  }

  /// {@return the events of `pid` after its exit}
  List<RuntimeEvent> after(Pid pid) {
    var own = log.all().stream().filter(event -> event.subject().equals(pid)).toList();
    int exit = 0;
    while (exit < own.size() && !(own.get(exit) instanceof Exited)) {
      exit++;
    }
    return own.subList(Math.min(own.size(), exit + 1), own.size());
  }

  /// Waits for something that a thread of a process tells.
  static void await(CountDownLatch told) throws InterruptedException {
    assertThat(told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("told within " + PATIENCE)
        .isTrue();
  }

  /// Asserts that more processes than there are processors, of both styles, still get their turns
  /// and that no interrupt of another process reaches them.
  void othersGoOn() throws InterruptedException {
    int each = 2 * PROCESSORS + 2;
    var handled = new CountDownLatch(each);
    List<Pid> pids = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      pids.add(
          run(self -> {
            if (Thread.currentThread().isInterrupted()) {
              throw new IllegalStateException("somebody else's interrupt came to " + self.pid());
            }
            self.send(self.pid(), "once more");
            handled.countDown();
            throw new Exit(Atom.NORMAL);
          }));
      pids.add(vm.spawn(Behaviour.of("body", self -> self.sleep(Duration.ofNanos(1)))));
    }
    await(handled);
    for (Pid pid : pids) {
      awaitExit(pid);
    }
    assertThat(pids).allSatisfy(pid -> assertThat(reasonOf(pid)).isEqualTo(Atom.NORMAL));
  }

  @Override
  public void close() {
    vm.close();
  }
}
