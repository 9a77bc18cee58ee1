package understudy.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes runs in outside formats: the door of this package.
public final class Exports {
  private Exports() {}

  /// Writes what `order` says.
  ///
  /// Blocks on the disk; a large run takes seconds. A file gets its name only when it is whole.
  ///
  /// @param order what to write, as what
  /// @param target the file to write, numbered where one would be too large; empty for `stream`
  /// @param stream takes the text where there is no file; flushed and left open
  /// @return what came of it
  /// @throws ExportRefused if the order cannot be followed, with one line for a person
  /// @throws IOException if a run cannot be read or a file not be written
  public static Exported export(Order order, Optional<Path> target, Writer stream)
      throws IOException {
    order.check();
    List<Prepared> runs = new ArrayList<>();
    for (Run run : order.runs()) {
      runs.add(prepared(run, order));
    }
    try (Sheets sheets = new Sheets(target, stream)) {
      List<String> remarks = new ArrayList<>();
      Scribe scribe = scribe(order, sheets, remarks);
      for (Prepared run : runs) {
        scribe.write(run);
        run.notes().forEach(remarks::add);
      }
      return new Exported(sheets.finish(), summary(runs), remarks);
    }
  }

  private static Prepared prepared(Run run, Order order) throws IOException {
    var prepared = new Prepared(run, order.filter());
    if (prepared.events() == 0 && !order.format().isMoment()) {
      throw new ExportRefused(
          order.filter().equals(Filter.EVERYTHING)
              ? "recording '%s' holds no event".formatted(run.name())
              : "nothing of recording '%s' is left after the filter; %s"
                  .formatted(run.name(), prepared.extent()));
    }
    return prepared;
  }

  private static Scribe scribe(Order order, Sheets sheets, List<String> remarks) {
    return switch (order.format()) {
      case CSV -> order.processes() ? new RollCall(sheets) : new EventTable(sheets);
      case JSONL -> new JsonLines(sheets);
      case CHROME_TRACE -> new ChromeTrace(sheets, remarks);
      case SHIVIZ -> new ShiViz(sheets, order.runs().size() > 1);
      case MERMAID -> new SequenceDiagram(sheets, new Mermaid(), remarks);
      case PLANTUML -> new SequenceDiagram(sheets, new PlantUml(), remarks);
      case MERMAID_TREE -> new MermaidTree(sheets);
      case DOT -> new Dot(sheets, remarks);
      case GRAPHML -> new GraphMl(sheets);
      case HTML -> new WebPage(sheets);
    };
  }

  private static String summary(List<Prepared> runs) {
    return Prepared.counted(runs.stream().mapToLong(Prepared::events).sum(), "event");
  }
}
