package understudy.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import understudy.graph.Toll;
import understudy.viewmodel.Sides.Row;

/// What several runs cost, as lines of text.
final class TollTable {
  private static final int GAP = 3;

  /// One run.
  ///
  /// @param name its name
  /// @param rows what each place suffered
  record Column(String name, List<Toll.Row> rows) {
    private Optional<Toll.Row> at(String path) {
      return rows.stream().filter(row -> row.path().equals(path)).findFirst();
    }
  }

  private record Figure(String name, Function<Toll.Row, String> words) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("died", row -> Integer.toString(row.died())),
          new Figure("stopped", row -> Integer.toString(row.stopped())),
          new Figure("restarted", row -> Integer.toString(row.restarted())),
          new Figure("messages lost", row -> Integer.toString(row.lost())),
          new Figure("time down", row -> seconds(row.downNanos())));

  private TollTable() {}

  /// {@return all places together, then each place where something happened}
  static List<Row> rows(List<Column> columns) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("all places", List.of()));
    for (var figure : FIGURES) {
      rows.add(row(figure, columns, c -> Optional.of(Toll.total(c.rows()))));
    }
    for (String path : places(columns)) {
      rows.add(new Row(path, List.of()));
      for (var figure : FIGURES) {
        var row = row(figure, columns, c -> c.at(path));
        if (!row.values().stream().allMatch(TollTable::isNothing)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Row row(
      Figure figure, List<Column> columns, Function<Column, Optional<Toll.Row>> at) {
    return new Row(
        figure.name(),
        columns.stream().map(c -> at.apply(c).map(figure.words()).orElse("-")).toList());
  }

  static List<String> lines(List<Column> columns) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("", columns.stream().map(Column::name).toList()));
    for (var row : rows(columns)) {
      lines.add(line(row.isHeading() ? row.head() : "  " + row.head(), row.values()));
    }
    return aligned(lines);
  }

  private static boolean isNothing(String figure) {
    return figure.equals("0") || figure.equals("-") || figure.equals(seconds(0));
  }

  /// Places where something happened in any of the runs, in the order of the first.
  private static Set<String> places(List<Column> columns) {
    Set<String> places = new LinkedHashSet<>();
    for (var column : columns) {
      column.rows().stream()
          .filter(row ->
              row.died() + row.stopped() + row.restarted() + row.lost() > 0 || row.downNanos() > 0)
          .forEach(row -> places.add(row.path()));
    }
    return places;
  }

  private static List<String> line(String head, List<String> values) {
    List<String> line = new ArrayList<>();
    line.add(head);
    line.addAll(values);
    return line;
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  private static List<String> aligned(List<List<String>> rows) {
    int most = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[most];
    for (var row : rows) {
      for (int i = 0; row.size() > 1 && i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (var row : rows) {
      var text = new StringBuilder("  ");
      for (int i = 0; i < row.size(); i++) {
        String pad = " ".repeat(Math.max(0, widths[i] - row.get(i).length()));
        text.append(i == 0 ? row.get(i) + pad : " ".repeat(GAP) + pad + row.get(i));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }
}
