package understudy.bench.ours;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// One sends to many in turn, one message to each a turn; done when each has had all of its own.
final class FanOutBenchmark implements Benchmark {
  record Item(long round) {}

  private static final class Sender extends Worker {
    private final List<Pid> receivers;
    private long left;

    Sender(List<Pid> receivers, long rounds) {
      this.receivers = receivers;
      this.left = rounds;
    }

    @Override
    public void handle(Self self, Object message) {
      for (Pid receiver : receivers) {
        self.send(receiver, new Item(left));
      }
      if (--left > 0) {
        self.send(self.pid(), Live.MORE);
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  FanOutBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(load.processes());
    long rounds = Math.max(1, load.operations() / load.processes());
    List<Pid> pids = new ArrayList<>();
    for (int i = 0; i < load.processes(); i++) {
      pids.add(vm.spawn(new Counter(rounds, done)));
    }
    Pid sender = vm.spawn(new Sender(List.copyOf(pids), rounds));
    watch.start();
    vm.send(sender, Live.GO);
    Live.await(done);
    watch.stop(rounds * load.processes());
    pids.add(sender);
    Live.clear(vm, pids);
  }
}
