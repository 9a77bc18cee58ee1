package understudy.bench.ours;

import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.ExitReason.Atom;
import understudy.runtime.Exit;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// One process spawns all the others under a monitor; each ends at once with `normal`; done when
/// every DOWN has come.
final class SpawnBenchmark implements Benchmark {
  private static final class Mayfly extends Worker {
    @Override
    public void start(Self self) {
      throw new Exit(Atom.NORMAL);
    }

    @Override
    public void handle(Self self, Object message) {}
  }

  private static final class Spawner extends Worker {
    private final int children;
    private final CountDownLatch done;
    private int ended;

    Spawner(int children, CountDownLatch done) {
      this.children = children;
      this.done = done;
    }

    @Override
    public void start(Self self) {
      for (int i = 0; i < children; i++) {
        self.spawnMonitor(new Mayfly(), false, _ -> {});
      }
    }

    @Override
    public void handle(Self self, Object message) {
      if (++ended == children) {
        done.countDown();
        throw new Exit(Atom.NORMAL);
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  SpawnBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    vm.spawn(new Spawner(load.processes(), done));
    Live.await(done);
    watch.stop(load.processes());
    Live.awaitEmpty(vm);
  }
}
