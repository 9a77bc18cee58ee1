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
import understudy.player.Player;

/// Plays scenarios and prints what happened, for other programs to compare.
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Plays each scenario stepped and prints its trace as JSON Lines, one line a scenario.")
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "scenario files (JSON or YAML)")
  private List<Path> files = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "decides who runs next (default: 1)")
  private long seed = Main.DEFAULT_SEED;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var batch = ScenarioFiles.read(files);
    for (var scenario : batch.good()) {
      out.println(Player.play(scenario, seed, EventSink.NONE).asValue());
    }
    out.flush();
    return batch.report(spec.commandLine().getErr(), Main.DONE);
  }
}
