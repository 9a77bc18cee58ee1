package understudy.bench.pekko;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One actor finds many others by asking the receptionist, the only way by name that typed Pekko
/// has.
final class NamesBenchmark implements Benchmark {
  record Hello() {}

  private final Theatre theatre;
  private final Load load;
  private final List<ServiceKey<Hello>> keys;
  private boolean registered;

  NamesBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
    this.keys =
        IntStream.range(0, load.processes())
            .mapToObj(i -> ServiceKey.create(Hello.class, "name-" + i))
            .toList();
  }

  @Override
  public void rep(Watch watch) throws Exception {
    if (!registered) {
      var known = new CountDownLatch(keys.size());
      theatre.play(parent -> keys.forEach(key -> parent.spawnAnonymous(named(key, known))));
      Theatre.await(known);
      registered = true;
    }
    var done = new CountDownLatch(1);
    watch.start();
    try (var _ = theatre.play(parent -> parent.spawnAnonymous(seeker(done)))) {
      Theatre.await(done);
      watch.stop(load.operations());
    }
  }

  private static Behavior<Object> named(ServiceKey<Hello> key, CountDownLatch known) {
    return Behaviors.setup(context -> {
      context
          .getSystem()
          .receptionist()
          .tell(
              Receptionist.register(
                  key,
                  context.getSelf().narrow(),
                  context.getSelf().<Receptionist.Registered>narrow()));
      return Behaviors.receiveMessage(_ -> {
        known.countDown();
        return Behaviors.same();
      });
    });
  }

  private Behavior<Receptionist.Listing> seeker(CountDownLatch done) {
    long[] left = {load.operations()};
    return Behaviors.setup(context -> {
      find(context, left[0]);
      return Behaviors.receiveMessage(listing -> {
        if (listing.getServiceInstances(key(left[0])).isEmpty()) {
          throw new IllegalStateException("nobody is " + key(left[0]));
        }
        if (--left[0] > 0) {
          find(context, left[0]);
        } else {
          done.countDown();
        }
        return Behaviors.same();
      });
    });
  }

  private void find(ActorContext<Receptionist.Listing> context, long number) {
    context.getSystem().receptionist().tell(Receptionist.find(key(number), context.getSelf()));
  }

  private ServiceKey<Hello> key(long number) {
    return keys.get((int) (number % keys.size()));
  }
}
