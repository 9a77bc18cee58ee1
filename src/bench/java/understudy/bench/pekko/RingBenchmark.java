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

/// One token goes round a ring of actors.
final class RingBenchmark implements Benchmark {
  sealed interface Message {}

  record Next(ActorRef<Message> next) implements Message {}

  record Token(long hopsLeft) implements Message {}

  private final Theatre theatre;
  private final Load load;

  RingBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    List<ActorRef<Message>> members = new ArrayList<>();
    try (var _ =
        theatre.play(parent -> {
          for (int i = 0; i < load.processes(); i++) {
            members.add(parent.spawnAnonymous(unlinked(done)));
          }
        })) {
      for (int i = 0; i < members.size(); i++) {
        members.get(i).tell(new Next(members.get((i + 1) % members.size())));
      }
      watch.start();
      members.getFirst().tell(new Token(load.operations()));
      Theatre.await(done);
      watch.stop(load.operations());
    }
  }

  private static Behavior<Message> unlinked(CountDownLatch done) {
    return Behaviors.receiveMessage(
        message -> message instanceof Next(var next) ? linked(next, done) : Behaviors.unhandled());
  }

  private static Behavior<Message> linked(ActorRef<Message> next, CountDownLatch done) {
    return Behaviors.receiveMessage(message -> {
      if (message instanceof Token(long left)) {
        if (left > 0) {
          next.tell(new Token(left - 1));
        } else {
          done.countDown();
        }
      }
      return Behaviors.same();
    });
  }
}
