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
///
/// Each level has a process of its own. They take turns of a third of a second, and what counts is
/// the median of the ratios within a round: other load on the machine falls on all levels alike.
final class Watched {
  /// How closely the runtime is watched; the benchmark reads it from the property `bench.watch`.
  enum Level {
    OFF,
    COUNTERS,
    LIFECYCLE,
    MESSAGES
  }

  private static final List<String> ROWS =
      List.of("spawn", "skynet", "call", "pingpong", "pairs", "ring", "fanin", "fanout", "big");

  private static final int WARM_ROUNDS = 6;
  private static final int QUICK_ROUNDS = 10;
  private static final int FULL_ROUNDS = 20;

  private final Forks forks;
  private final Effort effort;

  Watched(Forks forks, Effort effort) {
    this.forks = forks;
    this.effort = effort;
  }

  List<List<String>> measure() throws IOException {
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
            "cpu messages",
            "lost"));
    for (String name : ROWS) {
      lines.add(cells(Row.named(name).orElseThrow()));
    }
    return lines;
  }

  private List<String> cells(Row row) throws IOException {
    List<Map<Level, Watch.Sample>> rounds = new ArrayList<>();
    for (int fork = 0; fork < effort.forks(); fork++) {
      rounds.addAll(rounds(row, row.load(effort.quick(), Side.OURS)));
    }
    List<String> cells = new ArrayList<>(List.of(row.name(), row.unit()));
    cells.addAll(comparison(rounds, Watch.Sample::value));
    cells.addAll(comparison(rounds, Watch.Sample::cpu));
    double lost = middle(rounds, round -> sample(round, Level.MESSAGES).lost());
    cells.add("%.0f %%".formatted(lost * 100));
    return cells;
  }

  private List<Map<Level, Watch.Sample>> rounds(Row row, Load load) throws IOException {
    Map<Level, Turns> levels = new EnumMap<>(Level.class);
    try {
      for (Level level : Level.values()) {
        String option = "-Dbench.watch=" + level.name().toLowerCase(Locale.ROOT);
        levels.put(level, forks.turns(row, Side.OURS, load, List.of(option)));
      }
      int count = effort.quick() ? QUICK_ROUNDS : FULL_ROUNDS;
      List<Map<Level, Watch.Sample>> rounds = new ArrayList<>();
      for (int i = -WARM_ROUNDS; i < count; i++) {
        Map<Level, Watch.Sample> round = new EnumMap<>(Level.class);
        for (var level : levels.entrySet()) {
          round.put(level.getKey(), level.getValue().next());
        }
        if (i >= 0) {
          rounds.add(round);
        }
      }
      return rounds;
    } finally {
      levels.values().forEach(Turns::close);
    }
  }

  /// What it is while nobody watches, and how many times that at each level.
  private static List<String> comparison(
      List<Map<Level, Watch.Sample>> rounds, ToDoubleFunction<Watch.Sample> part) {
    List<String> cells = new ArrayList<>();
    cells.add(Report.number(middle(rounds, round -> part.applyAsDouble(sample(round, Level.OFF)))));
    for (Level level : List.of(Level.COUNTERS, Level.LIFECYCLE, Level.MESSAGES)) {
      double ratio =
          middle(
              rounds,
              round ->
                  part.applyAsDouble(sample(round, level))
                      / part.applyAsDouble(sample(round, Level.OFF)));
      cells.add("%.2fx".formatted(ratio));
    }
    return cells;
  }

  private static double middle(
      List<Map<Level, Watch.Sample>> rounds, ToDoubleFunction<Map<Level, Watch.Sample>> part) {
    return Figures.quantile(rounds.stream().mapToDouble(part).boxed().toList(), 0.5);
  }

  private static Watch.Sample sample(Map<Level, Watch.Sample> round, Level level) {
    return round.getOrDefault(level, Watch.Sample.of(Double.NaN));
  }
}
