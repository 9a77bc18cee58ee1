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

/// An event-driven process calls a supervised, registered server, one call after another: it takes
/// nothing else until the answer is there, and no thread waits.
final class CallBenchmark implements Benchmark {
  private static final class Client extends Worker {
    private final int servers;
    private final CountDownLatch ready;
    private final CountDownLatch done;
    private List<Pid> echoes = List.of();
    private int at;
    private long left;

    Client(Load load, CountDownLatch ready, CountDownLatch done) {
      this.servers = load.processes();
      this.left = load.operations();
      this.ready = ready;
      this.done = done;
    }

    @Override
    public void start(Self self) {
      echoes = CallBlockingBenchmark.echoes(self, servers);
      ready.countDown();
    }

    @Override
    public void handle(Self self, Object message) {
      call(self);
    }

    private void call(Self self) {
      if (left-- == 0) {
        done.countDown();
        return;
      }
      Pid server = echoes.get(at);
      at = at + 1 == servers ? 0 : at + 1;
      GenServer.ask(self, server, left, GenServer.CALL_TIMEOUT, _ -> call(self));
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  CallBenchmark(Load load) throws InterruptedException {
    this.load = load;
    CallBlockingBenchmark.superviseEchoes(vm, load.processes());
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int before = vm.table().alive();
    var ready = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Pid client = vm.spawn(new Client(load, ready, done));
    Live.await(ready);
    watch.start();
    vm.send(client, Live.GO);
    Live.await(done);
    watch.stop(load.operations());
    Live.killAndAwait(vm, List.of(client), before);
  }
}
