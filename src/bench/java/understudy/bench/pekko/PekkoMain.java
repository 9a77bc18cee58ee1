package understudy.bench.pekko;

import understudy.bench.Benchmark;
import understudy.bench.Fork;
import understudy.bench.Load;

/// Starts one benchmark of Pekko in this JVM; arguments as for [Fork].
///
/// The property `bench.throughput` is how many messages an actor may take a turn; without it the
/// dispatcher is Pekko's default.
public final class PekkoMain {
  private PekkoMain() {}

  /// Runs the benchmark and halts.
  ///
  /// @param args as for [Fork]
  public static void main(String[] args) {
    Fork.run(args, PekkoMain::of);
  }

  private static Benchmark of(String row, Load load) {
    var theatre = new Theatre(Integer.getInteger("bench.throughput", 0));
    return switch (row) {
      case "spawn" -> new SpawnBenchmark(theatre, load);
      case "memory" -> new MemoryBenchmark(theatre, load);
      case "pingpong" -> new PairsBenchmark(theatre, load, 1);
      case "pairs" -> new PairsBenchmark(theatre, load, 2);
      case "ring" -> new RingBenchmark(theatre, load);
      case "fanin" -> new FanInBenchmark(theatre, load);
      case "fanout" -> new FanOutBenchmark(theatre, load);
      case "skynet" -> new SkynetBenchmark(theatre, load);
      case "big" -> new BigBenchmark(theatre, load);
      case "call" -> new CallBenchmark(theatre, load, true);
      case "ask" -> new CallBenchmark(theatre, load, false);
      case "restart_p50" -> new RestartBenchmark(theatre, load);
      case "restart_rate" -> new RestartRateBenchmark(theatre, load);
      case "hog_spin_p99" -> HogBenchmark.spinning(theatre, load);
      case "hog_block_p99" -> HogBenchmark.blocking(theatre, load);
      case "names" -> new NamesBenchmark(theatre, load);
      case "timers" -> new TimersBenchmark(theatre, load);
      default -> throw new IllegalArgumentException("no benchmark '" + row + "' on this side");
    };
  }
}
