package understudy.export;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import understudy.export.Portrait.Bond;
import understudy.export.Portrait.Place;
import understudy.export.Portrait.Tie;

/// Mermaid's `graph`: supervision as arrows, links and monitors dotted.
final class MermaidTree implements Scribe {
  /// What Mermaid draws unless it is told otherwise.
  private static final int MOST_TIES = 500;

  private static final int MOST_CHARACTERS = 45_000;

  private final Sheets sheets;

  MermaidTree(Sheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public void write(Prepared run) throws IOException {
    Portrait portrait = Portrait.of(run);
    String text = text(run, portrait);
    if (portrait.ties().size() > MOST_TIES || text.length() > MOST_CHARACTERS) {
      throw new ExportRefused(
          String.format(
              Locale.ROOT,
              "%,d processes with %,d ties are too many for Mermaid, which draws %d ties; choose a"
                  + " part with --under, or take dot",
              portrait.places().size(),
              portrait.ties().size(),
              MOST_TIES));
    }
    Writer out = sheets.sheet();
    out.write(text);
  }

  private static String text(Prepared run, Portrait portrait) {
    var text = new StringBuilder("graph TD\n");
    line(text, "%% " + bare(run.run().heading()) + " at " + seconds(portrait.nanos()));
    run.notes().forEach(note -> line(text, "%% " + bare(note)));
    for (Place place : portrait.places()) {
      line(text, place.id() + shape(place) + style(place));
    }
    for (Tie tie : portrait.ties()) {
      line(text, tie.from().id() + arrow(tie.bond()) + tie.to().id());
    }
    line(text, "classDef supervisor fill:#dbeafe,stroke:#1d4ed8,color:#111827");
    line(text, "classDef worker fill:#f3f4f6,stroke:#6b7280,color:#111827");
    line(text, "classDef down fill:#ffe4e6,stroke:#be123c,color:#111827,stroke-dasharray:4");
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }

  private static String shape(Place place) {
    var vertex = place.vertex();
    String words =
        Mermaid.escape(Plain.brief(place.name(), 60))
            + "<br/>"
            + Mermaid.escape(vertex.pid().toString())
            + vertex.strategy().map(strategy -> "<br/>" + Mermaid.escape(strategy)).orElse("")
            + (vertex.depth() > 0 ? "<br/>" + vertex.depth() + " waiting" : "")
            + (vertex.restarts() > 0 ? "<br/>restarts: " + vertex.restarts() : "");
    return vertex.supervises() ? "[\"" + words + "\"]" : "([\"" + words + "\"])";
  }

  private static String style(Place place) {
    return !place.vertex().alive()
        ? ":::down"
        : place.vertex().supervises() ? ":::supervisor" : ":::worker";
  }

  private static String arrow(Bond bond) {
    return switch (bond) {
      case SUPERVISES -> " --> ";
      case LINK -> " -.- ";
      case MONITOR -> " -. monitors .-> ";
    };
  }

  static String bare(String text) {
    return Plain.line(text).replace("%", "").replace("{", "(").replace("}", ")");
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
