package understudy.bench;

import java.io.IOException;
import java.util.List;

/// Measures rows on all sides and prints the table. `src/bench/run` starts it.
public final class Bench {
  private static final int BAD_USAGE = 2;

  private final Options options;
  private final Forks forks;
  private final Results results = new Results();
  private final long begun = System.nanoTime();

  private Bench(Options options, Machine machine) {
    this.options = options;
    this.forks = new Forks(machine);
  }

  /// Runs what the arguments ask for; exits with 2 if they are wrong.
  ///
  /// @param args as `--help` says
  /// @throws IOException if a process cannot be started
  /// @throws InterruptedException if interrupted while a process runs
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> arguments = List.of(args);
    if (arguments.contains("--help")) {
      System.out.print(Options.usage());
      return;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(BAD_USAGE);
      return;
    }
    Machine machine = Machine.fromProperties();
    new Bench(options, machine).run(machine);
  }

  private void run(Machine machine) throws IOException, InterruptedException {
    for (int fork = 0; fork < options.effort().forks(); fork++) {
      for (Row row : options.rows()) {
        for (Side side : options.sides()) {
          measure(row, side, fork);
        }
      }
    }
    if (options.form() == Options.Form.TABLE) {
      System.out.println(machine.describe());
      System.out.println(options.effort().describe());
      System.out.println();
    }
    if (!options.rows().isEmpty()) {
      var report = new Report(results, options.sides().contains(Side.THREADS));
      System.out.print(
          switch (options.form()) {
            case TSV -> report.tsv();
            case MARKDOWN -> report.markdown();
            case TABLE -> report.table();
          });
    }
    for (Chapter chapter : options.chapters()) {
      List<List<String>> lines = chapter.measure(forks, options.effort());
      System.out.print(
          switch (options.form()) {
            case TSV -> Columns.tabbed(lines);
            case MARKDOWN -> Columns.markdown(lines);
            case TABLE -> Columns.aligned(lines);
          });
    }
  }

  private void measure(Row row, Side side, int fork) throws IOException, InterruptedException {
    Figures figures = results.at(row, side);
    if (!figures.isEmpty() && System.nanoTime() - begun > options.effort().limit().toNanos()) {
      return;
    }
    if (!row.sides().contains(side)) {
      return;
    }
    figures.add(
        forks.run(
            row, side, row.load(options.effort().quick(), side), options.effort(), List.of()));
    if (!figures.isEmpty()) {
      System.err.printf(
          "bench: %4d s  round %d  %-14s %-13s %s %s%n",
          (System.nanoTime() - begun) / 1_000_000_000,
          fork + 1,
          row.name(),
          side.label,
          Report.number(figures.value()),
          row.unit());
    }
  }
}
