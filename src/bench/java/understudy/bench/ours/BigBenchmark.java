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

/// Everybody pings everybody else and answers every ping.
final class BigBenchmark implements Benchmark {
  record Everybody(List<Pid> all) {}

  record Ping(Pid from) {}

  record Pong() {}

  private static final class Member extends Worker {
    private final CountDownLatch done;
    private int waiting;

    Member(int others, CountDownLatch done) {
      this.waiting = others;
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      switch (message) {
        case Ping(Pid from) -> self.send(from, new Pong());
        case Pong _ -> {
          if (--waiting == 0) {
            done.countDown();
          }
        }
        case Everybody(List<Pid> all) -> {
          for (Pid other : all) {
            if (!other.equals(self.pid())) {
              self.send(other, new Ping(self.pid()));
            }
          }
        }
        default -> throw new IllegalArgumentException("not for big: " + message);
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  BigBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    int members = load.processes();
    var done = new CountDownLatch(members);
    List<Pid> pids = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      pids.add(vm.spawn(new Member(members - 1, done)));
    }
    var everybody = new Everybody(List.copyOf(pids));
    watch.start();
    pids.forEach(pid -> vm.send(pid, everybody));
    Live.await(done);
    watch.stop(2L * members * (members - 1));
    Live.clear(vm, pids);
  }
}
