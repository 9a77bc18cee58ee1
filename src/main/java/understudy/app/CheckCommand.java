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

  @Option(names = "--live", description = "play on the live scheduler, in real time")
  private boolean live;

  @Option(
      names = "--times",
      paramLabel = "N",
      description =
          "play each scenario so often (default: 1); stepped, each time with the next seed")
  private int times = 1;

  @Override
  public Integer call() {
    if (times < 1) {
      throw new BadInput("--times: expected 1 or more, got " + times);
    }
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
    if (scenario.expected().isEmpty()) {
      return List.of("no 'expected' in the file: there is nothing to compare with");
    }
    var expected = scenario.expected().get();
    for (int i = 0; i < times; i++) {
      long nextSeed = seed + i;
      var played =
          live
              ? Player.playLive(scenario, EventSink.NONE)
              : Player.play(scenario, nextSeed, EventSink.NONE);
      var differences = Comparison.differences(expected, played);
      if (!differences.isEmpty()) {
        String which = live ? "live, time " + (i + 1) : "seed " + nextSeed;
        return times == 1
            ? differences
            : differences.stream().map(line -> which + ": " + line).toList();
      }
    }
    return List.of();
  }
}
