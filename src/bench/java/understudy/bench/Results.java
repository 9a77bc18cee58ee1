package understudy.bench;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Figures by row and side, rows in the order in which they were first noted.
final class Results {
  private final Map<Row, Map<Side, Figures>> rows = new LinkedHashMap<>();

  Figures at(Row row, Side side) {
    return rows.computeIfAbsent(row, _ -> new EnumMap<>(Side.class))
        .computeIfAbsent(side, _ -> new Figures());
  }

  Iterable<Row> rows() {
    return rows.keySet();
  }

  Optional<Figures> of(Row row, Side side) {
    return Optional.ofNullable(rows.getOrDefault(row, Map.of()).get(side))
        .filter(figures -> !figures.isEmpty());
  }

  /// {@return whichever of Pekko's two settings is the better one}
  Optional<Side> betterPekko(Row row) {
    var plain = of(row, Side.PEKKO);
    var tuned = of(row, Side.PEKKO_TUNED);
    if (plain.isEmpty() || tuned.isEmpty()) {
      return plain.map(_ -> Side.PEKKO).or(() -> tuned.map(_ -> Side.PEKKO_TUNED));
    }
    return Optional.of(
        row.better(tuned.get().value(), plain.get().value()) ? Side.PEKKO_TUNED : Side.PEKKO);
  }

  /// {@return how many times better we are than `side`; nothing where one of the two is absent}
  Optional<Double> ratio(Row row, Side side) {
    return of(row, Side.OURS)
        .flatMap(ours -> of(row, side).map(peer -> row.ratio(ours.value(), peer.value())));
  }
}
