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

/// One token goes round a ring of processes.
final class RingBenchmark implements Benchmark {
  record Next(Pid next) {}

  record Token(long hopsLeft) {}

  private static final class Member extends Worker {
    private final CountDownLatch done;
    private Pid next = Pid.NONE;

    Member(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      switch (message) {
        case Token(long left) when left > 0 -> self.send(next, new Token(left - 1));
        case Token _ -> done.countDown();
        case Next(Pid after) -> next = after;
        default -> throw new IllegalArgumentException("not for a ring: " + message);
      }
    }
  }

  private final Vm vm = Live.vm();
  private final Load load;

  RingBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    List<Pid> members = new ArrayList<>();
    for (int i = 0; i < load.processes(); i++) {
      members.add(vm.spawn(new Member(done)));
    }
    for (int i = 0; i < members.size(); i++) {
      vm.send(members.get(i), new Next(members.get((i + 1) % members.size())));
    }
    watch.start();
    vm.send(members.getFirst(), new Token(load.operations()));
    Live.await(done);
    watch.stop(load.operations());
    Live.clear(vm, members);
  }
}
