package understudy.bench.threads;

import understudy.bench.Benchmark;
import understudy.bench.Fork;
import understudy.bench.Load;

/// Starts one benchmark of virtual threads in this JVM; arguments as for [Fork].
public final class ThreadsMain {
  private ThreadsMain() {}

  /// Runs the benchmark and halts.
  ///
  /// @param args as for [Fork]
  public static void main(String[] args) {
    Fork.run(args, ThreadsMain::of);
  }

  private static Benchmark of(String row, Load load) {
    throw new IllegalArgumentException("no benchmark '" + row + "' on this side of " + load);
  }
}
