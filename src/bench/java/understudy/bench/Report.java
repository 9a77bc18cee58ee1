package understudy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Results as text: a table for people, rows for programs, or Markdown for the documentation.
final class Report {
  private final Results results;
  private final boolean threads;

  Report(Results results, boolean threads) {
    this.results = results;
    this.threads = threads;
  }

  /// {@return tab-separated rows with a header}
  String tsv() {
    var text = new StringBuilder("benchmark\tunit\tours\tbeam\tpekko\tvs_beam\tvs_pekko\n");
    for (Row row : results.rows()) {
      Optional<Side> pekko = results.betterPekko(row);
      text.append(
          String.join(
              "\t",
              row.name(),
              row.unit(),
              plain(results.of(row, Side.OURS).map(Figures::value)),
              plain(results.of(row, Side.BEAM).map(Figures::value)),
              plain(pekko.flatMap(side -> results.of(row, side)).map(Figures::value)),
              plain(results.ratio(row, Side.BEAM)),
              plain(pekko.flatMap(side -> results.ratio(row, side)))));
      text.append('\n');
    }
    return text.toString();
  }

  /// {@return the table with columns of even width}
  String table() {
    return Columns.aligned(lines());
  }

  /// {@return the table in Markdown}
  String markdown() {
    return Columns.markdown(lines());
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    List<String> header =
        new ArrayList<>(
            List.of("benchmark", "unit", "ours", "+-", "cpu", "beam", "+-", "cpu", "pekko", "+-"));
    header.addAll(List.of("cpu", "setting"));
    if (threads) {
      header.addAll(List.of("vt", "+-", "cpu"));
    }
    header.addAll(List.of("vs beam", "vs pekko"));
    if (threads) {
      header.add("vs vt");
    }
    lines.add(header);
    for (Row row : results.rows()) {
      lines.add(line(row));
    }
    return lines;
  }

  private List<String> line(Row row) {
    Optional<Side> pekko = results.betterPekko(row);
    List<String> cells = new ArrayList<>(List.of(row.name(), row.unit()));
    cells.addAll(figures(results.of(row, Side.OURS)));
    cells.addAll(figures(results.of(row, Side.BEAM)));
    cells.addAll(figures(pekko.flatMap(side -> results.of(row, side))));
    cells.add(pekko.map(side -> side == Side.PEKKO ? "default" : "tuned").orElse(""));
    if (threads) {
      cells.addAll(figures(results.of(row, Side.THREADS)));
    }
    cells.add(times(results.ratio(row, Side.BEAM)));
    cells.add(times(pekko.flatMap(side -> results.ratio(row, side))));
    if (threads) {
      cells.add(times(results.ratio(row, Side.THREADS)));
    }
    return cells;
  }

  private static List<String> figures(Optional<Figures> figures) {
    return figures
        .map(some ->
            List.of(
                number(some.value()),
                "%.0f %%".formatted(some.spread() * 100),
                Double.isNaN(some.cpu()) ? "" : number(some.cpu())))
        .orElse(List.of("", "", ""));
  }

  private static String times(Optional<Double> ratio) {
    return ratio.map(value -> number(value) + "x").orElse("");
  }

  /// Three digits that count, with a thin mark between thousands.
  static String number(double value) {
    double size = Math.abs(value);
    String format = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  private static String plain(Optional<Double> value) {
    return value
        .map(some -> String.format(Locale.ROOT, some < 1000 ? "%.2f" : "%.0f", some))
        .orElse("");
  }
}
