package understudy.otp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.DownMessage;
import understudy.runtime.ExitMessage;
import understudy.runtime.Self;
import understudy.runtime.TimeoutMessage;

/// Asks many children to stop at the same time and waits until all are dead: the whole takes as
/// long as the slowest (S14-07, DYN-05), each child's own limit applies (DYN-06).
final class ConcurrentStop {
  /// A child that is being stopped.
  private record Stopping(Child child, Pid pid) {}

  private final Self self;
  private final List<Child> children;
  private final Map<Long, Stopping> alive = new LinkedHashMap<>();

  /// The true reasons of those that were dead before they were asked (SHD-12).
  private final Map<Pid, ExitReason> known = new HashMap<>();

  /// The limits that children have in common, a timer each.
  private final Map<ShutdownTime.Within, Long> timers = new HashMap<>();

  private long mark;

  ConcurrentStop(Self self, List<Child> children) {
    this.self = self;
    this.children = children;
  }

  void begin(Runnable done) {
    mark = self.mark();
    for (Child child : children) {
      child.pid().ifPresent(pid -> watch(child, pid));
    }
    takeExits();
    // Only now: else each look for an exit message would pass all that have died of this already.
    List.copyOf(alive.values()).forEach(one -> ask(one.child(), one.pid()));
    waitForAll(done);
  }

  private void watch(Child child, Pid pid) {
    long reference = self.monitor(pid);
    self.unlink(pid);
    alive.put(reference, new Stopping(child, pid));
  }

  /// Takes the exit messages of all of them, which do not become more now: once for all, as each
  /// look for one passes whatever else waits.
  private void takeExits() {
    Set<Pid> pids = alive.values().stream().map(Stopping::pid).collect(Collectors.toSet());
    Predicate<Object> ours = word -> word instanceof ExitMessage exit && pids.contains(exit.from());
    for (var word = self.take(ours); word.isPresent(); word = self.take(ours)) {
      var exit = (ExitMessage) word.get();
      known.put(exit.from(), exit.reason());
    }
  }

  private ExitReason truth(Pid pid, ExitReason reason) {
    return reason.equals(Atom.NOPROC) ? known.getOrDefault(pid, reason) : reason;
  }

  private void ask(Child child, Pid pid) {
    switch (child.spec.shutdown()) {
      case ShutdownTime.BrutalKill _ -> signal(child, pid, Atom.KILL);
      case ShutdownTime.Infinity _ -> signal(child, pid, Atom.SHUTDOWN);
      case ShutdownTime.Within limit -> {
        signal(child, pid, Atom.SHUTDOWN);
        timers.computeIfAbsent(limit, within -> self.startTimer(within.time(), self.pid(), within));
      }
    }
  }

  private void signal(Child child, Pid pid, Atom reason) {
    self.emit(new RuntimeEvent.ChildStopping(self.pid(), child.id(), pid, reason));
    self.exit(pid, reason);
  }

  private void waitForAll(Runnable done) {
    if (alive.isEmpty()) {
      timers.values().forEach(self::cancelTimer);
      done.run();
      return;
    }
    self.await(mark, this::concerns, Optional.empty(), message -> take(message, done));
  }

  private boolean concerns(Object message) {
    return switch (message) {
      case DownMessage down -> alive.containsKey(down.reference());
      case TimeoutMessage timeout -> timeout.message() instanceof ShutdownTime.Within;
      default -> false;
    };
  }

  private void take(@Nullable Object message, Runnable done) {
    if (message instanceof DownMessage(var reference, var pid, var reason)) {
      Stopping stopped = alive.remove(reference);
      if (stopped != null) {
        stopped.child().absent();
        self.emit(
            new RuntimeEvent.ChildStopped(
                self.pid(), stopped.child().id(), pid, truth(pid, reason)));
      }
    } else if (message instanceof TimeoutMessage(_, ShutdownTime.Within limit)) {
      alive.values().stream()
          .filter(one -> one.child().spec.shutdown().equals(limit))
          .forEach(one -> signal(one.child(), one.pid(), Atom.KILL));
    }
    waitForAll(done);
  }
}
