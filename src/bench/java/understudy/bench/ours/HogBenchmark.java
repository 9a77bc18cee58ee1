package understudy.bench.ours;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import understudy.bench.Benchmark;
import understudy.bench.HogWindow;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// A pair that plays ping-pong while other processes spin for ever, or block 100 ms a message.
final class HogBenchmark implements Benchmark {
  private static final long BLOCK_MILLIS = 100;

  record Ping(Pid from) {}

  record Pong() {}

  private static final class Spinner extends Worker {
    private final AtomicLong spun;
    private final CountDownLatch begun;

    Spinner(AtomicLong spun, CountDownLatch begun) {
      this.spun = spun;
      this.begun = begun;
    }

    @Override
    public void handle(Self self, Object message) {
      begun.countDown();
      for (long i = 0; spun.getOpaque() >= 0; i++) {
        if (i == Long.MAX_VALUE) {
          spun.setOpaque(i);
        }
      }
    }
  }

  private static final class Blocker extends Worker {
    private final CountDownLatch begun;

    Blocker(CountDownLatch begun) {
      this.begun = begun;
    }

    @Override
    public void handle(Self self, Object message) throws InterruptedException {
      begun.countDown();
      Thread.sleep(BLOCK_MILLIS);
      self.send(self.pid(), Live.MORE);
    }
  }

  private static final class Ponger extends Worker {
    @Override
    public void handle(Self self, Object message) {
      if (message instanceof Ping(Pid from)) {
        self.send(from, new Pong());
      }
    }
  }

  private static final class Pinger extends Worker {
    private final Pid ponger;
    private final HogWindow window;

    Pinger(Pid ponger, HogWindow window) {
      this.ponger = ponger;
      this.window = window;
    }

    @Override
    public void handle(Self self, Object message) {
      if (message instanceof Pong) {
        window.answered();
      }
      if (window.asks()) {
        self.send(ponger, new Ping(self.pid()));
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;
  private final CountDownLatch begun;
  private final Supplier<Behaviour> hog;

  private HogBenchmark(Load load, CountDownLatch begun, Supplier<Behaviour> hog) {
    this.load = load;
    this.begun = begun;
    this.hog = hog;
  }

  static HogBenchmark spinning(Load load) {
    var spun = new AtomicLong();
    var begun = new CountDownLatch(load.processes());
    return new HogBenchmark(load, begun, () -> new Spinner(spun, begun));
  }

  static HogBenchmark blocking(Load load) {
    var begun = new CountDownLatch(load.processes());
    return new HogBenchmark(load, begun, () -> new Blocker(begun));
  }

  /// Once a JVM: the hogs cannot be asked to stop.
  @Override
  public void rep(Watch watch) throws Exception {
    Pid ponger = vm.spawn(new Ponger());
    play(ponger);
    for (int i = 0; i < load.processes(); i++) {
      vm.send(vm.spawn(hog.get()), Live.GO);
    }
    if (!begun.await(HogWindow.SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
      System.err.println(begun.getCount() + " hogs have not begun");
    }
    watch.value(play(ponger).p99());
  }

  private HogWindow play(Pid ponger) throws InterruptedException {
    var window = new HogWindow(load.operations());
    vm.send(vm.spawn(new Pinger(ponger, window)), Live.GO);
    window.await();
    return window;
  }
}
