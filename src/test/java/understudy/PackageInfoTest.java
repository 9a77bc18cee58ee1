package understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every package of the product says what it is, and where a value may be missing.
class PackageInfoTest {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final String NULL_MARKED = "@NullMarked\npackage ";

  @Test
  void everyPackageIsDescribedAndNullMarked() throws IOException {
    Set<Path> folders =
        Sources.java().stream()
            .filter(file -> file.startsWith(MAIN))
            .map(Path::getParent)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(folders).isNotEmpty();
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).as("the description of package %s", folder).isRegularFile();
      List<String> lines = Files.readAllLines(info);
      assertThat(lines.getFirst()).as("first line of %s", info).startsWith("/// ");
      assertThat(String.join("\n", lines)).as(info.toString()).contains(NULL_MARKED);
    }
  }
}
