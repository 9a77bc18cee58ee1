package understudy.bench.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One sends to many in turn; done when each has had all of its own.
final class FanOutBenchmark implements Benchmark {
  private final Load load;

  FanOutBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(load.processes());
    long rounds = Math.max(1, load.operations() / load.processes());
    List<Mailbox> receivers = new ArrayList<>();
    for (int i = 0; i < load.processes(); i++) {
      receivers.add(Mailbox.start(own -> FanInBenchmark.count(own, rounds, done)));
    }
    Mailbox sender =
        Mailbox.start(own -> {
          own.receive();
          for (long left = rounds; left > 0; left--) {
            for (Mailbox receiver : receivers) {
              receiver.send(new FanInBenchmark.Item(left));
            }
          }
        });
    watch.start();
    sender.send("go");
    Mailbox.await(done);
    watch.stop(rounds * load.processes());
  }
}
