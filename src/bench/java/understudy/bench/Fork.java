package understudy.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One side in a process of its own: warms up, measures, prints a line a sample, and halts.
///
/// Arguments: row, processes, operations, warm-up in milliseconds, measurement in milliseconds, and
/// the least number of measured repetitions. Lines: `sample`, the value, and for an operation the
/// processor time in nanoseconds and the bytes allocated, parted by tabs; `-` is none.
public final class Fork {
  /// Makes the benchmark of a row.
  @FunctionalInterface
  public interface Side {
    /// {@return the benchmark of `row`}
    ///
    /// @param row its name
    /// @param load how much it does
    /// @throws Exception if it cannot be prepared
    Benchmark of(String row, Load load) throws Exception;
  }

  private static final int MOST_REPETITIONS = 50;

  private Fork() {}

  /// Runs to the end and halts this JVM, whatever still runs in it.
  ///
  /// @param args as the class says
  /// @param side makes the benchmark
  public static void run(String[] args, Side side) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      var load = new Load(Integer.parseInt(args[1]), Long.parseLong(args[2]));
      measure(
          side.of(args[0], load),
          Long.parseLong(args[3]),
          Long.parseLong(args[4]),
          Integer.parseInt(args[5]),
          out);
      Runtime.getRuntime().halt(0);
    } catch (Throwable thrown) {
      thrown.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void measure(
      Benchmark benchmark, long warmMillis, long measureMillis, int least, PrintStream out)
      throws Exception {
    Watch watch = new Watch();
    long warm = System.nanoTime() + warmMillis * 1_000_000;
    while (System.nanoTime() < warm) {
      benchmark.rep(watch);
    }
    watch.takeSamples();
    long end = System.nanoTime() + measureMillis * 1_000_000;
    for (int i = 0; i < least || (System.nanoTime() < end && i < MOST_REPETITIONS); i++) {
      benchmark.rep(watch);
      for (Watch.Sample sample : watch.takeSamples()) {
        out.println(
            String.join(
                "\t",
                "sample",
                number(sample.value()),
                number(sample.cpu()),
                number(sample.bytes())));
      }
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
