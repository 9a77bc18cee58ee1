package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One thread starts all the others, each with a queue; each tells its end to the one and ends.
final class SpawnBenchmark implements Benchmark {
  private final Load load;

  SpawnBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    Mailbox.start(own -> {
      for (int i = 0; i < load.processes(); i++) {
        Mailbox.start(child -> own.send(child));
      }
      for (int i = 0; i < load.processes(); i++) {
        own.receive();
      }
      done.countDown();
    });
    Mailbox.await(done);
    watch.stop(load.processes());
  }
}
