package understudy.bench.ours;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.runtime.Vm;
import understudy.viewmodel.Studio;

/// What a frame costs the application: to fold the events since the frame before, to lay out what
/// changed, to draw up the frame and to draw it, while 10,000 things a second change.
///
/// The value is the 99th percentile in milliseconds of processor time, of the two threads that do
/// it: the world's and the window's. JavaFX's rendering on a thread of its own is under way
/// meanwhile and not in it. Or it is the longest time for which collections stopped everything from
/// one frame to the next, in milliseconds of real time, or, with somebody at the process table,
/// what a frame costs then, or the 99th percentile of how long answers take, in milliseconds of
/// real time and from the first frame on. The changes are made by the frame, so that a machine busy
/// with other programs does not put those of several frames into one.
final class FrameBenchmark implements Benchmark {
  private static final int CAPACITY = 1 << 16;
  private static final int CHANGES_A_SECOND = 10_000;
  private static final long FRAME_NANOS = 16_666_667;
  private static final int WARM_FRAMES = 240;
  private static final boolean TOLD = Boolean.getBoolean("bench.frames.told");

  /// What is measured.
  enum Kind {
    /// What a frame costs.
    COST,
    /// The longest pause of the collector.
    PAUSE,
    /// What a frame costs while somebody reads the process table.
    TABLE,
    /// How long the process table takes to answer.
    ANSWER
  }

  private final Load load;
  private final Kind kind;

  FrameBenchmark(Load load, Kind kind) {
    this.load = load;
    this.kind = kind;
  }

  /// What one frame took, part by part, in nanoseconds of a processor.
  ///
  /// @param fold to take the events since the frame before
  /// @param frame to lay out what changed and draw up the frame
  /// @param draw to put it on the canvas
  /// @param pauses milliseconds for which collections stopped everything since the frame before;
  ///   not in the cost
  /// @param at when it was done, in milliseconds since this JVM began, as its logs tell time
  private record Cost(long fold, long frame, long draw, long pauses, long at) {
    double millis() {
      return (fold + frame + draw) / 1e6;
    }
  }

  @Override
  public void rep(Watch watch) throws Exception {
    var bus = new EventBus(Detail.LIFECYCLE, CAPACITY, System::currentTimeMillis);
    var studio = new Studio(System::nanoTime);
    bus.subscribe(batch -> studio.accept(batch.events()));
    Vm vm = Vm.live(bus);
    var unrest = new Unrest(vm, load.processes());
    bus.subscribe(batch -> unrest.hear(batch.events()));
    var screen = new Screen();
    var reader = new Reader();
    boolean reads = kind == Kind.TABLE || kind == Kind.ANSWER;
    long began = System.nanoTime();
    pump(bus);
    tell("folded the start in %,d ms".formatted((System.nanoTime() - began) / 1_000_000));
    screen.draw(studio.frame(screen.wish(), vm.table()));
    unrest.suspendSome();
    List<Cost> costs = new ArrayList<>();
    long due = System.nanoTime();
    long paused = pauses();
    for (int i = -WARM_FRAMES; i < load.operations(); i++) {
      unrest.stir((int) (CHANGES_A_SECOND * FRAME_NANOS / 1_000_000_000));
      LockSupport.parkNanos(due - System.nanoTime());
      due = Math.max(due + FRAME_NANOS, System.nanoTime());
      long start = Processor.nanos();
      pump(bus);
      long folded = Processor.nanos();
      var wish = reads ? reader.ask(screen.wish()) : screen.wish();
      var frame = studio.frame(wish, vm.table());
      long made = Processor.nanos();
      long draw = screen.draw(frame);
      long pausedNow = pauses();
      if (reads) {
        reader.look(frame);
      }
      if (i >= 0) {
        costs.add(new Cost(folded - start, made - folded, draw, pausedNow - paused, uptime()));
      }
      paused = pausedNow;
    }
    report(costs);
    if (reads) {
      tell("answers in ms: %s".formatted(reader.answers()));
    }
    watch.value(
        switch (kind) {
          case COST, TABLE -> quantile(costs.stream().map(Cost::millis).toList(), 0.99);
          case PAUSE -> costs.stream().mapToLong(Cost::pauses).max().orElse(0);
          case ANSWER -> quantile(reader.answers(), 0.99);
        });
  }

  private static void pump(EventBus bus) {
    while (bus.pump() > 0) {}
  }

  private void report(List<Cost> costs) {
    for (double share : new double[] {0.5, 0.99, 1}) {
      tell(
          "%,d processes, quantile %.2f: fold %.2f, frame %.2f, draw %.2f ms"
              .formatted(
                  load.processes(),
                  share,
                  quantile(costs.stream().map(cost -> cost.fold() / 1e6).toList(), share),
                  quantile(costs.stream().map(cost -> cost.frame() / 1e6).toList(), share),
                  quantile(costs.stream().map(cost -> cost.draw() / 1e6).toList(), share)));
    }
    costs.stream()
        .sorted(Comparator.comparingDouble(Cost::millis).reversed())
        .limit(costs.size() / 100 + 1)
        .forEach(each ->
            tell(
                "frame %d of %d: fold %.2f, frame %.2f, draw %.2f ms; paused %d ms; at %.3f s"
                    .formatted(
                        costs.indexOf(each),
                        costs.size(),
                        each.fold() / 1e6,
                        each.frame() / 1e6,
                        each.draw() / 1e6,
                        each.pauses(),
                        each.at() / 1e3)));
  }

  private static long pauses() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static long uptime() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }

  private static void tell(String line) {
    if (TOLD) {
      System.err.println(line);
    }
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }
}
