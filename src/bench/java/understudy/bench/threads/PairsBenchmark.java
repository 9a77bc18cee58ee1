package understudy.bench.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Pairs that send one message back and forth, each on its own.
final class PairsBenchmark implements Benchmark {
  record Ping(Mailbox from) {}

  record Pong() {}

  private final Load load;
  private final int operationsPerRound;

  /// A benchmark of `load.processes() / 2` pairs.
  PairsBenchmark(Load load, int operationsPerRound) {
    this.load = load;
    this.operationsPerRound = operationsPerRound;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int pairs = Math.max(1, load.processes() / 2);
    long rounds = Math.max(1, load.operations() / operationsPerRound / pairs);
    var done = new CountDownLatch(pairs);
    List<Mailbox> pingers = new ArrayList<>();
    List<Mailbox> pongers = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Mailbox ponger = Mailbox.start(PairsBenchmark::answer);
      pongers.add(ponger);
      pingers.add(
          Mailbox.start(own -> {
            own.receive();
            for (long left = rounds; left > 0; left--) {
              ponger.send(new Ping(own));
              own.receive();
            }
            done.countDown();
          }));
    }
    watch.start();
    pingers.forEach(pinger -> pinger.send("go"));
    Mailbox.await(done);
    watch.stop(rounds * pairs * operationsPerRound);
    Mailbox.end(pongers);
  }

  /// Answers every ping.
  static void answer(Mailbox own) throws InterruptedException {
    while (true) {
      if (own.receive() instanceof Ping(Mailbox from)) {
        from.send(new Pong());
      }
    }
  }
}
