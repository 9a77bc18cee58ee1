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

/// One sends to many in turn, one message to each a turn; done when each has had all of its own.
final class FanOutBenchmark implements Benchmark {
  record More() {}

  private final Theatre theatre;
  private final Load load;

  FanOutBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(load.processes());
    long rounds = Math.max(1, load.operations() / load.processes());
    List<ActorRef<More>> senders = new ArrayList<>();
    try (var _ =
        theatre.play(parent -> {
          List<ActorRef<Counting.Item>> receivers = new ArrayList<>();
          for (int i = 0; i < load.processes(); i++) {
            receivers.add(parent.spawnAnonymous(Counting.down(rounds, done)));
          }
          senders.add(parent.spawnAnonymous(sender(receivers, rounds)));
        })) {
      watch.start();
      senders.getFirst().tell(new More());
      Theatre.await(done);
      watch.stop(rounds * load.processes());
    }
  }

  private static Behavior<More> sender(List<ActorRef<Counting.Item>> receivers, long rounds) {
    long[] left = {rounds};
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(more -> {
          for (ActorRef<Counting.Item> receiver : receivers) {
            receiver.tell(new Counting.Item(left[0]));
          }
          if (--left[0] > 0) {
            context.getSelf().tell(more);
          }
          return Behaviors.same();
        }));
  }
}
