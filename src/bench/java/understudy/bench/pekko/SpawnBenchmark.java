package understudy.bench.pekko;

import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One actor spawns all the others and watches them; each stops at once; done when every
/// termination has come.
final class SpawnBenchmark implements Benchmark {
  private final Theatre theatre;
  private final Load load;

  SpawnBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    try (var _ = theatre.play(parent -> parent.spawnAnonymous(spawner(done)))) {
      Theatre.await(done);
      watch.stop(load.processes());
    }
  }

  private Behavior<Object> spawner(CountDownLatch done) {
    int[] ended = {0};
    return Behaviors.setup(context -> {
      for (int i = 0; i < load.processes(); i++) {
        context.watch(context.spawnAnonymous(Behaviors.setup(_ -> Behaviors.stopped())));
      }
      return Behaviors.receive(Object.class)
          .onSignal(
              Terminated.class,
              _ -> {
                if (++ended[0] == load.processes()) {
                  done.countDown();
                }
                return Behaviors.same();
              })
          .build();
    });
  }
}
