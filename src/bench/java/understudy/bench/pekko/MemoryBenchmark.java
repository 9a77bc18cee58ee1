package understudy.bench.pekko;

import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Heap;
import understudy.bench.Load;
import understudy.bench.Watch;

/// What an idle actor costs: heap after collection with all alive, less heap before. Each has taken
/// a message.
final class MemoryBenchmark implements Benchmark {
  private final Theatre theatre;
  private final Load load;

  MemoryBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var taken = new CountDownLatch(load.processes());
    long before = Heap.afterCollection();
    try (var _ =
        theatre.play(parent -> {
          for (int i = 0; i < load.processes(); i++) {
            ActorRef<Object> idle = parent.spawnAnonymous(idle(taken));
            idle.tell("go");
          }
        })) {
      Theatre.await(taken);
      watch.value((double) (Heap.afterCollection() - before) / load.processes());
    }
  }

  private static Behavior<Object> idle(CountDownLatch taken) {
    return Behaviors.receiveMessage(_ -> {
      taken.countDown();
      return Behaviors.same();
    });
  }
}
