package understudy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
  private static final String STRATEGIES =
      "expected one_for_one, one_for_all, rest_for_one, simple_one_for_one or dynamic";

  /// A text in which `'` stands for a double quote, and what is said of it.
  private static Arguments said(String json, String line) {
    return Arguments.of(json.replace('\'', '"'), line);
  }

  private static Arguments ofNode(String node, String line) {
    return said("{'tree':\n" + node + "}", line);
  }

  private static Arguments ofStep(String step, String line) {
    return said("{'tree': {'id': 'r'}, 'steps': [\n" + step + "]}", line);
  }

  static Stream<Arguments> json() {
    return Stream.of(
        said("", ": the file is empty; expected a tree and steps"),
        said("  \n ", ": the file is empty; expected a tree and steps"),
        said("[]", ", line 1, column 1: expected a lesson as an object, got an empty list"),
        said("{}", ", line 1, column 1: a lesson needs the field 'tree'; add it"),
        said(
            "{'tree': {'id': 'r'}}\n{}",
            ", line 2, column 1: text after the end of the lesson; a file holds one"),
        said(
            "{'tree': {'id': 'r'}, 'schema': 'otp-scenario/2'}",
            ", line 1, column 33: schema: this program reads otp-scenario/1, got 'otp-scenario/2'"),
        said(
            "{'tree': {'id': 'r'},\n 'stepps': []}",
            ", line 2, column 2: unknown field 'stepps' in a lesson; did you mean 'steps'? expected"
                + " schema, id, title, note, groups, rules, quiet_ms, tree, steps, expected,"
                + " relax_reasons, extra_order or optional_events"),
        said(
            "{'tree': {'id': 'r'},\n 'tree': {'id': 's'}}",
            ", line 2, column 2: 'tree' stands here twice, first in line 1; keep one"),
        said(
            "{'tree': {'id': 'r'}, 'quiet_ms': -1}",
            ", line 1, column 35: quiet_ms: expected a whole number from 0 to 2147483647, got -1"));
  }

  static Stream<Arguments> brokenJson() {
    return Stream.of(
        said(
            "{'tree': {'id'",
            ", line 1, column 15: not valid JSON: the file ends too early; it may be cut short"),
        said(
            "{'tree'\n: [1, }",
            ", line 2, column 7: not valid JSON: unexpected character ('}'): expected a value"),
        said(
            "{tree: 1}",
            ", line 1, column 2: not valid JSON: unexpected character ('t'): was expecting"
                + " double-quote to start property name"),
        said(
            "nonsense",
            ", line 1, column 1: not valid JSON: unrecognized token 'nonsense': was expecting (JSON"
                + " String, Number, Array, Object or token 'null', 'true' or 'false')"),
        said(
            "[" + "9".repeat(2000) + "]",
            ", line 1, column 2002: not valid JSON: number value length (2000) exceeds the maximum"
                + " allowed (1000)"),
        said(
            "[".repeat(65),
            ", line 1, column 65: nested deeper than 64 levels; make the tree flatter"),
        said(
            "[" + "1,".repeat(100_000) + "1]",
            ", line 1, column 200000: more than 100000 values; make the lesson smaller"));
  }

  static Stream<Arguments> nodes() {
    return Stream.of(
        ofNode("7", ", line 2, column 1: expected a node as an object, got 7"),
        ofNode("{}", ", line 2, column 1: a worker needs the field 'id'; add it"),
        ofNode("{'id': 7}", ", line 2, column 8: id: expected text between quotes, got 7"),
        ofNode(
            "{'id': 'a/b'}",
            ", line 2, column 8: id: expected an id without '/' and '@', which paths need, got"
                + " 'a/b'"),
        ofNode(
            "{'id': ' '}",
            ", line 2, column 8: id: expected a name of 1 to 255 characters, got ' '"),
        ofNode(
            "{'id': 'r', 'type': 'suporvisor'}",
            ", line 2, column 21: unknown type 'suporvisor'; did you mean 'supervisor'? expected"
                + " worker or supervisor"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'strategy': 'one_for_most'}",
            ", line 2, column 47: unknown strategy 'one_for_most'; " + STRATEGIES),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'strategy': 'One-for-al'}",
            ", line 2, column 47: unknown strategy 'One-for-al'; did you mean 'one_for_all'? "
                + STRATEGIES),
        ofNode(
            "{'id': 'r', 'restart': 'always'}",
            ", line 2, column 24: unknown restart 'always'; expected permanent, transient or"
                + " temporary"),
        ofNode(
            "{'id': 'r', 'children': []}",
            ", line 2, column 1: a worker has no 'children'; add the field type with value"
                + " supervisor"),
        ofNode(
            "{'id': 'r', 'trap_exits': true}",
            ", line 2, column 13: unknown field 'trap_exits' in a worker; did you mean 'trap_exit'?"
                + " expected type, id, restart, significant, shutdown, name, trap_exit, init,"
                + " terminate, continue, behaviour or args"),
        ofNode(
            "{'id': 'r', 'trap_exit': 1}",
            ", line 2, column 26: trap_exit: expected true or false, got 1"),
        ofNode(
            "{'id': 'r', 'shutdown': 4294967296}",
            ", line 2, column 25: shutdown: expected milliseconds up to 4294967295, infinity or"
                + " brutal_kill, got 4294967296"),
        ofNode(
            "{'id': 'r', 'shutdown': 'kill'}",
            ", line 2, column 25: shutdown: expected milliseconds up to 4294967295, infinity or"
                + " brutal_kill, got 'kill'"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'intensity': 2147483648}",
            ", line 2, column 48: intensity: expected a whole number from -2147483648 to"
                + " 2147483647, got 2147483648"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'period': 'long'}",
            ", line 2, column 45: period: expected a whole number from -2147483648 to 2147483647,"
                + " got 'long'"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'intensity': 1.5}",
            ", line 2, column 48: intensity: expected a whole number from -2147483648 to"
                + " 2147483647, got 1.5"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'strategy': 'simple_one_for_one'}",
            ", line 2, column 1: a supervisor needs the field 'template'; add it"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'strategy': 'dynamic', 'children': [{'id': 'a'}]}",
            ", line 2, column 70: children: a dynamic supervisor begins without any; add them with"
                + " start_child steps"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'template': {'id': 'a'}}",
            ", line 2, column 47: template: only a simple_one_for_one supervisor has one, this is"
                + " one_for_one"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'max_children': 3}",
            ", line 2, column 51: max_children: only a dynamic supervisor has it, this is"
                + " one_for_one"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'children': {'id': 'a'}}",
            ", line 2, column 47: children: expected a list, got an object"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'backoff': {'base_ms': 10, 'cap_ms': 9}}",
            ", line 2, column 72: cap_ms: expected a whole number from 10 to 4294967295, got 9"),
        ofNode(
            "{'id': 'r', 'type': 'supervisor', 'backoff': {'base_ms': 10, 'factor': 0.5}}",
            ", line 2, column 72: factor: expected a number from 1 to 1000, got 0.5"),
        ofNode(
            "{'id': 'r', 'behaviour': 'rom'}",
            ", line 2, column 26: unknown behaviour 'rom'; did you mean 'room'? expected counter,"
                + " directory, door, echo, room, scripted, ticker or user"),
        ofNode(
            "{'id': 'r', 'args': {'n': [1]}}",
            ", line 2, column 27: args: expected text, a whole number, true or false for each, got"
                + " a list"),
        ofNode(
            "{'id': 'r', 'args': {'n': 1.5}}",
            ", line 2, column 27: expected a whole number of at most 64 bits, got 1.5"),
        ofNode(
            "{'id': 'r', 'init': []}",
            ", line 2, column 21: init: expected at least one entry, got an empty list"),
        ofNode(
            "{'id': 'r', 'init': ['okay']}",
            ", line 2, column 22: init: expected ok, ignore, {stop: R}, {exit: R}, {raise: R} or"
                + " {delay_ms: n, then: ENTRY}, got 'okay'"),
        ofNode(
            "{'id': 'r', 'init': [{'delay_ms': 3}]}",
            ", line 2, column 22: an init entry needs the field 'then'; add it"),
        ofNode(
            "{'id': 'r', 'terminate': {'delay_ms': -2}}",
            ", line 2, column 39: delay_ms: expected a whole number from 0 to 4294967295, got -2"),
        ofNode(
            "{'id': 'r', 'continue': {}}",
            ", line 2, column 25: continue: expected one of {exit: R} and {stop: R}"));
  }

  static Stream<Arguments> steps() {
    return Stream.of(
        ofStep("'start'", ", line 2, column 1: expected a step as an object, got 'start'"),
        ofStep("{}", ", line 2, column 1: a step needs the field 'op'; add it"),
        ofStep(
            "{'op': 'exitself'}",
            ", line 2, column 8: unknown op 'exitself'; did you mean 'exit_self'? expected start,"
                + " exit_self, stop_self, raise, bad_return, sleep, signal, send, batch, get_count,"
                + " call_exit, call_stop_reply, link, unlink, monitor, demonitor, set_init,"
                + " start_child, terminate_child, restart_child, delete_child, which_children,"
                + " count_children, whereis, stop, parent_exit, wait, sequence, parallel, async or"
                + " collect"),
        ofStep(
            "{'op': 'exit_self', 'path': 'r'}",
            ", line 2, column 1: step exit_self needs the field 'reason'; add it"),
        ofStep(
            "{'op': 'exit_self', 'path': 'r', 'reason': {}}",
            ", line 2, column 44: reason: expected a reason: an atom as text, a tuple as a list, or"
                + " a number, got an object"),
        ofStep(
            "{'op': 'bad_return', 'path': 'r//a'}",
            ", line 2, column 30: path: expected ids joined by '/' from the root's on, as in root/a"
                + " or root/a@2, got 'r//a'"),
        ofStep(
            "{'op': 'bad_return', 'path': 'r@0'}",
            ", line 2, column 30: path: expected ids joined by '/' from the root's on, as in root/a"
                + " or root/a@2, got 'r@0'"),
        ofStep(
            "{'op': 'wait', 'ms': -1}",
            ", line 2, column 22: ms: expected a whole number from 0 to 4294967295, got -1"),
        ofStep(
            "{'op': 'wait', 'seconds': 1, 'ms': 1}",
            ", line 2, column 16: unknown field 'seconds' in step wait; expected op, quiet_ms or"
                + " ms"),
        ofStep(
            "{'op': 'send', 'path': 'r', 'n': 1000001}",
            ", line 2, column 34: n: expected a whole number from 0 to 1000000, got 1000001"),
        ofStep(
            "{'op': 'batch', 'path': 'r', 'messages': ['play']}",
            ", line 2, column 43: messages: expected work, {exit_self: R} or {stop_self: R}, got"
                + " 'play'"),
        ofStep(
            "{'op': 'start_child', 'sup': 'r'}",
            ", line 2, column 1: step start_child: expected one of the fields spec and id"),
        ofStep(
            "{'op': 'collect', 'tag': 't'}",
            ", line 2, column 26: tag: no async step before this one is tagged 't'"),
        ofStep(
            "{'op': 'sequence', 'ops': [{'op': 'wait'}]}",
            ", line 2, column 28: step wait needs the field 'ms'; add it"));
  }

  static Stream<Arguments> expectations() {
    var head = "{'tree': {'id': 'r'}, 'steps': [{'op': 'start'}], 'expected':\n";
    return Stream.of(
        said(
            head + "{'steps': [], 'final_alive': []}}",
            ", line 2, column 1: expected: one entry a step, but the script has 1 steps and this"
                + " has 0"),
        said(
            head + "{'steps': [{'order': [[0, 1]], 'events': []}], 'final_alive': []}}",
            ", line 2, column 23: order: expected pairs of positions of this step's 0 events,"
                + " counted from 0, got a list"),
        said(
            head + "{'steps': [{'events': [{'path': 'r'}]}], 'final_alive': []}}",
            ", line 2, column 24: an event needs the field 'ev'; add it"));
  }

  @ParameterizedTest
  @MethodSource({"json", "brokenJson", "nodes", "steps", "expectations"})
  void aMistakeInJsonIsOneLineWithItsPlace(String text, String line) {
    assertThat(Lessons.lines(Lessons.read("x.json", text))).isEqualTo("lesson 'x.json'" + line);
  }

  @Test
  void allMistakesAreToldInTheOrderOfTheFile() {
    var reading =
        Lessons.read(
            "x.json",
            """
            {"steps": [{"op": "fly"}, {"op": "wait", "ms": "long"}],
             "tree": {"id": "", "restart": 1},
             "title": 3}\
            """);

    assertThat(((Reading.Bad) reading).diagnostics())
        .extracting(said -> said.line() + ":" + said.column())
        .containsExactly("1:19", "1:48", "2:17", "2:32", "3:11");
  }

  @Test
  void afterTwentyMistakesOnlyTheirNumberIsTold() {
    var steps =
        IntStream.range(0, 27)
            .mapToObj(i -> "{\"op\": \"x" + i + "\"}")
            .collect(Collectors.joining(","));
    var reading = Lessons.read("x.json", "{\"tree\": {\"id\": \"r\"}, \"steps\": [" + steps + "]}");

    assertThat(Lessons.lines(reading).lines())
        .hasSize(21)
        .last()
        .isEqualTo("lesson 'x.json': and 7 more");
  }

  @Test
  void textThatIsNotForAScreenIsShownTame() {
    var line =
        Lessons.lines(
            Lessons.read(
                "x\n.json", "{\"tree\": {\"id\": \"a\\n\\u202eb/" + "c".repeat(99) + "\"}}"));

    assertThat(line)
        .isEqualTo(
            "lesson 'x\uFFFD.json', line 1, column 17: id: expected an id without '/' and '@',"
                + " which paths need, got 'a\uFFFD\uFFFDb/"
                + "c".repeat(55)
                + "...'");
  }
}
