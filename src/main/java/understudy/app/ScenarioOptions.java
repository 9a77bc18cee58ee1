package understudy.app;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.scenario.Scenario;

/// What is played and under which seed, on the command line.
final class ScenarioOptions {
  @Parameters(
      paramLabel = "FILE",
      description = "a scenario or lesson (JSON or YAML), or the name of a lesson such as chat")
  private String file = "";

  @Option(names = "--seed", paramLabel = "N", description = "decides who runs next (default: 1)")
  private long seed = Main.DEFAULT_SEED;

  Scenario read() {
    return ScenarioSource.read(file);
  }

  String file() {
    return file;
  }

  long seed() {
    return seed;
  }
}
