package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Every child of one thread crashes as soon as it runs, until all restarts have been.
final class RestartRateBenchmark implements Benchmark {
  private final Load load;

  RestartRateBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var left = new AtomicLong(load.operations() + load.processes());
    var done = new CountDownLatch(1);
    watch.start();
    var nursery =
        new Nursery(
            load.processes(),
            (_, own) -> {
              long now = left.decrementAndGet();
              if (now > 0) {
                own.send("crash");
              } else if (now == 0) {
                done.countDown();
              }
              own.receive();
              throw new IllegalStateException("boom");
            });
    Mailbox.await(done);
    watch.stopRate(load.operations());
    nursery.end();
  }
}
