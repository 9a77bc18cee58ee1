package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.player.Repertoire;
import understudy.recording.Opening;
import understudy.recording.Recording;
import understudy.recording.RecordingReader;
import understudy.scenario.Reading;
import understudy.scenario.Scenario;
import understudy.scenario.ScenarioReader;

/// What a file that a person opens turned out to be.
sealed interface Opened {
  /// A lesson or scenario.
  record Lesson(Scenario scenario) implements Opened {}

  /// A recording, and what is missing of it.
  record Recorded(Recording recording, Optional<String> damage) implements Opened {}

  /// Neither, in one line.
  record Refused(String line) implements Opened {}

  /// Reads `file`, whichever of the two it is.
  static Opened read(Path file) {
    if (looksLikeLesson(file)) {
      return switch (ScenarioReader.read(file, Repertoire.names())) {
        case Reading.Good(var scenario) -> new Lesson(scenario);
        case Reading.Bad(var diagnostics) ->
            new Refused(
                diagnostics.stream().map(Object::toString).collect(Collectors.joining("; ")));
      };
    }
    return switch (RecordingReader.open(file)) {
      case Opening.Opened(var recording, var damage)
          when recording.totals().events() == 0 && damage.isPresent() ->
          new Refused(damage.get());
      case Opening.Opened(var recording, var damage) -> new Recorded(recording, damage);
      case Opening.Refused(var line) -> new Refused(line);
    };
  }

  /// A pipe or a device is not looked at: who reads there may wait for ever.
  private static boolean looksLikeLesson(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return true;
    }
    try (var stream = Files.newInputStream(file)) {
      int first = stream.read();
      return first == '{';
    } catch (IOException _) {
      return false; // The recording's reader says in one line what is wrong with the file.
    }
  }
}
