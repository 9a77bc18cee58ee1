package understudy.bench.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One token goes round a ring of threads.
final class RingBenchmark implements Benchmark {
  record Token(long hopsLeft) {}

  private final Load load;

  RingBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    List<Mailbox> members = new ArrayList<>();
    for (int i = 0; i < load.processes(); i++) {
      members.add(Mailbox.start(own -> pass(own, done)));
    }
    for (int i = 0; i < members.size(); i++) {
      members.get(i).send(members.get((i + 1) % members.size()));
    }
    watch.start();
    members.getFirst().send(new Token(load.operations()));
    Mailbox.await(done);
    watch.stop(load.operations());
    Mailbox.end(members);
  }

  private static void pass(Mailbox own, CountDownLatch done) throws InterruptedException {
    Mailbox next = (Mailbox) own.receive();
    while (true) {
      long left = ((Token) own.receive()).hopsLeft();
      if (left > 0) {
        next.send(new Token(left - 1));
      } else {
        done.countDown();
      }
    }
  }
}
