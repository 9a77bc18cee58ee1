package understudy.bench.ours;

import understudy.bench.Benchmark;
import understudy.bench.Fork;
import understudy.bench.Load;

/// Starts one benchmark of the live runtime in this JVM; arguments as for [Fork].
public final class OursMain {
  private OursMain() {}

  /// Runs the benchmark and halts.
  ///
  /// @param args as for [Fork]
  public static void main(String[] args) {
    Fork.run(args, OursMain::of, Observers.AUDIENCE);
  }

  private static Benchmark of(String row, Load load) throws Exception {
    return switch (row) {
      case "spawn" -> new SpawnBenchmark(load);
      case "memory" -> new MemoryBenchmark(load);
      case "pingpong" -> new PairsBenchmark(load, 1);
      case "pairs" -> new PairsBenchmark(load, 2);
      case "ring" -> new RingBenchmark(load);
      case "fanin" -> new FanInBenchmark(load);
      case "fanout" -> new FanOutBenchmark(load);
      case "skynet" -> new SkynetBenchmark(load);
      case "big" -> new BigBenchmark(load);
      case "call" -> new CallBenchmark(load);
      case "call_blocking" -> new CallBlockingBenchmark(load);
      case "call_inside" -> new CallInsideBenchmark(load);
      case "restart_p50" -> new RestartBenchmark(load);
      case "restart_rate" -> new RestartRateBenchmark(load);
      case "hog_spin_p99" -> HogBenchmark.spinning(load);
      case "hog_block_p99" -> HogBenchmark.blocking(load);
      case "names" -> new NamesBenchmark(load);
      case "timers" -> new TimersBenchmark(load);
      case "tree_start" -> new TreeBenchmark(load, TreeBenchmark.Kind.START);
      case "tree_heap" -> new TreeBenchmark(load, TreeBenchmark.Kind.HEAP);
      case "tree_restart" -> new TreeBenchmark(load, TreeBenchmark.Kind.RESTART);
      case "dynamic_start" -> new DynamicBenchmark(load, DynamicBenchmark.Kind.START);
      case "dynamic_restart" -> new DynamicBenchmark(load, DynamicBenchmark.Kind.RESTART);
      case "dynamic_stop" -> new DynamicBenchmark(load, DynamicBenchmark.Kind.STOP);
      case "frame_p99_ms" -> new FrameBenchmark(load, FrameBenchmark.Kind.COST);
      case "table_frame_p99_ms" -> new FrameBenchmark(load, FrameBenchmark.Kind.TABLE);
      case "table_answer_p99_ms" -> new FrameBenchmark(load, FrameBenchmark.Kind.ANSWER);
      case "frame_gc_pause_max" -> new FrameBenchmark(load, FrameBenchmark.Kind.PAUSE);
      case "recording_write" -> new RecordingBenchmark(load, RecordingBenchmark.Kind.WRITE);
      case "recording_loss" -> new LossBenchmark(load);
      case "recording_open" -> new RecordingBenchmark(load, RecordingBenchmark.Kind.OPEN);
      case "recording_seek" -> new RecordingBenchmark(load, RecordingBenchmark.Kind.SEEK);
      case "window_cost" -> new WindowCostBenchmark(load);
      default -> throw new IllegalArgumentException("no benchmark '" + row + "' on this side");
    };
  }
}
