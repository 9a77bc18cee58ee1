package understudy.bench.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Many send to one as fast as they can.
final class FanInBenchmark implements Benchmark {
  record Item(long number) {}

  private final Load load;

  FanInBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long each = Math.max(1, load.operations() / load.processes());
    long messages = each * load.processes();
    Mailbox receiver = Mailbox.start(own -> count(own, messages, done));
    List<Mailbox> senders = new ArrayList<>();
    for (int i = 0; i < load.processes(); i++) {
      senders.add(
          Mailbox.start(own -> {
            own.receive();
            for (long left = each; left > 0; left--) {
              receiver.send(new Item(left));
            }
          }));
    }
    watch.start();
    senders.forEach(sender -> sender.send("go"));
    Mailbox.await(done);
    watch.stop(messages);
  }

  /// Counts what it gets down to none.
  static void count(Mailbox own, long from, CountDownLatch done) throws InterruptedException {
    for (long left = from; left > 0; left--) {
      own.receive();
    }
    done.countDown();
  }
}
