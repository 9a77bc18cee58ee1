package understudy.scenario;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads scenario and lesson files: JSON, or YAML where the name ends in `.yaml` or `.yml`.
///
/// Bounded: 4 MiB, 64 levels, 100,000 values. Every field that does not fit is told, not only the
/// first. YAML's anchors, aliases and tags are refused, and its lines over 65,536 characters. Never
/// throws for what a file says; blocks while it reads the file.
public final class ScenarioReader {
  private ScenarioReader() {}

  /// Reads a file.
  ///
  /// @param file where it is
  /// @param behaviours what a worker's `behaviour` may name, beside `scripted`
  /// @return the scenario, or everything that is wrong: also that there is no such file
  public static Reading read(Path file, Set<String> behaviours) {
    var name = file.getFileName();
    var shown = name == null ? file.toString() : name.toString();
    var complaints = new Complaints(shown);
    return FileText.bytes(file, complaints)
        .map(bytes -> read(shown, bytes, behaviours))
        .orElseGet(() -> new Reading.Bad(complaints.all()));
  }

  /// Reads the content of a file.
  ///
  /// @param name the file's name, without its folder; its ending says the format
  /// @param bytes its content, UTF-8
  /// @param behaviours what a worker's `behaviour` may name, beside `scripted`
  /// @return the scenario, or everything that is wrong with it
  public static Reading read(String name, byte[] bytes, Set<String> behaviours) {
    var complaints = new Complaints(name);
    var scenario =
        FileText.text(bytes, complaints)
            .flatMap(text -> Tokens.read(text, isYaml(name), complaints))
            .flatMap(
                written -> new LessonReader(complaints, behaviours).scenario(written, stem(name)));
    return complaints.isEmpty() ? good(scenario) : new Reading.Bad(complaints.all());
  }

  private static Reading good(Optional<Scenario> scenario) {
    return new Reading.Good(
        scenario.orElseThrow(
            () -> new IllegalStateException("reader: no scenario and no complaint")));
  }

  private static boolean isYaml(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  private static String stem(String name) {
    var dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
