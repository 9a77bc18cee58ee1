package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import understudy.bench.Benchmark;
import understudy.bench.Latencies;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Children of one thread crash one after the other; the time from just before the throw to the
/// next one's first step.
final class RestartBenchmark implements Benchmark {
  private final Load load;

  RestartBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var thrownAt = new AtomicLong();
    var latencies = new Latencies();
    var done = new CountDownLatch(1);
    var started = new CountDownLatch(load.processes());
    var go = new CountDownLatch(1);
    Mailbox[] driver = new Mailbox[1];
    var nursery =
        new Nursery(
            load.processes(),
            (_, own) -> {
              started.countDown();
              long thrown = thrownAt.get();
              if (thrown != 0) {
                latencies.add(System.nanoTime() - thrown);
                driver[0].send("born");
              }
              own.receive();
              thrownAt.set(System.nanoTime());
              throw new IllegalStateException("boom");
            });
    driver[0] =
        Mailbox.start(own -> {
          go.await();
          for (long left = load.operations(); left > 0; left--) {
            nursery.at((int) (left % load.processes())).send("crash");
            own.receive();
          }
          done.countDown();
        });
    Mailbox.await(started);
    go.countDown();
    Mailbox.await(done);
    watch.value(latencies.quantile(0.5));
    nursery.end();
  }
}
