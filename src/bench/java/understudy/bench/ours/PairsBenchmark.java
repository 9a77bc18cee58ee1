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

/// Pairs that send one message back and forth, each on its own.
final class PairsBenchmark implements Benchmark {
  record Ping(Pid from) {}

  record Pong() {}

  static final class Ponger extends Worker {
    @Override
    public void handle(Self self, Object message) {
      if (message instanceof Ping(Pid from)) {
        self.send(from, new Pong());
      }
    }
  }

  private static final class Pinger extends Worker {
    private final Pid ponger;
    private final CountDownLatch done;
    private long left;

    Pinger(Pid ponger, long rounds, CountDownLatch done) {
      this.ponger = ponger;
      this.left = rounds;
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      if (left-- > 0) {
        self.send(ponger, new Ping(self.pid()));
      } else {
        done.countDown();
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;
  private final int operationsPerRound;

  /// A benchmark of `load.processes() / 2` pairs.
  PairsBenchmark(Load load, int operationsPerRound) {
    this.load = load;
    this.operationsPerRound = operationsPerRound;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int pairs = Math.max(1, load.processes() / 2);
    long rounds = Math.max(1, load.operations() / operationsPerRound / pairs);
    var done = new CountDownLatch(pairs);
    List<Pid> pingers = new ArrayList<>();
    List<Pid> pongers = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Pid ponger = vm.spawn(new Ponger());
      pongers.add(ponger);
      pingers.add(vm.spawn(new Pinger(ponger, rounds, done)));
    }
    watch.start();
    pingers.forEach(pinger -> vm.send(pinger, Live.GO));
    Live.await(done);
    watch.stop(rounds * pairs * operationsPerRound);
    pingers.addAll(pongers);
    Live.clear(vm, pingers);
  }
}
