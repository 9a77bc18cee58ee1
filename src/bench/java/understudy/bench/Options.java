package understudy.bench;

import java.util.ArrayList;
import java.util.List;

/// What the command line asks for.
///
/// @param effort how long is measured
/// @param form how the results are written
/// @param threads whether virtual threads are measured as well
/// @param rows in the order in which they run
/// @param chapters what has a table of its own
record Options(Effort effort, Form form, boolean threads, List<Row> rows, List<Chapter> chapters) {
  /// How results are written.
  enum Form {
    TABLE,
    TSV,
    MARKDOWN
  }

  static final String USAGE =
      """
      usage: src/bench/run [--quick] [--tsv | --markdown] [--vt] [--forks N] [NAME...]
      --quick     small loads and short times: all of the table in less than ten minutes
      --tsv       benchmark, unit, ours, beam, pekko, vs_beam, vs_pekko, parted by tabs
      --markdown  the table as docs/performance.md has it
      --vt        measures virtual threads with a queue each as well
      --forks N   how many fresh processes a row and side gets
      NAME        only these rows: %s
                  and on demand: %s
                  and chapters of their own: %s
      """;

  private static final int MOST_FORKS = 100;

  static Options parse(List<String> arguments) {
    Effort effort = arguments.contains("--quick") ? Effort.QUICK : Effort.FULL;
    Form form = Form.TABLE;
    boolean threads = false;
    List<Row> rows = new ArrayList<>();
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--quick" -> {}
        case "--tsv" -> form = Form.TSV;
        case "--markdown" -> form = Form.MARKDOWN;
        case "--vt", "vt" -> threads = true;
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
    return new Options(effort, form, threads, rows, chapters);
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
