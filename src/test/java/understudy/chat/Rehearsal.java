package understudy.chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import understudy.event.EventSink;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Behaviour;
import understudy.runtime.Vm;

/// All processes of a chat on a stepped runtime, without a web server: time passes only when a test
/// says so, and the same seed goes the same way.
final class Rehearsal implements AutoCloseable {
  /// Longer than it takes for anything to come to rest that crashed.
  static final Duration LONG = Duration.ofSeconds(5);

  private final class Births implements EventSink {
    @Override
    public boolean wants(Class<? extends RuntimeEvent> kind) {
      return kind == RuntimeEvent.Spawned.class;
    }

    @Override
    public void emit(long nanos, RuntimeEvent event) {
      if (event instanceof RuntimeEvent.Spawned spawned) {
        newest.put(spawned.behaviour(), spawned.subject());
      }
    }
  }

  private final Map<String, Pid> newest = new HashMap<>();
  final Vm vm;
  final Venue venue;

  Rehearsal(long seed, ChatLimits limits) {
    vm = Vm.stepped(seed, new Births());
    venue =
        new Venue(
            vm,
            new Ports(),
            new Ledger(limits.kept()),
            limits,
            Optional.empty(),
            () -> 0,
            "run of seed " + seed);
    vm.spawn(Top.process(venue, new CountDownLatch(1)));
    idle();
  }

  Rehearsal(long seed) {
    this(seed, ChatLimits.USUAL);
  }

  /// Until nobody has anything to do.
  void idle() {
    vm.steps().runUntilIdle();
  }

  void pass(Duration time) {
    vm.steps().advance(time);
  }

  Handset open(String name) {
    var handset = new Handset(this, name);
    idle();
    return handset;
  }

  /// {@return a phone that is in a room}
  Handset in(String room, String name) {
    var handset = open(name);
    handset.join(room);
    return handset;
  }

  /// Crashes what the command of that name does, and lets everybody find out.
  void crash(String what) {
    vm.spawn(Behaviour.of("(crash)", self -> Top.crash(self, venue, what)));
    idle();
  }

  void crash(Pid pid) {
    vm.exit(pid, Atom.KILL);
    idle();
  }

  /// {@return the process of that name that was started last}
  Pid newest(String name) {
    return newest.getOrDefault(name, Pid.NONE);
  }

  @Override
  public void close() {
    vm.close();
  }
}
