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

/// Many send to one as fast as they can, 1,000 messages a turn.
final class FanInBenchmark implements Benchmark {
  private static final int PER_TURN = 1000;

  record Item(long number) {}

  private static final class Sender extends Worker {
    private final Pid receiver;
    private long left;

    Sender(Pid receiver, long left) {
      this.receiver = receiver;
      this.left = left;
    }

    @Override
    public void handle(Self self, Object message) {
      for (int i = 0; i < PER_TURN && left > 0; i++, left--) {
        self.send(receiver, new Item(left));
      }
      if (left > 0) {
        self.send(self.pid(), Live.MORE);
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  FanInBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    long each = Math.max(1, load.operations() / load.processes());
    long messages = each * load.processes();
    Pid receiver = vm.spawn(new Counter(messages, done));
    List<Pid> pids = new ArrayList<>();
    for (int i = 0; i < load.processes(); i++) {
      pids.add(vm.spawn(new Sender(receiver, each)));
    }
    watch.start();
    pids.forEach(sender -> vm.send(sender, Live.GO));
    Live.await(done);
    watch.stop(messages);
    pids.add(receiver);
    Live.clear(vm, pids);
  }
}
