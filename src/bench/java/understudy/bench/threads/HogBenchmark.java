package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import understudy.bench.Benchmark;
import understudy.bench.HogWindow;
import understudy.bench.Load;
import understudy.bench.Watch;

/// A pair that plays ping-pong while other threads spin for ever, or block 100 ms a message.
final class HogBenchmark implements Benchmark {
  private static final long BLOCK_MILLIS = 100;

  private final Load load;
  private final CountDownLatch begun;
  private final Mailbox.Body hog;

  private HogBenchmark(Load load, CountDownLatch begun, Mailbox.Body hog) {
    this.load = load;
    this.begun = begun;
    this.hog = hog;
  }

  static HogBenchmark spinning(Load load) {
    var begun = new CountDownLatch(load.processes());
    return new HogBenchmark(load, begun, _ -> spin(begun, new AtomicLong()));
  }

  static HogBenchmark blocking(Load load) {
    var begun = new CountDownLatch(load.processes());
    return new HogBenchmark(load, begun, own -> block(begun, own));
  }

  /// Once a JVM: the hogs cannot be asked to stop.
  @Override
  public void rep(Watch watch) throws Exception {
    play();
    for (int i = 0; i < load.processes(); i++) {
      Mailbox.start(hog);
    }
    if (!begun.await(HogWindow.SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
      System.err.println(begun.getCount() + " hogs have not begun");
    }
    watch.value(play().p99());
  }

  private HogWindow play() throws InterruptedException {
    var window = new HogWindow(load.operations());
    Mailbox ponger = Mailbox.start(PairsBenchmark::answer);
    Mailbox.start(own -> {
      while (window.asks()) {
        ponger.send(new PairsBenchmark.Ping(own));
        own.receive();
        window.answered();
      }
    });
    window.await();
    return window;
  }

  private static void spin(CountDownLatch begun, AtomicLong spun) {
    begun.countDown();
    for (long i = 0; spun.getOpaque() >= 0; i++) {
      if (i == Long.MAX_VALUE) {
        spun.setOpaque(i);
      }
    }
  }

  private static void block(CountDownLatch begun, Mailbox own) throws InterruptedException {
    while (true) {
      begun.countDown();
      Thread.sleep(BLOCK_MILLIS);
      own.send("more");
      own.receive();
    }
  }
}
