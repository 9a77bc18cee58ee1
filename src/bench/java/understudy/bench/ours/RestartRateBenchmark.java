package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import understudy.bench.Benchmark;
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
import understudy.runtime.Vm;

/// Every child of one supervisor crashes as soon as it runs, until all restarts have been.
final class RestartRateBenchmark implements Benchmark {
  record Crash() {}

  private static final class Child extends GenServer<Integer> {
    private final AtomicLong left;
    private final CountDownLatch done;

    Child(AtomicLong left, CountDownLatch done) {
      this.left = left;
      this.done = done;
    }

    @Override
    protected Init<Integer> init() {
      long now = left.decrementAndGet();
      if (now > 0) {
        GenServer.cast(self(), self().pid(), new Crash());
      } else if (now == 0) {
        done.countDown();
      }
      return Init.ok(0);
    }

    @Override
    protected Outcome<Integer> handleCast(Object request, Integer state) {
      throw new IllegalStateException("boom");
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  RestartRateBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var left = new AtomicLong(load.operations() + load.processes());
    var done = new CountDownLatch(1);
    List<ChildSpec> specs =
        IntStream.range(0, load.processes())
            .mapToObj(i ->
                ChildSpec.worker(
                    "child-" + i, () -> GenServer.process(() -> new Child(left, done))))
            .toList();
    watch.start();
    Pid supervisor =
        vm.spawn(
            Supervisor.process(
                SupervisorFlags.of(Strategy.ONE_FOR_ONE).tolerating(10_000_000, 1), specs));
    Live.await(done);
    watch.stopRate(load.operations());
    Live.clear(vm, List.of(supervisor));
  }
}
