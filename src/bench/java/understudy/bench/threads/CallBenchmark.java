package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// A thread asks another and waits for the answer with a time-out, one question after another;
/// nobody tells it if the other dies.
final class CallBenchmark implements Benchmark {
  private static final long TIMEOUT_SECONDS = 5;

  record Question(Mailbox from, long number) {}

  private final Load load;
  private final Mailbox server = Mailbox.start(CallBenchmark::answer);

  CallBenchmark(Load load) {
    this.load = load;
  }

  private static void answer(Mailbox own) throws InterruptedException {
    while (true) {
      if (own.receive() instanceof Question(Mailbox from, long number)) {
        from.send(number);
      }
    }
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    Mailbox.start(own -> {
      for (long i = load.operations(); i > 0; i--) {
        server.send(new Question(own, i));
        if (own.receive(TIMEOUT_SECONDS).isEmpty()) {
          throw new IllegalStateException("no answer");
        }
      }
      done.countDown();
    });
    Mailbox.await(done);
    watch.stop(load.operations());
  }
}
