package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// A tree of threads, ten children each; the leaves tell their numbers, the others the sums of
/// their children, and each ends when it has told.
final class SkynetBenchmark implements Benchmark {
  private static final int CHILDREN = 10;

  record Sum(long value) {}

  private final Load load;

  SkynetBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long leaves = load.processes();
    watch.start();
    Mailbox.start(own -> {
      Mailbox.start(robot -> compute(robot, 0, leaves, own));
      if (!own.receive().equals(new Sum(leaves * (leaves - 1) / 2))) {
        throw new IllegalStateException("a wrong sum");
      }
      done.countDown();
    });
    Mailbox.await(done);
    watch.stop(leaves);
  }

  private static void compute(Mailbox own, long first, long leaves, Mailbox parent)
      throws InterruptedException {
    if (leaves == 1) {
      parent.send(new Sum(first));
      return;
    }
    long each = leaves / CHILDREN;
    for (int i = 0; i < CHILDREN; i++) {
      long from = first + i * each;
      Mailbox.start(robot -> compute(robot, from, each, own));
    }
    long sum = 0;
    for (int i = 0; i < CHILDREN; i++) {
      sum += ((Sum) own.receive()).value();
    }
    parent.send(new Sum(sum));
  }
}
