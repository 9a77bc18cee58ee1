package understudy.bench.pekko;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Latencies;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Supervised actors crash one after the other; the time from just before the throw to the end of
/// the setup that follows.
final class RestartBenchmark implements Benchmark {
  record Crash() {}

  record Born() {}

  private final Theatre theatre;
  private final Load load;

  RestartBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var thrownAt = new AtomicLong();
    var latencies = new Latencies();
    var done = new CountDownLatch(1);
    try (var _ =
        theatre.play(parent -> {
          List<ActorRef<Crash>> children = new ArrayList<>();
          ActorRef<Born> driver = parent.spawnAnonymous(driver(children, done));
          for (int i = 0; i < load.processes(); i++) {
            children.add(
                parent.spawnAnonymous(
                    Behaviors.supervise(child(thrownAt, latencies, driver))
                        .onFailure(SupervisorStrategy.restart().withLoggingEnabled(false))));
          }
          driver.tell(new Born());
        })) {
      Theatre.await(done);
      watch.value(latencies.quantile(0.5));
    }
  }

  private static Behavior<Crash> child(
      AtomicLong thrownAt, Latencies latencies, ActorRef<Born> driver) {
    return Behaviors.setup(_ -> {
      long thrown = thrownAt.get();
      if (thrown != 0) {
        latencies.add(System.nanoTime() - thrown);
        driver.tell(new Born());
      }
      return Behaviors.receiveMessage(_ -> {
        thrownAt.set(System.nanoTime());
        throw new IllegalStateException("boom");
      });
    });
  }

  private Behavior<Born> driver(List<ActorRef<Crash>> children, CountDownLatch done) {
    long[] left = {load.operations()};
    return Behaviors.receiveMessage(_ -> {
      if (left[0]-- > 0) {
        children.get((int) (left[0] % children.size())).tell(new Crash());
      } else {
        done.countDown();
      }
      return Behaviors.same();
    });
  }
}
