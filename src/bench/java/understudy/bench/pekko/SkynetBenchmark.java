package understudy.bench.pekko;

import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// A tree of actors, ten children each; the leaves tell their numbers, the others the sums of their
/// children, and each stops when it has told.
final class SkynetBenchmark implements Benchmark {
  private static final int CHILDREN = 10;

  record Sum(long value) {}

  private final Theatre theatre;
  private final Load load;

  SkynetBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    watch.start();
    try (var _ = theatre.play(parent -> parent.spawnAnonymous(root(load.processes(), done)))) {
      Theatre.await(done);
      watch.stop(load.processes());
    }
  }

  private static Behavior<Sum> root(long leaves, CountDownLatch done) {
    return Behaviors.setup(context -> {
      context.spawnAnonymous(robot(0, leaves, context.getSelf()));
      return Behaviors.receiveMessage(sum -> {
        if (sum.value() != leaves * (leaves - 1) / 2) {
          throw new IllegalStateException("a wrong sum: " + sum);
        }
        done.countDown();
        return Behaviors.same();
      });
    });
  }

  private static Behavior<Sum> robot(long first, long leaves, ActorRef<Sum> parent) {
    return Behaviors.setup(context -> {
      if (leaves == 1) {
        parent.tell(new Sum(first));
        return Behaviors.stopped();
      }
      long each = leaves / CHILDREN;
      for (int i = 0; i < CHILDREN; i++) {
        context.spawnAnonymous(robot(first + i * each, each, context.getSelf()));
      }
      long[] sum = {0};
      int[] waiting = {CHILDREN};
      return Behaviors.receiveMessage(part -> {
        sum[0] += part.value();
        if (--waiting[0] > 0) {
          return Behaviors.same();
        }
        parent.tell(new Sum(sum[0]));
        return Behaviors.stopped();
      });
    });
  }
}
