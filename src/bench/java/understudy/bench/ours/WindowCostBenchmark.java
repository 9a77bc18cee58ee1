package understudy.bench.ours;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import understudy.bench.Benchmark;
import understudy.bench.Load;
import understudy.bench.Watch;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.Pid;
import understudy.runtime.Self;
import understudy.runtime.Vm;
import understudy.viewmodel.Studio;

/// How much throughput a live system loses to an open window: pairs play ping-pong without end, and
/// the window opens and closes by turns.
///
/// The value is the median share lost, in per cent, of a turn with the window beside the turns
/// without it before and after. Told besides: the share that follows from processor time alone, so
/// what the window takes of all processors and how much less the runtime does with what it gets;
/// other programs on the machine disturb it less. The virtual machine's own threads, which compile
/// and collect, count for the window as far as they take more beside it.
///
/// A window that is drawn eight times a second has its code compiled for minutes. As with every
/// benchmark that is over before the first turn: so many pictures are drawn beside the pairs, as
/// fast as they come. `-Dbench.window.pictures=0` measures a window that was opened just now.
final class WindowCostBenchmark implements Benchmark {
  private static final int CAPACITY = 1 << 16;
  private static final long TURN_NANOS = 2_000_000_000;
  private static final int WARM_TURNS = 6;
  private static final int WARM_PICTURES = Integer.getInteger("bench.window.pictures", 10_000);

  /// How long the application's own loop rests between two looks at the world.
  private static final long REST_NANOS = 8_000_000;

  private static final boolean TOLD = Boolean.getBoolean("bench.frames.told");

  private final EventBus bus = new EventBus(Detail.LIFECYCLE, CAPACITY, System::currentTimeMillis);
  private final Studio studio = new Studio(System::nanoTime);
  private final Vm vm = Vm.live(bus);
  private final Load load;
  private final List<Pinger> pingers = new ArrayList<>();
  private volatile boolean open;
  private final AtomicLong frames = new AtomicLong();

  /// Plays without end, and can be asked how often.
  private static final class Pinger extends Worker {
    private final Pid ponger;
    private final AtomicLong rounds = new AtomicLong();

    Pinger(Pid ponger) {
      this.ponger = ponger;
    }

    @Override
    public void handle(Self self, Object message) {
      rounds.setOpaque(rounds.getPlain() + 1);
      self.send(ponger, new PairsBenchmark.Ping(self.pid()));
    }
  }

  /// What happened in one turn.
  ///
  /// @param rounds from ping to pong
  /// @param nanos how long it took
  /// @param played processor time of the runtime's threads
  /// @param shown processor time of the window's threads
  /// @param machine processor time of the virtual machine's own threads
  private record Turn(double rounds, double nanos, double played, double shown, double machine) {
    double lost(Turn before, Turn after) {
      return 100 * (1 - rate() / ((before.rate() + after.rate()) / 2));
    }

    double rate() {
      return rounds / nanos;
    }

    double lostByProcessor(Turn before, Turn after) {
      double worth = (before.rounds + after.rounds) / (before.played + after.played);
      double more = machine - (before.machine + after.machine) / 2;
      double taken = (shown + more) / nanos / Runtime.getRuntime().availableProcessors();
      return 100 * (1 - rounds / played / worth * (1 - taken));
    }
  }

  WindowCostBenchmark(Load load) {
    this.load = load;
    bus.subscribe(batch -> studio.accept(batch.events()));
  }

  @Override
  public void rep(Watch watch) throws Exception {
    for (int i = 0; i < load.processes() / 2; i++) {
      var pinger = new Pinger(vm.spawn(new PairsBenchmark.Ponger()));
      pingers.add(pinger);
      vm.send(vm.spawn(pinger), Live.GO);
    }
    var screen = new Screen();
    for (int i = 0; i < WARM_PICTURES; i++) {
      bus.pump();
      screen.draw(studio.frame(screen.wish(), vm.table()));
    }
    Thread.ofPlatform().daemon().name("world").start(() -> show(screen));
    List<Double> lost = new ArrayList<>();
    List<Double> lostByProcessor = new ArrayList<>();
    Turn before = turn(screen, false);
    for (int i = -WARM_TURNS; i < load.operations(); i++) {
      Turn with = turn(screen, true);
      Turn after = turn(screen, false);
      if (i >= 0) {
        lost.add(with.lost(before, after));
        lostByProcessor.add(with.lostByProcessor(before, after));
      }
      before = after;
    }
    if (TOLD) {
      System.err.printf("lost by processor time: %.1f %%%n", median(lostByProcessor));
    }
    watch.value(Math.max(0, median(lost)));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private long rounds() {
    return pingers.stream().mapToLong(each -> each.rounds.getOpaque()).sum();
  }

  private Turn turn(Screen screen, boolean with) throws InterruptedException {
    open = with;
    screen.open(with);
    long shown = frames.get();
    long all = Processor.ofAll();
    var cpu = Processor.byThread();
    long start = System.nanoTime();
    long played = rounds();
    while (System.nanoTime() - start < TURN_NANOS) {
      LockSupport.parkNanos(start + TURN_NANOS - System.nanoTime());
    }
    long nanos = System.nanoTime() - start;
    var spent = Processor.since(cpu);
    double machine = Processor.ofAll() - all;
    double workers = 0;
    double window = 0;
    for (var each : spent.entrySet()) {
      if (each.getKey().startsWith("understudy-")) {
        workers += each.getValue();
      } else {
        window += each.getValue();
      }
      machine -= each.getValue();
    }
    var turn = new Turn(rounds() - played, nanos, workers, window, machine);
    tell(turn, frames.get() - shown, spent);
    return turn;
  }

  /// Does what the application's own thread does.
  private void show(Screen screen) {
    while (true) {
      if (open) {
        bus.pump();
        if (screen.wants()) {
          screen.publish(studio.frame(screen.wish(), vm.table()));
          frames.incrementAndGet();
        }
      }
      LockSupport.parkNanos(REST_NANOS);
    }
  }

  private static void tell(Turn turn, long shown, Map<String, Long> cpu) {
    if (TOLD) {
      System.err.printf(
          "%.2f rounds a us, %d frames; processor time in ms: virtual machine %.0f, %s%n",
          turn.rate() * 1000,
          shown,
          turn.machine() / 1e6,
          cpu.entrySet().stream()
              .filter(each -> each.getValue() > 1_000_000)
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .map(each ->
                  String.format(Locale.ROOT, "%s %.0f", each.getKey(), each.getValue() / 1e6))
              .collect(Collectors.joining(", ")));
    }
  }
}
