package understudy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReaderTest {
  private static Scenario json(String text) {
    return Lessons.good(Lessons.read("a.json", text));
  }

  private static TreeNode tree(String node) {
    return json("{\"tree\": " + node + "}").tree();
  }

  @Nested
  class Corpus {
    static List<Path> published() {
      return Lessons.published();
    }

    static List<Path> shipped() {
      return Lessons.shipped();
    }

    @Test
    void holdsAllPublishedScenarios() {
      assertThat(published().stream().map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("pr_")) // found by the comparison with the BEAM
          .hasSize(96);
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyPublishedScenarioIsReadWithItsWholeTrace(Path file) {
      var scenario = Lessons.good(ScenarioReader.read(file, Set.of()));

      assertThat(file.getFileName()).hasToString(scenario.id() + ".json");
      assertThat(scenario.expected().orElseThrow().steps()).hasSameSizeAs(scenario.steps());
      assertThat(scenario.title()).isNotBlank();
      assertThat(scenario.rules()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyLessonOfOursIsReadAndSaysWhatItIsAbout(Path file) {
      var lesson = Lessons.good(ScenarioReader.read(file, Lessons.BEHAVIOURS));

      assertThat(file.getFileName()).hasToString(lesson.id() + ".yaml");
      assertThat(lesson.title()).isNotBlank();
      assertThat(lesson.note()).isNotBlank();
    }

    @Test
    void theChatHasADirectoryThenRoomsThenSessionsThenADoor() {
      var chat =
          Lessons.good(
              ScenarioReader.read(Path.of("assets/lessons/chat.yaml"), Lessons.BEHAVIOURS));

      assertThat(chat.tree()).isInstanceOf(SupervisorNode.class);
      var root = (SupervisorNode) chat.tree();
      assertThat(root.strategy()).isEqualTo(Strategy.REST_FOR_ONE);
      assertThat(root.children())
          .extracting(TreeNode::id)
          .containsExactly("directory", "rooms", "sessions", "door");
      assertThat(((WorkerNode) root.children().getLast()).args())
          .isEqualTo(Map.of("users", Value.number(9), "join_every_ms", Value.number(700)));
      assertThat(chat.steps()).containsExactly(new Step.Start().timed());
    }
  }

  @Nested
  class Defaults {
    @Test
    void ofAFileThatOnlyHasATree() {
      var worker = (WorkerNode) tree("{\"id\": \"r\"}");

      assertThat(json("{\"tree\": {\"id\": \"r\"}}"))
          .isEqualTo(
              new Scenario(
                  "a",
                  "a",
                  "",
                  List.of(),
                  List.of(),
                  100,
                  worker,
                  List.of(new Step.Start().timed()),
                  Optional.empty()));
    }

    @Test
    void ofAWorker() {
      assertThat(tree("{\"id\": \"r\"}"))
          .isEqualTo(
              new WorkerNode(
                  "r",
                  Restart.PERMANENT,
                  false,
                  new Shutdown.Within(5000),
                  Optional.empty(),
                  false,
                  List.of(new Init.Ok()),
                  Terminate.PLAIN,
                  Optional.empty(),
                  "scripted",
                  new LinkedHashMap<>()));
    }

    @Test
    void ofASupervisorAreErlangs() {
      assertThat(tree("{\"id\": \"r\", \"type\": \"supervisor\"}"))
          .isEqualTo(
              new SupervisorNode(
                  "r",
                  Restart.PERMANENT,
                  false,
                  new Shutdown.Infinity(),
                  Optional.empty(),
                  Strategy.ONE_FOR_ONE,
                  1,
                  5,
                  AutoShutdown.NEVER,
                  List.of(),
                  Optional.empty(),
                  OptionalInt.empty(),
                  Optional.empty()));
    }
  }

  @Nested
  class Trees {
    @Test
    void everyFieldOfAWorker() {
      var written =
          """
          {"id": "w", "type": "worker", "restart": "transient", "significant": true,
           "shutdown": "brutal_kill", "name": "n", "trap_exit": true,
           "init": ["ok", "ignore", {"stop": "a"}, {"exit": ["b", 1]}, {"raise": "c"},
                    {"delay_ms": 7, "then": {"stop": "d"}}],
           "terminate": {"delay_ms": 3, "exit": "e"}, "continue": {"stop": "f"},
           "behaviour": "echo", "args": {"x": 1, "y": true, "z": "t"}}\
          """;
      var args = new LinkedHashMap<String, Value>();
      args.put("x", Value.number(1));
      args.put("y", new Value.Bool(true));
      args.put("z", Value.text("t"));

      assertThat(tree(written))
          .isEqualTo(
              new WorkerNode(
                  "w",
                  Restart.TRANSIENT,
                  true,
                  new Shutdown.BrutalKill(),
                  Optional.of("n"),
                  true,
                  List.of(
                      new Init.Ok(),
                      new Init.Ignore(),
                      new Init.Stop(Value.text("a")),
                      new Init.Exit(Value.items(Value.text("b"), Value.number(1))),
                      new Init.Raise(Value.text("c")),
                      new Init.Delay(7, new Init.Stop(Value.text("d")))),
                  new Terminate(3, Optional.of(Value.text("e"))),
                  Optional.of(new Continue.Stop(Value.text("f"))),
                  "echo",
                  args));
    }

    @Test
    void everyFieldOfASupervisor() {
      var simple =
          (SupervisorNode)
              tree(
                  """
                  {"id": "s", "type": "supervisor", "strategy": "simple_one_for_one",
                   "auto_shutdown": "all_significant", "intensity": 0, "period": 9,
                   "shutdown": 12, "template": {"id": "t"},
                   "backoff": {"base_ms": 10, "factor": 1.5, "cap_ms": 90, "reset_ms": 4}}\
                  """);
      var dynamic =
          (SupervisorNode)
              tree(
                  "{\"id\":\"d\",\"type\":\"supervisor\",\"strategy\":\"dynamic\",\"max_children\":2}");

      assertThat(simple.strategy()).isEqualTo(Strategy.SIMPLE_ONE_FOR_ONE);
      assertThat(simple.autoShutdown()).isEqualTo(AutoShutdown.ALL_SIGNIFICANT);
      assertThat(simple.intensity()).isZero();
      assertThat(simple.periodSeconds()).isEqualTo(9);
      assertThat(simple.shutdown()).isEqualTo(new Shutdown.Within(12));
      assertThat(simple.template()).map(WorkerNode::id).contains("t");
      assertThat(simple.backoff()).contains(new Backoff(10, 1.5, 90, 4));
      assertThat(dynamic.maxChildren()).hasValue(2);
    }

    @Test
    void numbersThatOtpRefusesAreReadAllTheSame() {
      var node =
          (SupervisorNode)
              tree(
                  """
                  {"id": "r", "type": "supervisor", "strategy": "dynamic", "intensity": -1,
                   "period": 0, "max_children": -2, "shutdown": -3}\
                  """);

      assertThat(node.intensity()).isEqualTo(-1);
      assertThat(node.periodSeconds()).isZero();
      assertThat(node.maxChildren()).hasValue(-2);
      assertThat(node.shutdown()).isEqualTo(new Shutdown.Within(-3));
    }

    @Test
    void aTreeThatOtpRefusesIsReadAllTheSame() {
      var written =
          """
          {"id": "r", "type": "supervisor", "children": [
            {"id": "a", "significant": true}, {"id": "a", "significant": true}]}\
          """;

      assertThat(((SupervisorNode) tree(written)).children()).hasSize(2);
    }
  }

  @Test
  void expectationsKeepIdentityReasonsAndOrderApart() {
    var read =
        json(
            """
            {"tree": {"id": "r"}, "steps": [{"op": "start"}],
             "expected": {"recorded_on": "x", "runs": 2, "steps": [
               {"result": ["error", null], "order": [[0, 1]], "events": [
                 {"ev": "exit", "path": "r", "inc": 1, "reason": "boom", "optional": true},
                 {"ev": "exit", "path": "r", "inc": 2, "reason_any": ["a", "b"]}]}],
              "final_alive": ["r@1"]}}\
            """);

    var expected = read.expected().orElseThrow();
    var step = expected.steps().getFirst();
    assertThat(expected.finalAlive()).containsExactly("r@1");
    assertThat(step.result()).hasToString("[\"error\",null]");
    assertThat(step.order()).isEqualTo(new Order.Pairs(List.of(new Order.Pair(0, 1))));
    assertThat(step.events().getFirst().identity().toString())
        .isEqualTo("{ev=\"exit\", path=\"r\", inc=1}");
    assertThat(step.events().getFirst().reason()).contains(Value.text("boom"));
    assertThat(step.events().getFirst().optional()).isTrue();
    assertThat(step.events().getLast().reasonAny())
        .containsExactly(Value.text("a"), Value.text("b"));
  }

  @Test
  void jsonAndYamlOfTheSameContentAreTheSameScenario() throws Exception {
    var json = Files.readString(Path.of("src/test/resources/scenarios/sc_ofa_01_middle.json"));
    var flow = Lessons.good(Lessons.read("a.yaml", json));
    var block =
        """
        # A comment, which JSON has not.
        title: T
        tree:
          id: r
          type: supervisor
          children:
            - id: a
              shutdown: 10
              args: {n: 1, on: true, s: 'yes'}
            - id: b
              shutdown: infinity
        steps:
          - op: start
          - {op: exit_self, path: r/a, reason: [shutdown, x]}
        """;
    var same =
        """
        {"title": "T", "tree": {"id": "r", "type": "supervisor", "children": [
           {"id": "a", "shutdown": 10, "args": {"s": "yes", "n": 1, "on": true}},
           {"id": "b", "shutdown": "infinity"}]},
         "steps": [{"op": "start"},
                   {"op": "exit_self", "path": "r/a", "reason": ["shutdown", "x"]}]}\
        """;

    assertThat(flow).isEqualTo(json(json));
    assertThat(Lessons.good(Lessons.read("a.yml", block))).isEqualTo(json(same));
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(json("\uFEFF{\"tree\": {\"id\": \"r\"}}").tree().id()).isEqualTo("r");
  }

  @Test
  void aValueIsShownAsCompactJson() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("a\"b", new Value.Bool(false));

    assertThat(
            Value.items(
                Value.text("x\n\u0001\\"),
                Value.number(-1),
                Value.nothing(),
                new Value.Fields(fields)))
        .hasToString("[\"x\\n\\u0001\\\\\",-1,null,{\"a\\\"b\":false}]");
  }
}
