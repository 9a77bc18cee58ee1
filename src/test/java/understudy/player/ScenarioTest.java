package understudy.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import understudy.event.EventSink;
import understudy.scenario.Reading;
import understudy.scenario.Scenario;
import understudy.scenario.ScenarioReader;

/// Every scenario that the real BEAM has played gives the same trace here.
class ScenarioTest {
  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
  private static final long SEEDS = 5;

  static Scenario read(Path file) {
    return switch (ScenarioReader.read(file, Repertoire.names())) {
      case Reading.Good(var scenario) -> scenario;
      case Reading.Bad(var diagnostics) -> fail("%s", diagnostics);
    };
  }

  static List<Path> files() throws IOException {
    try (var files = Files.list(SCENARIOS)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> playsAsTheRealBeamDid() throws IOException {
    return files().stream()
        .map(file -> {
          Scenario scenario = read(file);
          return DynamicTest.dynamicTest(
              scenario.id() + " " + scenario.rules() + " " + scenario.title(),
              () -> accepted(scenario));
        });
  }

  private static void accepted(Scenario scenario) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      var played = Player.play(scenario, seed, EventSink.NONE);
      assertThat(Comparison.differences(scenario.expected().orElseThrow(), played))
          .as("%s, seed %d", scenario.id(), seed)
          .isEmpty();
    }
  }
}
