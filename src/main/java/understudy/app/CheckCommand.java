package understudy.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import understudy.event.EventSink;
import understudy.player.Comparison;
import understudy.player.Player;
import understudy.scenario.Scenario;

/// Plays scenarios and compares them with what the real BEAM did.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Plays each scenario stepped and compares its trace with the expected one; one line a"
            + " scenario, then the count.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "scenario files (JSON or YAML)")
  private List<Path> files = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "decides who runs next (default: 1)")
  private long seed = Main.DEFAULT_SEED;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var batch = ScenarioFiles.read(files);
    int passed = 0;
    int failed = 0;
    for (var scenario : batch.good()) {
      var differences = differences(scenario);
      boolean same = differences.isEmpty();
      passed += same ? 1 : 0;
      failed += same ? 0 : 1;
      out.println((same ? "PASS " : "FAIL ") + scenario.id());
      differences.forEach(line -> out.println("     " + line));
    }
    out.println("%d passed, %d failed".formatted(passed, failed));
    out.flush();
    return batch.report(spec.commandLine().getErr(), failed == 0 ? Main.DONE : Main.DOES_NOT_HOLD);
  }

  private List<String> differences(Scenario scenario) {
    return scenario
        .expected()
        .map(expected ->
            Comparison.differences(expected, Player.play(scenario, seed, EventSink.NONE)))
        .orElseGet(() -> List.of("no 'expected' in the file: there is nothing to compare with"));
  }
}
