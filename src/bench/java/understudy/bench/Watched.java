package understudy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
            "benchmark",
            "unit",
            "off",
            "counters",
            "lifecycle",
            "messages",
            "cpu off",
            "cpu counters",
            "cpu lifecycle",
            "cpu messages"));
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
    cells.addAll(comparison(levels, Figures::value));
    cells.addAll(comparison(levels, Figures::cpu));
    return cells;
  }

  /// What it is while nobody watches, and how many times that at each level.
  private static List<String> comparison(
      Map<Level, Figures> levels, ToDoubleFunction<Figures> part) {
    List<String> cells = new ArrayList<>();
    var none = new Figures();
    double off = part.applyAsDouble(levels.getOrDefault(Level.OFF, none));
    cells.add(Report.number(off));
    for (Level level : List.of(Level.COUNTERS, Level.LIFECYCLE, Level.MESSAGES)) {
      double watched = part.applyAsDouble(levels.getOrDefault(level, none));
      cells.add("%.2fx".formatted(watched / off));
    }
    return cells;
  }
}
