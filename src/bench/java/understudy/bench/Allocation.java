package understudy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Bytes allocated by all threads for one operation of a row, those of the benchmark's own messages
/// included.
final class Allocation {
  private static final List<String> ROWS =
      List.of(
          "spawn",
          "pingpong",
          "pairs",
          "ring",
          "fanin",
          "fanout",
          "skynet",
          "big",
          "call",
          "timers");

  private final Forks forks;
  private final Effort effort;

  Allocation(Forks forks, Effort effort) {
    this.forks = forks;
    this.effort = effort;
  }

  List<List<String>> measure() throws IOException, InterruptedException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("benchmark", "unit", "bytes allocated an operation"));
    for (String name : ROWS) {
      Row row = Row.named(name).orElseThrow();
      Figures figures = new Figures();
      Load load = row.load(effort.quick(), Side.OURS);
      figures.add(forks.run(row, Side.OURS, load, effort, List.of()));
      lines.add(List.of(name, "bytes", figures.isEmpty() ? "" : Report.number(figures.bytes())));
    }
    return lines;
  }
}
