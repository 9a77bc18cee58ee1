package understudy.bench.ours;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.otp.ChildResult;
import understudy.otp.ChildSpec;
import understudy.otp.DynamicFlags;
import understudy.otp.GenServer;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// A supervision tree in which something changes all the time: of each hundred changes fifty are
/// crashes with a restart, thirty messages to processes that do not take them, ten new children of
/// a supervisor of many, and ten ends of such children.
final class Unrest {
  private static final int SHARE_OF_GUESTS = 10;
  private static final int SHARE_OF_SUSPENDED = 50;

  /// So many guests come, and as many go.
  private record Swap(int count) {}

  private final Vm vm;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Pid[] leaves;
  private final Pid[] idle;
  private final Pid owner;
  private int next;

  /// Grows a tree of about `size` processes.
  Unrest(Vm vm, int size) throws InterruptedException {
    this.vm = vm;
    int guests = size / SHARE_OF_GUESTS;
    int servers = size - guests;
    var notes = new Tree.Notes(servers + guests);
    leaves = new Pid[servers];
    Tree.plant(vm, servers, "victim", notes);
    var settled = new CountDownLatch(1);
    owner = vm.spawn(Behaviour.of("owner", self -> host(self, guests, notes, settled)));
    Live.await(settled);
    notes.awaitAll();
    idle = new Pid[Math.max(1, servers / SHARE_OF_SUSPENDED)];
  }

  /// Takes what the event bus tells: who is there to crash.
  void hear(List<Stamped> events) {
    for (Stamped each : events) {
      if (each.event() instanceof RuntimeEvent.ChildStarted(_, String id, Pid child)
          && id.startsWith("leaf-")) {
        leaves[next++ % leaves.length] = child;
      }
    }
  }

  /// Picks those who shall not take their messages; once all are known.
  void suspendSome() {
    for (int i = 0; i < idle.length; i++) {
      idle[i] = leaves[random.nextInt(leaves.length)];
      vm.suspend(idle[i], true);
    }
  }

  /// Has so many things change.
  void stir(int changes) {
    for (int i = 0; i < changes * 5 / 10; i++) {
      Pid leaf = leaves[random.nextInt(leaves.length)];
      if (leaf != null) {
        vm.send(leaf, new Tree.Crash());
      }
    }
    for (int i = 0; i < changes * 3 / 10; i++) {
      vm.send(idle[random.nextInt(idle.length)], Live.MORE);
    }
    vm.send(owner, new Swap(changes / 10));
  }

  private static void host(Self self, int guests, Tree.Notes notes, CountDownLatch settled) {
    var flags =
        new DynamicFlags(1_000_000, 1, DynamicFlags.UNLIMITED, DynamicFlags.Flavour.DYNAMIC);
    Pid hotel = Supervisor.startLink(self, Supervisor.dynamic(flags)).pid();
    Deque<Pid> present = new ArrayDeque<>();
    for (int i = 0; i < guests; i++) {
      enter(self, hotel, notes, present);
    }
    settled.countDown();
    while (true) {
      if (self.receive() instanceof Swap(int count)) {
        for (int i = 0; i < count; i++) {
          if (!present.isEmpty()) {
            self.exit(present.removeFirst(), Atom.KILL);
          }
          enter(self, hotel, notes, present);
        }
      }
    }
  }

  private static void enter(Self self, Pid hotel, Tree.Notes notes, Deque<Pid> present) {
    var spec =
        ChildSpec.worker("guest", () -> GenServer.process(() -> new Tree.Leaf(notes)))
            .restarted(RestartType.TEMPORARY);
    if (Supervisor.startChild(self, hotel, spec) instanceof ChildResult.Ok(Pid pid)) {
      present.addLast(pid);
    }
  }
}
