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

/// Everybody pings everybody else and answers every ping.
final class BigBenchmark implements Benchmark {
  sealed interface Message {}

  record Everybody(List<ActorRef<Message>> all) implements Message {}

  record Ping(ActorRef<Message> from) implements Message {}

  record Pong() implements Message {}

  private final Theatre theatre;
  private final Load load;

  BigBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int count = load.processes();
    var done = new CountDownLatch(count);
    List<ActorRef<Message>> members = new ArrayList<>();
    try (var _ =
        theatre.play(parent -> {
          for (int i = 0; i < count; i++) {
            members.add(parent.spawnAnonymous(member(count - 1, done)));
          }
        })) {
      var everybody = new Everybody(List.copyOf(members));
      watch.start();
      members.forEach(member -> member.tell(everybody));
      Theatre.await(done);
      watch.stop(2L * count * (count - 1));
    }
  }

  private static Behavior<Message> member(int others, CountDownLatch done) {
    int[] waiting = {others};
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(message -> {
          switch (message) {
            case Ping(ActorRef<Message> from) -> from.tell(new Pong());
            case Pong _ -> {
              if (--waiting[0] == 0) {
                done.countDown();
              }
            }
            case Everybody(List<ActorRef<Message>> all) -> {
              for (ActorRef<Message> other : all) {
                if (!other.equals(context.getSelf())) {
                  other.tell(new Ping(context.getSelf()));
                }
              }
            }
          }
          return Behaviors.same();
        }));
  }
}
