package understudy.bench.ours;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.otp.ChildResult;
import understudy.otp.ChildSpec;
import understudy.otp.DynamicFlags;
import understudy.otp.GenServer;
import understudy.otp.Supervisor;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// One supervisor of children without ids: the time to start a child, to restart one, or to stop
/// all with their supervisor.
final class DynamicBenchmark implements Benchmark {
  /// What is measured.
  enum Kind {
    START,
    RESTART,
    STOP
  }

  private static final String VICTIM = "victim";
  private static final int MANY_RESTARTS = 1_000_000;

  private final Vm vm = Live.vm();
  private final Load load;
  private final Kind kind;

  DynamicBenchmark(Load load, Kind kind) {
    this.load = load;
    this.kind = kind;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var notes = new Tree.Notes(load.processes());
    var supervisor = new AtomicReference<>(Pid.NONE);
    var started = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    watch.start();
    Pid owner =
        vm.spawn(
            Behaviour.of(
                "owner",
                self -> {
                  supervisor.set(startAll(self, notes));
                  started.countDown();
                  self.receive(Live.GO::equals);
                  Supervisor.stop(self, supervisor.get(), Atom.NORMAL);
                  stopped.countDown();
                }));
    Live.await(started);
    if (kind == Kind.START) {
      watch.stop(load.processes());
    }
    if (kind == Kind.RESTART) {
      Tree.crash(vm, VICTIM, load.operations(), notes);
      watch.value(notes.latencies.quantile(0.5));
    }
    watch.start();
    vm.send(owner, Live.GO);
    Live.await(stopped);
    if (kind == Kind.STOP) {
      watch.stop(load.processes());
    }
    Live.awaitEmpty(vm);
  }

  private Pid startAll(Self self, Tree.Notes notes) {
    var flags =
        new DynamicFlags(MANY_RESTARTS, 1, DynamicFlags.UNLIMITED, DynamicFlags.Flavour.DYNAMIC);
    Pid supervisor = Supervisor.startLink(self, Supervisor.dynamic(flags)).pid();
    for (int i = 0; i < load.processes(); i++) {
      boolean victim = i == load.processes() / 2;
      var spec =
          ChildSpec.worker(
              "child",
              victim
                  ? () -> GenServer.process(VICTIM, () -> new Tree.Leaf(notes))
                  : () -> GenServer.process(() -> new Tree.Leaf(notes)));
      ChildResult result = Supervisor.startChild(self, supervisor, spec);
      if (i == 0 && notes.started.get() != 1) {
        throw new IllegalStateException("the first child did not start: " + result);
      }
    }
    return supervisor;
  }
}
