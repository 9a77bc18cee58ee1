package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.otp.GenServer;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// An event-driven process calls a supervised server inside its handler, 100 times a turn.
final class CallInsideBenchmark implements Benchmark {
  private static final int PER_TURN = 100;

  private static final class Client extends Worker {
    private final CountDownLatch done;
    private long left;

    Client(long left, CountDownLatch done) {
      this.left = left;
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      Pid server = CallBlockingBenchmark.echoes(self, 1).getFirst();
      for (int i = 0; i < PER_TURN && left > 0; i++, left--) {
        GenServer.call(self, server, left);
      }
      if (left > 0) {
        self.send(self.pid(), Live.MORE);
      } else {
        done.countDown();
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  CallInsideBenchmark(Load load) throws InterruptedException {
    this.load = load;
    CallBlockingBenchmark.superviseEchoes(vm, 1);
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int before = vm.table().alive();
    var done = new CountDownLatch(1);
    Pid client = vm.spawn(new Client(load.operations(), done));
    watch.start();
    vm.send(client, Live.GO);
    Live.await(done);
    watch.stop(load.operations());
    Live.killAndAwait(vm, List.of(client), before);
  }
}
