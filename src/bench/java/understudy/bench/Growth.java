package understudy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The cost of one operation, at a thousand processes and up to a million.
final class Growth {
  private static final List<Integer> SIZES = List.of(1000, 10_000, 100_000, 1_000_000);

  /// A row, and how many operations it does with so many processes.
  ///
  /// @param most the largest size that it makes sense for
  /// @param leastOperations operations at any size
  /// @param perProcess operations a process at the least
  private record Line(String name, String unit, int most, long leastOperations, long perProcess) {
    Load load(int size) {
      return new Load(size, Math.max(leastOperations, perProcess * size));
    }
  }

  private static final int ALL = 1_000_000;
  private static final int LARGE = 100_000;

  private static final List<Line> LINES =
      List.of(
          new Line("spawn", "ns", ALL, 0, 0),
          new Line("memory", "bytes", ALL, 0, 0),
          new Line("pairs", "ns", ALL, 2_000_000, 4),
          new Line("ring", "ns", ALL, 1_000_000, 2),
          new Line("fanin", "ns", ALL, 2_000_000, 2),
          new Line("fanout", "ns", ALL, 2_000_000, 2),
          new Line("skynet", "ns", ALL, 0, 0),
          new Line("big", "ns", 1000, 0, 0),
          new Line("call", "ns", ALL, 100_000, 0),
          new Line("restart_p50", "ns", ALL, 10_000, 0),
          new Line("restart_rate", "1/s", ALL, 50_000, 0),
          new Line("hog_block_p99", "ns", 10_000, 2000, 0),
          new Line("names", "ns", ALL, 1_000_000, 0),
          new Line("timers", "ns", ALL, 1_000_000, 1),
          new Line("tree_start", "ns", ALL, 0, 0),
          new Line("tree_heap", "bytes", ALL, 0, 0),
          new Line("tree_restart", "ns", ALL, 5000, 0),
          new Line("dynamic_start", "ns", ALL, 0, 0),
          new Line("dynamic_restart", "ns", ALL, 10_000, 0),
          new Line("dynamic_stop", "ns", ALL, 0, 0));

  private final Forks forks;
  private final Effort effort;

  Growth(Forks forks, Effort effort) {
    this.forks = forks;
    this.effort = effort;
  }

  List<List<String>> measure() throws IOException, InterruptedException {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("benchmark", "unit", "10"));
    SIZES.forEach(size -> header.add("%,d".formatted(size)));
    lines.add(header);
    for (Line line : LINES) {
      List<String> cells = new ArrayList<>(List.of(line.name(), line.unit(), measured(line, 10)));
      for (int size : SIZES) {
        cells.add(size <= line.most() ? measured(line, size) : "");
      }
      lines.add(cells);
      System.err.println("bench: " + String.join("  ", cells));
    }
    return lines;
  }

  private String measured(Line line, int size) throws IOException, InterruptedException {
    boolean once = line.unit().equals("bytes") || line.name().startsWith("hog");
    Row row = Row.of(line.name(), line.unit(), once);
    Figures figures = new Figures();
    figures.add(forks.run(row, Side.OURS, line.load(size), effort(size), List.of()));
    return figures.isEmpty() ? "failed" : Report.number(figures.value());
  }

  /// A large load is warm by the time it has been done once.
  private Effort effort(int size) {
    return size < LARGE ? effort : effort.withRepetitions(1);
  }
}
