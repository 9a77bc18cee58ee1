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

/// Many send to one as fast as they can, 1,000 messages a turn.
final class FanInBenchmark implements Benchmark {
  private static final int PER_TURN = 1000;

  record More() {}

  private final Theatre theatre;
  private final Load load;

  FanInBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long each = Math.max(1, load.operations() / load.processes());
    long messages = each * load.processes();
    List<ActorRef<More>> senders = new ArrayList<>();
    try (var _ =
        theatre.play(parent -> {
          var receiver = parent.spawnAnonymous(Counting.down(messages, done));
          for (int i = 0; i < load.processes(); i++) {
            senders.add(parent.spawnAnonymous(sender(receiver, each)));
          }
        })) {
      watch.start();
      senders.forEach(sender -> sender.tell(new More()));
      Theatre.await(done);
      watch.stop(messages);
    }
  }

  private static Behavior<More> sender(ActorRef<Counting.Item> receiver, long each) {
    long[] left = {each};
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(more -> {
          for (int i = 0; i < PER_TURN && left[0] > 0; i++, left[0]--) {
            receiver.tell(new Counting.Item(left[0]));
          }
          if (left[0] > 0) {
            context.getSelf().tell(more);
          }
          return Behaviors.same();
        }));
  }
}
