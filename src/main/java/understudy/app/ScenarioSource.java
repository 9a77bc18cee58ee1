package understudy.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import understudy.player.Repertoire;
import understudy.scenario.Reading;
import understudy.scenario.Scenario;
import understudy.scenario.ScenarioReader;

/// What a person names on the command line to be played: a file, or a lesson that comes with the
/// product. A file of the same name comes first.
final class ScenarioSource {
  private ScenarioSource() {}

  static Scenario read(String name) {
    return switch (reading(name)) {
      case Reading.Good(var scenario) -> scenario;
      case Reading.Bad(var diagnostics) ->
          throw new BadInput(
              diagnostics.stream().map(Object::toString).collect(Collectors.joining("; ")));
    };
  }

  /// {@return whether `name` is a lesson that comes with the product, and no file}
  static boolean isLesson(String name) {
    return Lessons.names().contains(name) && !Files.exists(file(name));
  }

  static Path file(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new BadInput("'%s' names no file: %s".formatted(name, e.getReason()));
    }
  }

  private static Reading reading(String name) {
    Path file = file(name);
    if (isLesson(name)) {
      return Lessons.read(name);
    }
    if (!name.contains(".") && !Files.exists(file)) {
      throw new BadInput(
          "'%s' is neither a file nor a lesson; the lessons are %s"
              .formatted(name, String.join(", ", Lessons.names())));
    }
    return ScenarioReader.read(file, Repertoire.names());
  }
}
