package understudy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the repository's files are, for tests that read them.
///
/// Paths are relative to the repository's root, which is where the tests run.
final class Sources {
  private static final Path SRC = Path.of("src");

  private Sources() {}

  /// {@return every Java file under `src`, in the order of their paths}
  static List<Path> java() throws IOException {
    try (Stream<Path> files = Files.walk(SRC)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
