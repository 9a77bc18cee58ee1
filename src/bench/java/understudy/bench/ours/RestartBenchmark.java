package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import understudy.bench.Benchmark;
import understudy.bench.Latencies;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.otp.ChildSpec;
import understudy.otp.GenServer;
import understudy.otp.Init;
import understudy.otp.Outcome;
import understudy.otp.Strategy;
import understudy.otp.Supervisor;
import understudy.otp.SupervisorFlags;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// Children of one supervisor crash one after the other; the time from just before the throw to the
/// end of the next one's init.
final class RestartBenchmark implements Benchmark {
  private static final String DRIVER = "driver";

  record Crash() {}

  record Born() {}

  /// One run's shared notes.
  private static final class Notes {
    final AtomicLong thrownAt = new AtomicLong();
    final Latencies latencies = new Latencies();
  }

  private static final class Child extends GenServer<Integer> {
    private final Notes notes;

    Child(Notes notes) {
      this.notes = notes;
    }

    @Override
    protected Init<Integer> init() {
      long thrown = notes.thrownAt.get();
      if (thrown != 0) {
        notes.latencies.add(System.nanoTime() - thrown);
        self().send(DRIVER, new Born());
      }
      return Init.ok(0);
    }

    @Override
    protected Outcome<Integer> handleCast(Object request, Integer state) {
      notes.thrownAt.set(System.nanoTime());
      throw new IllegalStateException("boom");
    }
  }

  private static final class Driver extends Worker {
    private final int children;
    private final CountDownLatch done;
    private long left;

    Driver(int children, long crashes, CountDownLatch done) {
      this.children = children;
      this.left = crashes;
      this.done = done;
    }

    @Override
    public void start(Self self) {
      self.register(DRIVER);
    }

    @Override
    public void handle(Self self, Object message) {
      if (left-- > 0) {
        GenServer.cast(self, nameOf((int) (left % children)), new Crash());
      } else {
        done.countDown();
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  RestartBenchmark(Load load) {
    this.load = load;
  }

  private static String nameOf(int child) {
    return "child-" + child;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var notes = new Notes();
    var done = new CountDownLatch(1);
    List<ChildSpec> specs =
        IntStream.range(0, load.processes())
            .mapToObj(i ->
                ChildSpec.worker(
                    nameOf(i), () -> GenServer.process(nameOf(i), () -> new Child(notes))))
            .toList();
    Pid supervisor =
        vm.spawn(
            Supervisor.process(
                SupervisorFlags.of(Strategy.ONE_FOR_ONE).tolerating(1_000_000, 1), specs));
    while (vm.whereis(nameOf(load.processes() - 1)).isEmpty() || !vm.isIdle()) {
      Thread.onSpinWait();
    }
    Pid driver = vm.spawn(new Driver(load.processes(), load.operations(), done));
    vm.send(driver, Live.GO);
    Live.await(done);
    watch.value(notes.latencies.quantile(0.5));
    Live.clear(vm, List.of(driver, supervisor));
  }
}
