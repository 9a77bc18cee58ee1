package understudy.otp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Behaviour;
import understudy.runtime.DownMessage;
import understudy.runtime.Self;
import understudy.runtime.Spawned;

/// Starts and stops one child for a supervisor, event-driven: each method returns at once, the
/// supervisor takes no other message until `then` is called, and no thread waits.
final class Nursery {
  private final Self self;

  Nursery(Self self) {
    this.self = self;
  }

  /// Creates the child's process, linked, and passes on how its start went (SUP-02, SUP-15).
  void start(Child child, Consumer<StartResult> then) {
    Behaviour behaviour;
    try {
      behaviour = child.spec.start().get();
    } catch (Throwable thrown) {
      report(child, new StartResult.Failed(self.reasonOf(thrown)), then);
      return;
    }
    long mark = self.mark();
    child.starting();
    Spawned spawned =
        self.spawnMonitor(
            behaviour,
            true,
            pid ->
                self.emit(
                    new RuntimeEvent.ChildStarting(
                        self.pid(),
                        child.id(),
                        pid,
                        child.spec.kind(),
                        child.spec.restart(),
                        child.incarnation())));
    self.await(
        mark,
        Starting.wordOf(spawned),
        Optional.empty(),
        word -> {
          if (word == null) {
            throw new IllegalStateException("a start without time limit timed out");
          }
          StartResult result = Starting.result(word);
          if (result instanceof StartResult.Started || word instanceof DownMessage) {
            finish(child, spawned, result, then);
          } else {
            // As OTP 26 does: who failed to start is dead before anybody hears of it.
            self.await(
                mark,
                Starting.deathOf(spawned),
                Optional.empty(),
                _ -> finish(child, spawned, result, then));
          }
        });
  }

  private void finish(
      Child child, Spawned spawned, StartResult result, Consumer<StartResult> then) {
    if (result instanceof StartResult.Started) {
      self.demonitor(spawned.reference());
    } else { // Its DOWN has been taken.
      Starting.forget(self, spawned.pid());
    }
    report(child, result, then);
  }

  private void report(Child child, StartResult result, Consumer<StartResult> then) {
    self.emit(
        switch (result) {
          case StartResult.Started(Pid pid) ->
              new RuntimeEvent.ChildStarted(self.pid(), child.id(), pid);
          case StartResult.Ignored _ -> new RuntimeEvent.ChildIgnored(self.pid(), child.id());
          case StartResult.Failed(var reason) ->
              new RuntimeEvent.ChildStartFailed(self.pid(), child.id(), reason);
        });
    then.accept(result);
  }

  /// Stops the process of `child` by its own shutdown value (SHD-02 to SHD-12) and passes on its
  /// true exit reason. Based on a monitor, so that a child which unlinked itself is stopped as
  /// well.
  void stop(Child child, Pid pid, Consumer<ExitReason> then) {
    long mark = self.mark();
    long reference = self.monitor(pid);
    Atom signal =
        switch (child.spec.shutdown()) {
          case ShutdownTime.BrutalKill _ -> Atom.KILL;
          case ShutdownTime.Within _, ShutdownTime.Infinity _ -> Atom.SHUTDOWN;
        };
    Optional<Duration> limit =
        switch (child.spec.shutdown()) {
          case ShutdownTime.Within(Duration time) -> Optional.of(time);
          case ShutdownTime.BrutalKill _, ShutdownTime.Infinity _ -> Optional.empty();
        };
    self.emit(new RuntimeEvent.ChildStopping(self.pid(), child.id(), pid, signal));
    self.exit(pid, signal);
    awaitDown(mark, reference, child, pid, limit, then);
  }

  private void awaitDown(
      long mark,
      long reference,
      Child child,
      Pid pid,
      Optional<Duration> limit,
      Consumer<ExitReason> then) {
    self.await(
        mark,
        message -> message instanceof DownMessage down && down.reference() == reference,
        limit,
        word -> {
          if (word instanceof DownMessage(_, _, var reason)) {
            ExitReason truth =
                Starting.forget(self, pid)
                    .filter(_ -> reason.equals(Atom.NOPROC))
                    .orElse(reason); // SHD-12
            self.emit(new RuntimeEvent.ChildStopped(self.pid(), child.id(), pid, truth));
            then.accept(truth);
          } else {
            self.emit(new RuntimeEvent.ChildStopping(self.pid(), child.id(), pid, Atom.KILL));
            self.exit(pid, Atom.KILL); // SHD-03
            awaitDown(mark, reference, child, pid, Optional.empty(), then);
          }
        });
  }
}
