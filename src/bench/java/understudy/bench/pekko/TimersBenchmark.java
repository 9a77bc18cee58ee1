package understudy.bench.pekko;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One actor sets as many timers as there are to be at a time, each for another time past a minute,
/// and then cancels them all, again and again.
final class TimersBenchmark implements Benchmark {
  private static final long MINUTE_MILLIS = 60_000;

  record More() {}

  private final Theatre theatre;
  private final Load load;

  TimersBenchmark(Theatre theatre, Load load) {
    this.theatre = theatre;
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long batches = Math.max(1, load.operations() / load.processes());
    watch.start();
    try (var _ =
        theatre.play(parent -> parent.spawnAnonymous(setter(batches, done)).tell(new More()))) {
      Theatre.await(done);
      watch.stop(batches * load.processes());
    }
  }

  private Behavior<More> setter(long batches, CountDownLatch done) {
    var timers = new Cancellable[load.processes()];
    long[] left = {batches};
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(more -> {
          for (int i = 0; i < timers.length; i++) {
            timers[i] =
                context.scheduleOnce(Duration.ofMillis(MINUTE_MILLIS + i), context.getSelf(), more);
          }
          for (Cancellable timer : timers) {
            if (!timer.cancel()) {
              throw new IllegalStateException("a timer was gone before its time");
            }
          }
          if (--left[0] > 0) {
            context.getSelf().tell(more);
          } else {
            done.countDown();
          }
          return Behaviors.same();
        }));
  }
}
