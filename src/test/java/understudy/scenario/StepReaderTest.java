package understudy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepReaderTest {
  private static Scenario json(String text) {
    return Lessons.good(Lessons.read("a.json", text));
  }

  private static TreeNode tree(String node) {
    return json("{\"tree\": " + node + "}").tree();
  }

  private static Step step(String step) {
    var steps = "[{\"op\": \"async\", \"tag\": \"t\", \"of\": {\"op\": \"start\"}}, " + step + "]";
    return json("{\"tree\": {\"id\": \"r\"}, \"steps\": " + steps + "}").steps().getLast().step();
  }

  private static ProcessPath path(String path) {
    return new ProcessPath(path, OptionalInt.empty());
  }

  @Test
  void everyOperationIsRead() {
    var steps =
        Map.ofEntries(
            Map.entry("{'op':'start'}", new Step.Start()),
            Map.entry(
                "{'op':'exit_self','path':'r/a','reason':'x'}",
                new Step.ExitSelf(path("r/a"), Value.text("x"))),
            Map.entry(
                "{'op':'stop_self','path':'r','reason':['shutdown','x']}",
                new Step.StopSelf(path("r"), Value.items(Value.text("shutdown"), Value.text("x")))),
            Map.entry(
                "{'op':'raise','path':'r','reason':3}", new Step.Raise(path("r"), Value.number(3))),
            Map.entry("{'op':'bad_return','path':'r'}", new Step.BadReturn(path("r"))),
            Map.entry("{'op':'sleep','path':'r','ms':5}", new Step.Sleep(path("r"), 5)),
            Map.entry(
                "{'op':'signal','path':'r/a@2','reason':'kill','from':'r/b'}",
                new Step.Signal(
                    new ProcessPath("r/a", OptionalInt.of(2)),
                    Value.text("kill"),
                    Optional.of(path("r/b")))),
            Map.entry("{'op':'send','path':'r','n':3}", new Step.Send(path("r"), 3)),
            Map.entry(
                "{'op':'batch','path':'r','messages':['work',{'exit_self':'p'},{'stop_self':'q'}]}",
                new Step.Batch(
                    path("r"),
                    List.of(
                        new Mail.Work(),
                        new Mail.ExitSelf(Value.text("p")),
                        new Mail.StopSelf(Value.text("q"))))),
            Map.entry("{'op':'get_count','path':'r'}", new Step.GetCount(path("r"))),
            Map.entry(
                "{'op':'call_exit','path':'r','reason':'x'}",
                new Step.CallExit(path("r"), Value.text("x"))),
            Map.entry(
                "{'op':'call_stop_reply','path':'r','reason':'x'}",
                new Step.CallStopReply(path("r"), Value.text("x"))),
            Map.entry("{'op':'link','a':'r','b':'r/a'}", new Step.Link(path("r"), path("r/a"))),
            Map.entry("{'op':'unlink','a':'r','b':'q'}", new Step.Unlink(path("r"), path("q"))),
            Map.entry("{'op':'monitor','a':'r','b':'q'}", new Step.Monitor(path("r"), path("q"))),
            Map.entry(
                "{'op':'demonitor','a':'r','b':'q'}", new Step.Demonitor(path("r"), path("q"))),
            Map.entry(
                "{'op':'set_init','path':'r','init':['ignore']}",
                new Step.SetInit(path("r"), List.of(new Init.Ignore()))),
            Map.entry(
                "{'op':'start_child','sup':'r','id':'x'}",
                new Step.StartChild(path("r"), Optional.empty(), Optional.of("x"))),
            Map.entry(
                "{'op':'start_child','sup':'r','spec':{'id':'x'}}",
                new Step.StartChild(
                    path("r"), Optional.of(tree("{\"id\": \"x\"}")), Optional.empty())),
            Map.entry(
                "{'op':'terminate_child','sup':'r','id':'x','by_id':true}",
                new Step.TerminateChild(path("r"), "x", true)),
            Map.entry(
                "{'op':'restart_child','sup':'r','id':'x'}",
                new Step.RestartChild(path("r"), "x", false)),
            Map.entry(
                "{'op':'delete_child','sup':'r','id':'x'}",
                new Step.DeleteChild(path("r"), "x", false)),
            Map.entry("{'op':'which_children','sup':'r'}", new Step.WhichChildren(path("r"))),
            Map.entry("{'op':'count_children','sup':'r'}", new Step.CountChildren(path("r"))),
            Map.entry("{'op':'whereis','name':'n'}", new Step.Whereis("n")),
            Map.entry(
                "{'op':'stop','path':'r','reason':'x'}", new Step.Stop(path("r"), Value.text("x"))),
            Map.entry("{'op':'parent_exit','reason':'x'}", new Step.ParentExit(Value.text("x"))),
            Map.entry("{'op':'wait','ms':0}", new Step.Wait(0)),
            Map.entry(
                "{'op':'sequence','ops':[{'op':'start'}]}",
                new Step.Sequence(List.of(new Step.Start()))),
            Map.entry("{'op':'parallel','ops':[]}", new Step.Parallel(List.of())),
            Map.entry(
                "{'op':'async','tag':'u','of':{'op':'start'}}",
                new Step.Async("u", new Step.Start())),
            Map.entry("{'op':'collect','tag':'t'}", new Step.Collect("t")));

    steps.forEach(
        (written, meant) -> assertThat(step(written.replace('\'', '"'))).isEqualTo(meant));
    assertThat(steps.values().stream().<Class<?>>map(Step::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Step.class.getPermittedSubclasses());
  }

  @Test
  void aStepKeepsItsOwnQuietPeriod() {
    var read =
        json(
            """
            {"tree": {"id": "r"}, "quiet_ms": 7,
             "steps": [{"op": "start", "quiet_ms": 600}, {"op": "start"}]}\
            """);

    assertThat(read.quietMillis()).isEqualTo(7);
    assertThat(read.steps())
        .extracting(Timed::quietMillis)
        .containsExactly(OptionalInt.of(600), OptionalInt.empty());
  }

  @Test
  void aPathIsShownAsItWasWritten() {
    assertThat(Paths.parse("r/a b@12").orElseThrow()).hasToString("r/a b@12");
    assertThat(Paths.parse("r").orElseThrow()).hasToString("r");
  }
}
