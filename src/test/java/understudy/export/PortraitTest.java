package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// Pictures of one moment, read by JGraphT with the schema of GraphML; Graphviz and Mermaid are
/// asked by the second test command.
class PortraitTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> bonds = new HashMap<>();

  private Graph<String, DefaultEdge> graphMl(String text) {
    Graph<String, DefaultEdge> graph = empty();
    GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
    importer.setSchemaValidation(true);
    importer.setVertexFactory(id -> id);
    importer.addVertexAttributeConsumer((key, value) -> {
      if (key.getSecond().equals("name")) {
        names.put(key.getFirst(), value.getValue());
      }
    });
    importer.addEdgeAttributeConsumer(
        (key, value) -> bonds.put(key.getFirst().toString(), value.getValue()));
    importer.importGraph(graph, new StringReader(text));
    return graph;
  }

  private static Graph<String, DefaultEdge> dot(String text) {
    Graph<String, DefaultEdge> graph = empty();
    DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
    importer.setVertexFactory(id -> id);
    importer.importGraph(graph, new StringReader(text));
    return graph;
  }

  private static Graph<String, DefaultEdge> empty() {
    return new DirectedPseudograph<>(null, SupplierUtil.createDefaultEdgeSupplier(), false);
  }

  @Test
  void graphMlHasEveryPlaceAndTie() throws IOException {
    Graph<String, DefaultEdge> graph = graphMl(Tale.ofAShop().as(Format.GRAPHML));
    assertThat(names.values()).containsExactlyInAnyOrder("shop", "till", "clerk");
    assertThat(graph.edgeSet()).hasSize(2);
    assertThat(bonds.values()).containsOnly("supervises");
  }

  @Test
  void linksAndMonitorsAreTiesOfTheirOwn() throws IOException {
    Tale tale = Tale.ofAShop();
    tale.tell(new RuntimeEvent.Linked(new Pid(3), new Pid(4)));
    tale.tell(new RuntimeEvent.Monitored(new Pid(4), new Pid(3), 9));
    tale.tell(new RuntimeEvent.Linked(new Pid(1), new Pid(3)));
    graphMl(tale.as(Format.GRAPHML));
    assertThat(bonds.values())
        .containsExactlyInAnyOrder("supervises", "supervises", "link", "monitor");
    assertThat(tale.as(Format.DOT)).contains("style=dotted", "style=dashed");
    assertThat(tale.as(Format.MERMAID_TREE)).contains(" -.- ", " -. monitors .-> ");
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextStaysText(String text) throws IOException {
    Tale tale = Tale.ofAHostileShop(text);
    Graph<String, DefaultEdge> graph = graphMl(tale.as(Format.GRAPHML));
    assertThat(graph.vertexSet()).hasSize(3);
    assertThat(dot(tale.as(Format.DOT)).vertexSet()).hasSize(3);
    String tree = tale.as(Format.MERMAID_TREE);
    assertThat(tree.lines())
        .hasSameSizeAs(Tale.ofAHostileShop("x").as(Format.MERMAID_TREE).lines().toList());
  }

  @Test
  void theEndOfTheWindowIsTheMoment() throws IOException {
    Filter before = new Filter(Long.MIN_VALUE, 1_600_000_000L, "", Set.of());
    assertThat(Tale.ofAShop().as(Format.DOT, before)).contains("till\\n<0.2.0>", "1 waiting");
    assertThat(Tale.ofAShop().as(Format.DOT)).contains("till\\n<0.4.0>", "restarts: 1");
  }

  @Test
  void aSubtreeStandsAlone() throws IOException {
    Filter till = new Filter(Long.MIN_VALUE, Long.MAX_VALUE, "till", Set.of());
    String text = Tale.ofAShop().as(Format.GRAPHML, till);
    assertThat(graphMl(text).vertexSet()).hasSize(1);
    assertThat(text).contains("what concerns till");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"DOT", "GRAPHML", "MERMAID_TREE"})
  void whatIsMissingIsSaid(Format format) throws IOException {
    assertThat(Tale.ofAShop().damaged("cut short").as(format)).contains("missing: cut short");
  }

  @Test
  void moreTiesThanMermaidDrawsAreRefused() {
    Tale tale = new Tale();
    Pid top = tale.supervisor(Pid.NONE, "top");
    for (int i = 0; i < 501; i++) {
      tale.worker(top, "w" + i, 1);
    }
    assertThatThrownBy(() -> tale.as(Format.MERMAID_TREE))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("502 processes with 501 ties")
        .hasMessageContaining("take dot");
  }

  @Test
  void aMomentWithoutProcessesIsRefused() {
    assertThatThrownBy(
            () -> Tale.ofAShop().as(Format.DOT, new Filter(Long.MIN_VALUE, -1, "", Set.of())))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("it goes from 0.000 s to 2.750 s");
  }
}
