package understudy.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An outside format.
public enum Format {
  /// Chrome Trace Event JSON.
  CHROME_TRACE("chrome-trace", "json", "a timeline for Perfetto: a track a process"),
  /// A log with vector clocks.
  SHIVIZ("shiviz", "log", "a space-time diagram for ShiViz; takes several recordings"),
  /// A Mermaid sequence diagram.
  MERMAID("mermaid", "mmd", "a sequence diagram"),
  /// A PlantUML sequence diagram.
  PLANTUML("plantuml", "puml", "a sequence diagram"),
  /// A Mermaid graph of the supervision tree.
  MERMAID_TREE("mermaid-tree", "mmd", "the supervision tree at one moment"),
  /// A Graphviz graph of the supervision tree.
  DOT("dot", "dot", "the tree with links and monitors at one moment, for Graphviz"),
  /// A GraphML graph of the supervision tree.
  GRAPHML("graphml", "graphml", "the same for programs that reckon with graphs"),
  /// A table.
  CSV("csv", "csv", "a table of events, or of processes"),
  /// JSON Lines.
  JSONL("jsonl", "jsonl", "every event with all it says, a line each"),
  /// A page for a browser.
  HTML("html", "html", "a page that replays the run in a browser, without a network");

  private final String id;
  private final String extension;
  private final String summary;

  Format(String id, String extension, String summary) {
    this.id = id;
    this.extension = extension;
    this.summary = summary;
  }

  /// {@return the format of that id}
  ///
  /// @param id as on the command line
  public static Optional<Format> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /// {@return every id}
  public static List<String> ids() {
    return Arrays.stream(values()).map(Format::id).toList();
  }

  /// {@return its name on the command line}
  public String id() {
    return id;
  }

  /// {@return how its files end, without the dot}
  public String extension() {
    return extension;
  }

  /// {@return what it is, in a few words}
  public String summary() {
    return summary;
  }

  /// {@return whether it shows one moment, so that neither a beginning nor kinds of events have a
  /// meaning}
  public boolean isMoment() {
    return this == MERMAID_TREE || this == DOT || this == GRAPHML;
  }
}
