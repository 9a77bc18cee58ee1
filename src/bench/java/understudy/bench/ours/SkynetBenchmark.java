package understudy.bench.ours;

import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Exit;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// A tree of processes, ten children each; the leaves tell their numbers, the others the sums of
/// their children, and each ends when it has told.
final class SkynetBenchmark implements Benchmark {
  private static final int CHILDREN = 10;

  record Sum(long value) {}

  private static final class Robot extends Worker {
    private final long first;
    private final long leaves;
    private final Pid parent;
    private long sum;
    private int waiting = CHILDREN;

    Robot(long first, long leaves, Pid parent) {
      this.first = first;
      this.leaves = leaves;
      this.parent = parent;
    }

    @Override
    public void start(Self self) {
      if (leaves == 1) {
        self.send(parent, new Sum(first));
        throw new Exit(Atom.NORMAL);
      }
      long each = leaves / CHILDREN;
      for (int i = 0; i < CHILDREN; i++) {
        self.spawn(new Robot(first + i * each, each, self.pid()));
      }
    }

    @Override
    public void handle(Self self, Object message) {
      if (message instanceof Sum(long value)) {
        sum += value;
        if (--waiting == 0) {
          self.send(parent, new Sum(sum));
          throw new Exit(Atom.NORMAL);
        }
      }
    }
  }

  private static final class Root extends Worker {
    private final long leaves;
    private final CountDownLatch done;

    Root(long leaves, CountDownLatch done) {
      this.leaves = leaves;
      this.done = done;
    }

    @Override
    public void start(Self self) {
      self.spawn(new Robot(0, leaves, self.pid()));
    }

    @Override
    public void handle(Self self, Object message) {
      if (!message.equals(new Sum(leaves * (leaves - 1) / 2))) {
        throw new IllegalStateException("a wrong sum: " + message);
      }
      done.countDown();
      throw new Exit(Atom.NORMAL);
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  SkynetBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    vm.spawn(new Root(load.processes(), done));
    Live.await(done);
    watch.stop(load.processes());
    Live.awaitEmpty(vm);
  }
}
