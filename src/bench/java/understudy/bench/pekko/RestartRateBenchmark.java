package understudy.bench.pekko;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Every supervised actor crashes as soon as it runs, until all restarts have been.
final class RestartRateBenchmark implements Benchmark {
  record Crash() {}

  private final Theatre theatre;
  private final Load load;

  RestartRateBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var left = new AtomicLong(load.operations() + load.processes());
    var done = new CountDownLatch(1);
    watch.start();
    try (var _ =
        theatre.play(parent -> {
          for (int i = 0; i < load.processes(); i++) {
            parent.spawnAnonymous(
                Behaviors.supervise(child(left, done))
                    .onFailure(SupervisorStrategy.restart().withLoggingEnabled(false)));
          }
        })) {
      Theatre.await(done);
      watch.stopRate(load.operations());
    }
  }

  private static Behavior<Crash> child(AtomicLong left, CountDownLatch done) {
    return Behaviors.setup(context -> {
      long now = left.decrementAndGet();
      if (now > 0) {
        context.getSelf().tell(new Crash());
      } else if (now == 0) {
        done.countDown();
      }
      return Behaviors.receiveMessage(_ -> {
        throw new IllegalStateException("boom");
      });
    });
  }
}
