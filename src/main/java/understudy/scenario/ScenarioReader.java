package understudy.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Reads scenario and lesson files: JSON, or YAML where the name ends in `.yaml` or `.yml`.
public final class ScenarioReader {
  private ScenarioReader() {}

  /// Reads a file.
  ///
  /// @param file where it is
  /// @param behaviours what a worker's `behaviour` may name
  /// @return the scenario, or everything that is wrong with the file; never throws for a bad file
  public static Reading read(Path file, Set<String> behaviours) {
    return new Reading.Bad(List.of());
  }

  /// Reads the content of a file.
  ///
  /// @param name the file's name; its ending says the format
  /// @param bytes its content
  /// @param behaviours what a worker's `behaviour` may name
  /// @return the scenario, or everything that is wrong with it; never throws for bad content
  public static Reading read(String name, byte[] bytes, Set<String> behaviours) {
    return new Reading.Bad(List.of());
  }
}
