package understudy.bench.pekko;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.HogWindow;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.bench.pekko.PairsBenchmark.Message;
import understudy.bench.pekko.PairsBenchmark.Ping;
import understudy.bench.pekko.PairsBenchmark.Pong;

/// A pair that plays ping-pong while other actors spin for ever, or block 100 ms a message.
final class HogBenchmark implements Benchmark {
  private static final long BLOCK_MILLIS = 100;

  record More() {}

  private final Theatre theatre;
  private final Load load;
  private final CountDownLatch begun;
  private final Supplier<Behavior<More>> hog;

  private HogBenchmark(
      Theatre theatre, Load load, CountDownLatch begun, Supplier<Behavior<More>> hog) {
    this.theatre = theatre;
    this.load = load;
    this.begun = begun;
    this.hog = hog;
  }

  static HogBenchmark spinning(Theatre theatre, Load load) {
    var spun = new AtomicLong();
    var begun = new CountDownLatch(load.processes());
    return new HogBenchmark(theatre, load, begun, () -> spinner(spun, begun));
  }

  static HogBenchmark blocking(Theatre theatre, Load load) {
    var begun = new CountDownLatch(load.processes());
    return new HogBenchmark(theatre, load, begun, () -> blocker(begun));
  }

  /// Once a JVM: the hogs cannot be asked to stop.
  @Override
  public void rep(Watch watch) throws Exception {
    play();
    theatre.begin(parent -> {
      for (int i = 0; i < load.processes(); i++) {
        parent.spawnAnonymous(hog.get()).tell(new More());
      }
    });
    if (!begun.await(HogWindow.SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
      System.err.println(begun.getCount() + " hogs have not begun");
    }
    watch.value(play().p99());
  }

  private HogWindow play() throws InterruptedException {
    var window = new HogWindow(load.operations());
    theatre.begin(parent -> {
      ActorRef<Ping> ponger = parent.spawnAnonymous(PairsBenchmark.ponger());
      ActorRef<Message> pinger = parent.spawnAnonymous(pinger(ponger, window));
      pinger.tell(new PairsBenchmark.Go());
    });
    window.await();
    return window;
  }

  private static Behavior<Message> pinger(ActorRef<Ping> ponger, HogWindow window) {
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(message -> {
          if (message instanceof Pong) {
            window.answered();
          }
          if (window.asks()) {
            ponger.tell(new Ping(context.getSelf()));
          }
          return Behaviors.same();
        }));
  }

  private static Behavior<More> spinner(AtomicLong spun, CountDownLatch begun) {
    return Behaviors.receiveMessage(_ -> {
      begun.countDown();
      for (long i = 0; spun.getOpaque() >= 0; i++) {
        if (i == Long.MAX_VALUE) {
          spun.setOpaque(i);
        }
      }
      return Behaviors.same();
    });
  }

  private static Behavior<More> blocker(CountDownLatch begun) {
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(more -> {
          begun.countDown();
          Thread.sleep(BLOCK_MILLIS);
          context.getSelf().tell(more);
          return Behaviors.same();
        }));
  }
}
