package understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The benchmarks in `src/bench` follow the runtime's door: they compile, all but those of a peer
/// whose library the normal build does not fetch (`./mvnw -q -Pbench process-classes` has them
/// too).
class BenchSourcesTest {
  private static final Path BENCH = Path.of("src", "bench", "java");
  private static final Path PEER = BENCH.resolve(Path.of("understudy", "bench", "pekko"));

  @TempDir private Path classes = Path.of("");

  @Test
  void theBenchmarksCompile() throws IOException {
    List<Path> sources =
        Sources.java().stream()
            .filter(file -> file.startsWith(BENCH) && !file.startsWith(PEER))
            .toList();
    assertThat(sources).isNotEmpty();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var complaints = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-implicit:none",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      compiler
          .getTask(
              complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    assertThat(complaints.toString()).isEmpty();
  }
}
