package understudy.bench.pekko;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// Pairs that send one message back and forth, each on its own.
final class PairsBenchmark implements Benchmark {
  sealed interface Message {}

  record Go() implements Message {}

  record Pong() implements Message {}

  record Ping(ActorRef<Message> from) {}

  private final Theatre theatre;
  private final Load load;
  private final int operationsPerRound;

  /// A benchmark of `load.processes() / 2` pairs.
  PairsBenchmark(Theatre theatre, Load load, int operationsPerRound) {
    this.theatre = theatre;
    this.load = load;
    this.operationsPerRound = operationsPerRound;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int pairs = Math.max(1, load.processes() / 2);
    long rounds = Math.max(1, load.operations() / operationsPerRound / pairs);
    var done = new CountDownLatch(pairs);
    List<ActorRef<Message>> pingers = new ArrayList<>();
    try (var _ =
        theatre.play(parent -> {
          for (int i = 0; i < pairs; i++) {
            ActorRef<Ping> ponger = parent.spawnAnonymous(ponger());
            pingers.add(parent.spawnAnonymous(pinger(ponger, rounds, done)));
          }
        })) {
      watch.start();
      pingers.forEach(pinger -> pinger.tell(new Go()));
      Theatre.await(done);
      watch.stop(rounds * pairs * operationsPerRound);
    }
  }

  static Behavior<Ping> ponger() {
    return Behaviors.receiveMessage(ping -> {
      ping.from().tell(new Pong());
      return Behaviors.same();
    });
  }

  private static Behavior<Message> pinger(ActorRef<Ping> ponger, long rounds, CountDownLatch done) {
    long[] left = {rounds};
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(_ -> {
          if (left[0]-- > 0) {
            ponger.tell(new Ping(context.getSelf()));
          } else {
            done.countDown();
          }
          return Behaviors.same();
        }));
  }
}
