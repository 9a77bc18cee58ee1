package understudy.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The files that the tests read.
final class Lessons {
  static final Set<String> BEHAVIOURS =
      Set.of("scripted", "directory", "room", "door", "user", "ticker", "counter", "echo");

  private Lessons() {}

  static List<Path> published() {
    return in(Path.of("src/test/resources/scenarios"));
  }

  static List<Path> shipped() {
    return in(Path.of("assets/lessons"));
  }

  private static List<Path> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static Reading read(String name, String text) {
    return ScenarioReader.read(name, text.getBytes(StandardCharsets.UTF_8), BEHAVIOURS);
  }

  /// The scenario, or a failure that shows why there is none.
  static Scenario good(Reading reading) {
    return switch (reading) {
      case Reading.Good(var scenario) -> scenario;
      case Reading.Bad bad -> throw new AssertionError(lines(bad));
    };
  }

  /// The complaints, one a line; empty for a scenario.
  static String lines(Reading reading) {
    return switch (reading) {
      case Reading.Good _ -> "";
      case Reading.Bad(var diagnostics) ->
          diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
    };
  }
}
