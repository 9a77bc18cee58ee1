package understudy.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import understudy.bus.Detail;
import understudy.bus.EventBus;
import understudy.event.EventSink;
import understudy.event.ExitReason.Atom;
import understudy.event.Pid;
import understudy.runtime.Behaviour;
import understudy.runtime.Exit;
import understudy.runtime.Self;
import understudy.runtime.Vm;

/// What being watched costs: the same work on a live system with nobody watching, and with a bus at
/// each level of detail, as ratios.
///
/// Every measurement is a JVM of its own; rounds go through all of them in turn, so that a slow
/// quarter of an hour hits all alike. `WatchBench [rounds] [seconds] [work...]` prints the table;
/// `WatchBench one WORK WATCH SECONDS` is what a child runs.
public final class WatchBench {
  private static final int CAPACITY = 1 << 18;
  private static final int PAIRS = 1_000;
  private static final int LIVING = 1_000;

  private WatchBench() {}

  /// Who watches.
  enum Watcher {
    NONE,
    COUNTERS,
    LIFECYCLE,
    MESSAGES
  }

  /// What is done.
  enum Work {
    /// One pair, a message each that is its own name: a label costs nothing.
    PINGPONG,
    /// A thousand pairs at once.
    PAIRS,
    /// One pair, messages with a number in them: the label is the price of their `toString`.
    LABELS,
    /// A thousand processes, each of which spawns its successor and ends.
    SPAWN
  }

  private enum Ball {
    BALL
  }

  private record Numbered(int number) {}

  /// One run: operations done, and what they took.
  private record Result(long ops, double wallNanos, double cpuNanos, long dropped) {}

  /// Sends everything back.
  private static final class Player implements Behaviour {
    private final AtomicLong done;
    private final boolean numbered;
    private Pid other = Pid.NONE;
    private long returns;

    Player(AtomicLong done, boolean numbered) {
      this.done = done;
      this.numbered = numbered;
    }

    @Override
    public void start(Self self) {
      self.initialized();
    }

    @Override
    public void handle(Self self, Object message) {
      if (message instanceof Pid pid) {
        other = pid;
        return;
      }
      if (++returns % 256 == 0) {
        done.lazySet(returns);
      }
      self.send(other, numbered ? new Numbered((int) returns) : Ball.BALL);
    }

    @Override
    public String name() {
      return "player";
    }
  }

  /// Spawns the next and ends.
  private static final class Mayfly implements Behaviour {
    private final AtomicLong done;
    private final AtomicBoolean over;

    Mayfly(AtomicLong done, AtomicBoolean over) {
      this.done = done;
      this.over = over;
    }

    @Override
    public void start(Self self) {
      done.lazySet(done.get() + 1);
      if (!over.get()) {
        self.spawn(new Mayfly(done, over));
      }
      throw new Exit(Atom.NORMAL);
    }

    @Override
    public void handle(Self self, Object message) {}

    @Override
    public String name() {
      return "mayfly";
    }
  }

  private static void begin(Vm vm, Work work, List<AtomicLong> done, AtomicBoolean over) {
    switch (work) {
      case PINGPONG, LABELS -> pair(vm, work == Work.LABELS, done);
      case PAIRS -> {
        for (int i = 0; i < PAIRS; i++) {
          pair(vm, false, done);
        }
      }
      case SPAWN -> {
        for (int i = 0; i < LIVING; i++) {
          var counter = new AtomicLong();
          done.add(counter);
          vm.spawn(new Mayfly(counter, over));
        }
      }
    }
  }

  private static void pair(Vm vm, boolean numbered, List<AtomicLong> done) {
    var ones = new AtomicLong();
    var others = new AtomicLong();
    done.add(ones);
    done.add(others);
    Pid one = vm.spawn(new Player(ones, numbered));
    Pid other = vm.spawn(new Player(others, numbered));
    vm.send(one, other);
    vm.send(other, one);
    vm.send(one, Ball.BALL);
  }

  private static Result measure(Vm vm, Work work, long seconds) throws InterruptedException {
    List<AtomicLong> done = new ArrayList<>();
    var over = new AtomicBoolean();
    begin(vm, work, done, over);
    TimeUnit.SECONDS.sleep(seconds);
    long opsBefore = sum(done);
    long cpuBefore = cpuNanos();
    long before = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    long ops = sum(done) - opsBefore;
    long cpu = cpuNanos() - cpuBefore;
    long wall = System.nanoTime() - before;
    over.set(true);
    return new Result(ops, (double) wall / ops, (double) cpu / ops, 0);
  }

  private static long sum(List<AtomicLong> counters) {
    return counters.stream().mapToLong(AtomicLong::get).sum();
  }

  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof com.sun.management.OperatingSystemMXBean own) {
      return own.getProcessCpuTime();
    }
    throw new IllegalStateException("this JVM does not tell its processor time");
  }

  private static Result one(Work work, Watcher watch, long seconds) throws InterruptedException {
    if (watch == Watcher.NONE) {
      try (Vm vm = Vm.live(EventSink.NONE)) {
        return measure(vm, work, seconds);
      }
    }
    var detail =
        switch (watch) {
          case NONE, COUNTERS -> Detail.COUNTERS;
          case LIFECYCLE -> Detail.LIFECYCLE;
          case MESSAGES -> Detail.MESSAGES;
        };
    var heard = new AtomicLong();
    try (var bus = new EventBus(detail, CAPACITY, System::currentTimeMillis);
        Vm vm = Vm.live(bus)) {
      bus.subscribe(batch -> heard.addAndGet(batch.events().size()));
      bus.start();
      var end = new CountDownLatch(1);
      Thread reader = Thread.ofPlatform().daemon().start(() -> read(vm, end));
      var result = measure(vm, work, seconds);
      end.countDown();
      reader.join();
      long dropped = bus.stats().dropped();
      return new Result(result.ops(), result.wallNanos(), result.cpuNanos(), dropped);
    }
  }

  /// Asks for counters as a window does: ten times a second, those of a thousand processes.
  private static void read(Vm vm, CountDownLatch end) {
    var table = vm.table();
    long depths = 0;
    try {
      while (!end.await(100, TimeUnit.MILLISECONDS)) {
        int alive = table.alive();
        for (int pid = 1; pid <= Math.min(alive, 1_000); pid++) {
          depths += table.depth(new Pid(pid));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (depths == Long.MIN_VALUE) {
      throw new IllegalStateException("depths cannot sum up to " + depths);
    }
  }

  private static Result child(Work work, Watcher watch, long seconds)
      throws IOException, InterruptedException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            WatchBench.class.getName(),
            "one",
            work.name(),
            watch.name(),
            Long.toString(seconds));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("watch bench: " + work + " under " + watch + " failed: " + out);
    }
    String[] words = out.strip().split(" ", -1);
    return new Result(
        Long.parseLong(words[0]),
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Long.parseLong(words[3]));
  }

  private static void table(int rounds, long seconds, List<Work> works)
      throws IOException, InterruptedException {
    for (Work work : works) {
      Map<Watcher, List<Result>> results = new EnumMap<>(Watcher.class);
      for (int round = 0; round < rounds; round++) {
        for (Watcher watch : Watcher.values()) {
          results.computeIfAbsent(watch, _ -> new ArrayList<>()).add(child(work, watch, seconds));
        }
      }
      print(work, results);
    }
  }

  private static void print(Work work, Map<Watcher, List<Result>> results) {
    var unwatched = Objects.requireNonNull(results.get(Watcher.NONE));
    for (var entry : results.entrySet()) {
      var list = entry.getValue();
      System.out.printf(
          Locale.ROOT,
          "%-9s %-9s   wall %s   cpu %s   dropped %,d%n",
          work.name().toLowerCase(Locale.ROOT),
          entry.getKey().name().toLowerCase(Locale.ROOT),
          compared(list, unwatched, Result::wallNanos),
          compared(list, unwatched, Result::cpuNanos),
          list.stream().mapToLong(Result::dropped).sum());
    }
  }

  /// {@return the median, its ratio to that of nobody watching, and the ratio of the best runs, in
  /// which the least else went on}
  private static String compared(
      List<Result> watched, List<Result> unwatched, ToDoubleFunction<Result> figure) {
    double[] with = watched.stream().mapToDouble(figure).sorted().toArray();
    double[] without = unwatched.stream().mapToDouble(figure).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%8.1f ns %5.2fx (best runs %5.2fx)",
        median(with),
        median(with) / median(without),
        with[0] / without[0]);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// Prints the table, or measures once.
  ///
  /// @param args as told above
  /// @throws IOException if a child cannot be run
  /// @throws InterruptedException if interrupted
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 4 && args[0].equals("one")) {
      var result = one(Work.valueOf(args[1]), Watcher.valueOf(args[2]), Long.parseLong(args[3]));
      System.out.println(
          result.ops()
              + " "
              + result.wallNanos()
              + " "
              + result.cpuNanos()
              + " "
              + result.dropped());
      Runtime.getRuntime().halt(0); // Nothing that is still under way is of interest.
    }
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    long seconds = args.length > 1 ? Long.parseLong(args[1]) : 3;
    var works =
        args.length > 2
            ? Arrays.stream(args)
                .skip(2)
                .map(a -> Work.valueOf(a.toUpperCase(Locale.ROOT)))
                .toList()
            : List.of(Work.values());
    table(rounds, seconds, works);
  }
}
