package understudy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The throughput of a row while nobody watches, while counters are read, while lifecycle events
/// are taken, and while every message is.
final class Watched {
  /// How closely the runtime is watched; the benchmark reads it from the property `bench.watch`.
  enum Level {
    OFF,
    COUNTERS,
    LIFECYCLE,
    MESSAGES
  }

  private static final List<String> ROWS =
      List.of("spawn", "skynet", "pingpong", "pairs", "ring", "fanin", "fanout", "big", "call");

  private final Forks forks;
  private final Effort effort;

  Watched(Forks forks, Effort effort) {
    this.forks = forks;
    this.effort = effort;
  }

  List<List<String>> measure() throws IOException, InterruptedException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "benchmark", "unit", "off", "counters", "lifecycle", "messages", "counters", "lifecycle",
            "messages"));
    for (String name : ROWS) {
      lines.add(line(Row.named(name).orElseThrow()));
    }
    return lines;
  }

  private List<String> line(Row row) throws IOException, InterruptedException {
    Map<Level, Figures> levels = new EnumMap<>(Level.class);
    for (int fork = 0; fork < effort.forks(); fork++) {
      for (Level level : Level.values()) {
        String option = "-Dbench.watch=" + level.name().toLowerCase(Locale.ROOT);
        Load load = row.load(effort.quick(), Side.OURS);
        levels
            .computeIfAbsent(level, _ -> new Figures())
            .add(forks.run(row, Side.OURS, load, effort, List.of(option)));
      }
    }
    List<String> cells = new ArrayList<>(List.of(row.name(), row.unit()));
    for (Level level : Level.values()) {
      cells.add(Report.number(levels.getOrDefault(level, new Figures()).value()));
    }
    double off = levels.getOrDefault(Level.OFF, new Figures()).value();
    for (Level level : List.of(Level.COUNTERS, Level.LIFECYCLE, Level.MESSAGES)) {
      double watched = levels.getOrDefault(level, new Figures()).value();
      cells.add("%.2fx".formatted(watched / off));
    }
    return cells;
  }
}
