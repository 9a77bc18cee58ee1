package understudy.bench.ours;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.Pid;
import understudy.runtime.Vm;
import understudy.viewmodel.Studio;

/// How much throughput a live system loses to an open window: pairs play ping-pong without end, and
/// the window opens and closes by turns.
///
/// The value is the median share lost, in per cent, of a turn with the window beside the turns
/// without it before and after.
final class WindowCostBenchmark implements Benchmark {
  private static final int CAPACITY = 1 << 16;
  private static final long FRAME_NANOS = 16_666_667;
  private static final long TURN_NANOS = 1_000_000_000;

  private final Load load;

  WindowCostBenchmark(Load load) {
    this.load = load;
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var bus = new EventBus(Detail.LIFECYCLE, CAPACITY, System::currentTimeMillis);
    var studio = new Studio(System::nanoTime);
    bus.subscribe(batch -> studio.accept(batch.events()));
    Vm vm = Vm.live(bus);
    for (int i = 0; i < load.processes() / 2; i++) {
      Pid ponger = vm.spawn(new PairsBenchmark.Ponger());
      vm.send(vm.spawn(PairsBenchmark.endless(ponger)), Live.GO);
    }
    var screen = new Screen();
    var open = new AtomicBoolean();
    Thread.ofPlatform().daemon().start(() -> show(bus, studio, vm, screen, open));
    List<Double> lost = new ArrayList<>();
    double before = turn(vm, open, false);
    for (int i = -3; i < load.operations(); i++) {
      double with = turn(vm, open, true);
      double after = turn(vm, open, false);
      if (i >= 0) {
        lost.add(100 * (1 - with / ((before + after) / 2)));
      }
      before = after;
    }
    Collections.sort(lost);
    watch.value(Math.max(0, lost.get(lost.size() / 2)));
  }

  private static double turn(Vm vm, AtomicBoolean open, boolean with) {
    open.set(with);
    long start = System.nanoTime();
    long active = vm.activity();
    LockSupport.parkNanos(TURN_NANOS);
    while (System.nanoTime() - start < TURN_NANOS) {
      LockSupport.parkNanos(start + TURN_NANOS - System.nanoTime());
    }
    return (vm.activity() - active) / (double) (System.nanoTime() - start);
  }

  private static void show(EventBus bus, Studio studio, Vm vm, Screen screen, AtomicBoolean open) {
    try {
      while (true) {
        long start = System.nanoTime();
        if (open.get()) {
          bus.pump();
          screen.draw(studio.frame(screen.wish(), vm.table()));
        }
        LockSupport.parkNanos(start + FRAME_NANOS - System.nanoTime());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
