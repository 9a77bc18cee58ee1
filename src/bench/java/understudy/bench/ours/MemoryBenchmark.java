package understudy.bench.ours;

import java.util.List;
import understudy.bench.Benchmark;
import understudy.bench.Heap;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// What an idle process costs: heap after collection with all alive, less heap before. Each has
/// taken a message.
final class MemoryBenchmark implements Benchmark {
  private static final class Idle extends Worker {
    @Override
    public void handle(Self self, Object message) {}
  }

  private final Vm vm = Live.vm();
  private final Load load;

  MemoryBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) {
    var pids = new Pid[load.processes()];
    long before = Heap.afterCollection();
    for (int i = 0; i < load.processes(); i++) {
      Pid pid = vm.spawn(new Idle());
      vm.send(pid, Live.GO);
      pids[i] = pid;
    }
    while (!vm.isIdle()) {
      Thread.onSpinWait();
    }
    long after = Heap.afterCollection();
    watch.value((double) (after - before) / load.processes());
    Live.clear(vm, List.of(pids));
  }
}
