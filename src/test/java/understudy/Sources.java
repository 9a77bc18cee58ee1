package understudy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the repository's files are, for tests that read them.
///
/// Paths are relative to the repository's root, which is where the tests run.
final class Sources {
  private static final Path SRC = Path.of("src");
  private static final Path GIT = Path.of(".git");
  private static final List<Path> FOLDERS =
      List.of(SRC, Path.of("docs"), Path.of("assets"), Path.of(".ci"), Path.of(".mvn"));

  private Sources() {}

  /// {@return every Java file under `src`, in the order of their paths}
  static List<Path> java() throws IOException {
    return under(SRC, Integer.MAX_VALUE).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /// {@return every file of the repository: those in its root and those in its folders; what a
  /// build or an editor leaves beside them is not among them}
  static List<Path> all() throws IOException {
    List<Path> all = new ArrayList<>(under(Path.of(""), 1));
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        all.addAll(under(folder, Integer.MAX_VALUE));
      }
    }
    return all;
  }

  private static List<Path> under(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).filter(file -> !file.equals(GIT)).sorted().toList();
    }
  }
}
