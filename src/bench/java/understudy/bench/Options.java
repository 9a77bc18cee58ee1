package understudy.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the command line asks for.
///
/// @param effort how long is measured
/// @param form how the results are written
/// @param sides who is measured, where it is installed
/// @param rows in the order in which they run
/// @param chapters what has a table of its own
record Options(Effort effort, Form form, Set<Side> sides, List<Row> rows, List<Chapter> chapters) {
  /// How results are written.
  enum Form {
    TABLE,
    TSV,
    MARKDOWN
  }

  static final String USAGE =
      """
      usage: src/bench/run [--quick] [--tsv | --markdown] [--vt] [--ours] [--forks N] [NAME...]
      --quick     small loads and short times: all of the table in less than ten minutes
      --tsv       benchmark, unit, ours, beam, pekko, vs_beam, vs_pekko, parted by tabs
      --markdown  the table as docs/performance.md has it
      --vt        measures virtual threads with a queue each as well
      --ours      leaves the peers out
      --forks N   how many fresh processes a row and side gets
      NAME        only these rows: %s
                  and on demand: %s
                  and chapters of their own: %s
      """;

  private static final int MOST_FORKS = 100;

  static Options parse(List<String> arguments) {
    Effort effort = arguments.contains("--quick") ? Effort.QUICK : Effort.FULL;
    Form form = Form.TABLE;
    Set<Side> sides =
        arguments.contains("--ours")
            ? EnumSet.of(Side.OURS)
            : EnumSet.complementOf(EnumSet.of(Side.THREADS));
    List<Row> rows = new ArrayList<>();
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--quick", "--ours" -> {}
        case "--tsv" -> form = Form.TSV;
        case "--markdown" -> form = Form.MARKDOWN;
        case "--vt", "vt" -> sides.add(Side.THREADS);
        case "--forks" -> {
          i++;
          effort = effort.withForks(forks(i < arguments.size() ? arguments.get(i) : ""));
        }
        default -> {
          var chapter = Chapter.named(argument);
          var row = Row.named(argument);
          chapter.ifPresent(chapters::add);
          row.ifPresent(rows::add);
          if (chapter.isEmpty() && row.isEmpty()) {
            throw new IllegalArgumentException(unknown(argument));
          }
        }
      }
    }
    if (rows.isEmpty() && chapters.isEmpty()) {
      rows.addAll(Row.TABLE);
    }
    return new Options(effort, form, sides, rows, chapters);
  }

  static String usage() {
    return USAGE.formatted(names(Row.TABLE), names(Row.ON_DEMAND), Chapter.names());
  }

  private static String names(List<Row> rows) {
    return String.join(" ", rows.stream().map(Row::name).toList());
  }

  private static int forks(String number) {
    if (number.matches("[1-9][0-9]{0,2}") && Integer.parseInt(number) <= MOST_FORKS) {
      return Integer.parseInt(number);
    }
    throw new IllegalArgumentException(
        "--forks: expected a number from 1 to " + MOST_FORKS + ", got '" + number + "'");
  }

  private static String unknown(String argument) {
    return "no row or option '%s'; there are %s; on demand %s; chapters %s; --help says more"
        .formatted(argument, names(Row.TABLE), names(Row.ON_DEMAND), Chapter.names());
  }
}
