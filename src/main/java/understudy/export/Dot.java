package understudy.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import understudy.export.Portrait.Bond;
import understudy.export.Portrait.Place;
import understudy.export.Portrait.Tie;

/// A Graphviz graph: supervision solid, links dotted, monitors dashed.
final class Dot implements Scribe {
  private static final int MANY = 2_000;

  private final Sheets sheets;
  private final List<String> remarks;

  Dot(Sheets sheets, List<String> remarks) {
    this.sheets = sheets;
    this.remarks = remarks;
  }

  @Override
  public void write(Prepared run) throws IOException {
    Portrait portrait = Portrait.of(run);
    Writer out = sheets.sheet();
    out.write("digraph understudy {\n");
    String title = Plain.line(run.run().heading()) + ", " + MermaidTree.seconds(portrait.nanos());
    String notes = run.notes().stream().map(note -> "\n" + note).collect(Collectors.joining());
    out.write(
        "  graph [label=" + quoted(title + notes) + ", labelloc=t, fontname=\"Helvetica\"];\n");
    out.write(
        "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11];\n");
    out.write("  edge [color=\"#6b7280\", arrowsize=0.7, fontname=\"Helvetica\", fontsize=9];\n");
    for (Place place : portrait.places()) {
      out.write(
          "  " + quoted(place.id()) + " [label=" + quoted(words(place)) + look(place) + "];\n");
    }
    for (Tie tie : portrait.ties()) {
      out.write(
          "  "
              + quoted(tie.from().id())
              + " -> "
              + quoted(tie.to().id())
              + look(tie.bond())
              + ";\n");
    }
    out.write("}\n");
    if (portrait.places().size() > MANY) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d processes: Graphviz takes minutes for so many; choose a part with --under, or"
                  + " draw it with sfdp",
              portrait.places().size()));
    }
  }

  private static String words(Place place) {
    var vertex = place.vertex();
    return Plain.line(Plain.brief(place.name(), 80))
        + "\n"
        + vertex.pid()
        + vertex.strategy().map(strategy -> "\n" + Plain.line(strategy)).orElse("")
        + (vertex.depth() > 0 ? "\n" + vertex.depth() + " waiting" : "")
        + (vertex.restarts() > 0 ? "\nrestarts: " + vertex.restarts() : "");
  }

  private static String look(Place place) {
    if (!place.vertex().alive()) {
      return ", fillcolor=\"#ffe4e6\", color=\"#be123c\", style=\"rounded,filled,dashed\"";
    }
    return place.vertex().supervises()
        ? ", fillcolor=\"#dbeafe\", color=\"#1d4ed8\""
        : ", fillcolor=\"#f3f4f6\", color=\"#6b7280\"";
  }

  private static String look(Bond bond) {
    return switch (bond) {
      case SUPERVISES -> "";
      case LINK -> " [style=dotted, dir=none, constraint=false, label=\"link\"]";
      case MONITOR -> " [style=dashed, constraint=false, label=\"monitors\"]";
    };
  }

  /// Quoted, with line ends as Graphviz writes them. Graphviz reads `&name;` in a label as HTML
  /// does.
  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("&", "&amp;")
            .replace("\n", "\\n")
        + '"';
  }
}
