package understudy.bench.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;

/// One thread sets as many timers as there are to be at a time, each for another time past a
/// minute, and then cancels them all, again and again.
final class TimersBenchmark implements Benchmark {
  private static final long MINUTE_MILLIS = 60_000;

  private final Load load;
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);

  TimersBenchmark(Load load) {
    this.load = load;
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long batches = Math.max(1, load.operations() / load.processes());
    watch.start();
    Mailbox.start(own -> {
      for (long left = batches; left > 0; left--) {
        setAndCancel(own);
      }
      done.countDown();
    });
    Mailbox.await(done);
    watch.stop(batches * load.processes());
  }

  private void setAndCancel(Mailbox own) {
    var timers = new ScheduledFuture<?>[load.processes()];
    for (int i = 0; i < timers.length; i++) {
      timers[i] = clock.schedule(() -> own.send("ring"), MINUTE_MILLIS + i, TimeUnit.MILLISECONDS);
    }
    for (ScheduledFuture<?> timer : timers) {
      if (!timer.cancel(false)) {
        throw new IllegalStateException("a timer was gone before its time");
      }
    }
  }
}
