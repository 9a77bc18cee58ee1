package understudy.bench.ours;

import java.util.List;
import understudy.bench.Benchmark;
import understudy.bench.Heap;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.event.Pid;
import understudy.runtime.Vm;

/// Many generic servers under a tree of supervisors: the time to start them, their heap, or the
/// time to restart one of them.
final class TreeBenchmark implements Benchmark {
  /// What is measured.
  enum Kind {
    START,
    HEAP,
    RESTART
  }

  private static final String VICTIM = "victim";

  private final Vm vm = Live.vm();
  private final Load load;
  private final Kind kind;

  TreeBenchmark(Load load, Kind kind) {
    this.load = load;
    this.kind = kind;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    long before = kind == Kind.HEAP ? Heap.afterCollection() : 0;
    var notes = new Tree.Notes(load.processes());
    watch.start();
    Pid top = Tree.plant(vm, load.processes(), VICTIM, notes);
    notes.awaitAll();
    switch (kind) {
      case START -> watch.stop(load.processes());
      case HEAP -> watch.value((double) (Heap.afterCollection() - before) / load.processes());
      case RESTART -> {
        Tree.crash(vm, VICTIM, load.operations(), notes);
        watch.value(notes.latencies.quantile(0.5));
      }
    }
    Live.clear(vm, List.of(top));
  }
}
