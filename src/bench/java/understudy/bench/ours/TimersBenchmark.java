package understudy.bench.ours;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// One process sets as many timers as there are to be at a time, each for another time past a
/// minute, and then cancels them all, again and again.
final class TimersBenchmark implements Benchmark {
  private static final long MINUTE_MILLIS = 60_000;

  record Ring() {}

  private static final class Setter extends Worker {
    private final long[] timers;
    private final CountDownLatch done;
    private long left;

    Setter(int timers, long left, CountDownLatch done) {
      this.timers = new long[timers];
      this.left = left;
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      for (int i = 0; i < timers.length; i++) {
        timers[i] = self.sendAfter(Duration.ofMillis(MINUTE_MILLIS + i), self.pid(), new Ring());
      }
      for (long timer : timers) {
        if (self.cancelTimer(timer).isEmpty()) {
          throw new IllegalStateException("timer " + timer + " was gone before its time");
        }
      }
      left -= timers.length;
      if (left > 0) {
        self.send(self.pid(), Live.MORE);
      } else {
        done.countDown();
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  TimersBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long batches = Math.max(1, load.operations() / load.processes());
    Pid setter = vm.spawn(new Setter(load.processes(), batches * load.processes(), done));
    watch.start();
    vm.send(setter, Live.GO);
    Live.await(done);
    watch.stop(batches * load.processes());
    Live.clear(vm, List.of(setter));
  }
}
