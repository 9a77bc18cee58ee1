package understudy.bench.ours;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// One process looks up the names of many others, 1,000 names a turn.
final class NamesBenchmark implements Benchmark {
  private static final int PER_TURN = 1000;

  private static final class Named extends Worker {
    private final String registered;
    private final CountDownLatch ready;

    Named(String registered, CountDownLatch ready) {
      this.registered = registered;
      this.ready = ready;
    }

    @Override
    public void start(Self self) {
      self.register(registered);
      ready.countDown();
    }

    @Override
    public void handle(Self self, Object message) {}
  }

  private static final class Seeker extends Worker {
    private final List<String> names;
    private final CountDownLatch done;
    private long left;
    private int at;

    Seeker(List<String> names, long lookups, CountDownLatch done) {
      this.names = names;
      this.left = lookups;
      this.done = done;
    }

    @Override
    public void handle(Self self, Object message) {
      for (int i = 0; i < PER_TURN && left > 0; i++, left--) {
        String name = names.get(at);
        at = at + 1 == names.size() ? 0 : at + 1;
        if (self.whereis(name).isEmpty()) {
          throw new IllegalStateException("nobody is '" + name + "'");
        }
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
  private final List<String> names;

  NamesBenchmark(Load load) throws InterruptedException {
    this.load = load;
    this.names = IntStream.range(0, load.processes()).mapToObj(i -> "name-" + i).toList();
    var ready = new CountDownLatch(load.processes());
    names.forEach(name -> vm.spawn(new Named(name, ready)));
    Live.await(ready);
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var done = new CountDownLatch(1);
    Pid seeker = vm.spawn(new Seeker(names, load.operations(), done));
    watch.start();
    vm.send(seeker, Live.GO);
    Live.await(done);
    watch.stop(load.operations());
    Live.killAndAwait(vm, List.of(seeker), load.processes());
  }
}
