package understudy.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One side in a process of its own: warms up, measures, prints a line a sample, and halts.
///
/// Arguments: row, processes, operations, warm-up in milliseconds, measurement in milliseconds, and
/// the least number of measured repetitions; with [#BY_TURNS] for the warm-up it waits for a line,
/// repeats for a moment, prints the mean, and so on until there are no more. Lines: `sample`, the
/// value, for an operation the processor time in nanoseconds and the bytes allocated, and the share
/// of events that were lost, parted by tabs; `-` is none.
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

  /// In place of a time: not before it is told to, again and again.
  static final String BY_TURNS = "turns";

  /// A turn is as many repetitions as this, as processor time is told in hundredths of a second.
  private static final long TURN_NANOS = 300_000_000;

  private static final int MOST_REPETITIONS = 50;

  private Fork() {}

  /// Runs to the end and halts this JVM, whatever still runs in it.
  ///
  /// @param args as the class says
  /// @param side makes the benchmark
  public static void run(String[] args, Side side) {
    run(args, side, Audience.NONE);
  }

  /// Runs to the end and halts this JVM, whatever still runs in it.
  ///
  /// @param args as the class says
  /// @param side makes the benchmark
  /// @param audience who listens to it
  public static void run(String[] args, Side side, Audience audience) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      var load = new Load(Integer.parseInt(args[1]), Long.parseLong(args[2]));
      Benchmark benchmark = side.of(args[0], load);
      Watch watch = new Watch(audience);
      if (args[3].equals(BY_TURNS)) {
        takeTurns(benchmark, watch, out);
      } else {
        measure(
            benchmark,
            watch,
            Long.parseLong(args[3]),
            Long.parseLong(args[4]),
            Integer.parseInt(args[5]),
            out);
      }
      Runtime.getRuntime().halt(0);
    } catch (Throwable thrown) {
      thrown.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void takeTurns(Benchmark benchmark, Watch watch, PrintStream out)
      throws Exception {
    var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (told.readLine() != null) {
      long end = System.nanoTime() + TURN_NANOS;
      do {
        benchmark.rep(watch);
      } while (System.nanoTime() < end);
      print(watch.takeMean(), out);
    }
  }

  private static void measure(
      Benchmark benchmark,
      Watch watch,
      long warmMillis,
      long measureMillis,
      int least,
      PrintStream out)
      throws Exception {
    long warm = System.nanoTime() + warmMillis * 1_000_000;
    while (System.nanoTime() < warm) {
      benchmark.rep(watch);
    }
    watch.takeSamples();
    long end = System.nanoTime() + measureMillis * 1_000_000;
    for (int i = 0; i < least || (System.nanoTime() < end && i < MOST_REPETITIONS); i++) {
      benchmark.rep(watch);
      for (Watch.Sample sample : watch.takeSamples()) {
        print(sample, out);
      }
    }
  }

  private static void print(Watch.Sample sample, PrintStream out) {
    out.println(
        String.join(
            "\t",
            "sample",
            number(sample.value()),
            number(sample.cpu()),
            number(sample.bytes()),
            number(sample.lost())));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
