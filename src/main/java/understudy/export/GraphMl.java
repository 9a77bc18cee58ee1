package understudy.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.ExportException;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;
import understudy.export.Portrait.Place;
import understudy.export.Portrait.Tie;

/// GraphML, by JGraphT's own exporter.
final class GraphMl implements Scribe {
  private static final Map<String, AttributeType> OF_A_PLACE = new LinkedHashMap<>();

  static {
    for (String text : new String[] {"name", "behaviour", "kind", "state", "strategy"}) {
      OF_A_PLACE.put(text, AttributeType.STRING);
    }
    OF_A_PLACE.put("pid", AttributeType.LONG);
    OF_A_PLACE.put("alive", AttributeType.BOOLEAN);
    OF_A_PLACE.put("waiting", AttributeType.INT);
    OF_A_PLACE.put("restarts", AttributeType.INT);
  }

  private final Sheets sheets;

  GraphMl(Sheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public void write(Prepared run) throws IOException {
    Portrait portrait = Portrait.of(run);
    Graph<Place, Tie> graph = new DirectedPseudograph<>(null, null, false);
    portrait.places().forEach(graph::addVertex);
    portrait.ties().forEach(tie -> graph.addEdge(tie.from(), tie.to(), tie));
    GraphMLExporter<Place, Tie> exporter = new GraphMLExporter<>(Place::id);
    OF_A_PLACE.forEach(
        (name, type) -> exporter.registerAttribute(name, AttributeCategory.NODE, type));
    exporter.registerAttribute("bond", AttributeCategory.EDGE, AttributeType.STRING);
    exporter.setVertexAttributeProvider(GraphMl::about);
    exporter.setEdgeAttributeProvider(tie ->
        Map.of(
            "bond", DefaultAttribute.createAttribute(tie.bond().name().toLowerCase(Locale.ROOT))));
    var text = new StringWriter();
    try {
      exporter.exportGraph(graph, text);
    } catch (ExportException e) {
      throw new IOException("GraphML cannot be made: " + e.getMessage(), e);
    }
    write(sheets.sheet(), run, portrait, text.toString());
  }

  /// The exporter has no place for what is missing; a comment after the first line has.
  private static void write(Writer out, Prepared run, Portrait portrait, String text)
      throws IOException {
    int first = text.indexOf('>') + 1;
    out.write(text.substring(0, first));
    out.write(
        "\n<!-- " + comment(run.run().heading() + " at " + MermaidTree.seconds(portrait.nanos())));
    for (String line : run.notes()) {
      out.write("\n  " + comment(line));
    }
    out.write(" -->" + text.substring(first));
  }

  private static String comment(String text) {
    return Plain.line(text).replace("-", "\u2010");
  }

  private static Map<String, Attribute> about(Place place) {
    var vertex = place.vertex();
    Map<String, Attribute> about = new LinkedHashMap<>();
    about.put("name", text(place.name()));
    about.put("behaviour", text(vertex.behaviour()));
    about.put("kind", text(vertex.kind().name().toLowerCase(Locale.ROOT)));
    about.put("state", text(place.state()));
    about.put("strategy", text(vertex.strategy().orElse("")));
    about.put("pid", DefaultAttribute.createAttribute(vertex.pid().number()));
    about.put("alive", DefaultAttribute.createAttribute(vertex.alive()));
    about.put("waiting", DefaultAttribute.createAttribute(vertex.depth()));
    about.put("restarts", DefaultAttribute.createAttribute(vertex.restarts()));
    return about;
  }

  private static Attribute text(String text) {
    return DefaultAttribute.createAttribute(Plain.line(text));
  }
}
