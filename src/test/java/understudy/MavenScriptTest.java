package understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.Script.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `mvnw` runs a Maven of at least 3.8 from the PATH, and otherwise the one that it fetches.
///
/// Neither the Maven nor the download is real here: both are scripts in a folder on the PATH.
@DisabledOnOs(OS.WINDOWS)
class MavenScriptTest {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "dirname",
          "mkdir",
          "mktemp",
          "tar",
          "gzip",
          "mv",
          "rm",
          "cp",
          "cut",
          "tail",
          "sha512sum",
          "shasum",
          "openssl");

  @TempDir private Path world = Path.of("");
  private Path bin = Path.of("");
  private Path mvnw = Path.of("");

  @BeforeEach
  void makeACheckoutAndAPath() throws IOException {
    world = world.toRealPath();
    mvnw = Script.copy("mvnw", world.resolve("check out/mvnw"));
    bin = Script.tools(world.resolve("bin"), TOOLS);
    Script.write(bin.resolve("java"), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.1", "3.9.11", "3.10.0", "4.0.0-rc-4"})
  void runsTheMavenOfThePath(String version) throws Exception {
    mavenOnThePath(version);
    var run = run("-q", "a b");
    assertThat(run.out()).isEqualTo("Maven " + version + " runs [-q] [a b]");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.2.1", "3.6.3", "3.7.99"})
  void fetchesOneOnceInPlaceOfAnOldOne(String version) throws Exception {
    mavenOnThePath(version);
    byte[] archive = archive();
    properties(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive)));
    Script.write(bin.resolve("curl"), DOWNLOAD + "cp '" + world + "/maven.tar.gz' \"$out\"");

    var first = run("verify");
    assertThat(first.out()).isEqualTo("fetched Maven runs verify");
    assertThat(first.err()).contains("fetching 3.9.11 once").hasLineCount(1);

    Files.delete(bin.resolve("curl"));
    var second = run("verify");
    assertThat(second.out()).isEqualTo("fetched Maven runs verify");
    assertThat(second.err()).isEmpty();
  }

  @Test
  void throwsAwayWhatHasAnotherChecksum() throws Exception {
    properties("ab".repeat(64));
    Script.write(bin.resolve("curl"), DOWNLOAD + "echo hello >\"$out\"");
    var run = run("verify");
    assertThat(run.status()).isEqualTo(1);
    assertThat(lastLine(run))
        .startsWith("mvnw: https://archive.apache.org/dist/maven/maven-3/3.9.11/")
        .contains(
            "was thrown away: SHA-512 should be " + "ab".repeat(64) + ", came e7c22b994c59d9c");
    assertThat(world.resolve("m 2/wrapper/dists")).isEmptyDirectory();
  }

  @Test
  void saysWhyADownloadFailed() throws Exception {
    properties("ab".repeat(64));
    Script.write(bin.resolve("curl"), "echo 'curl: (6) no such host' >&2; exit 6");
    var run = run("verify");
    assertThat(run.status()).isEqualTo(1);
    assertThat(lastLine(run))
        .contains("curl: (6) no such host; install Maven 3.8 or newer, or try again");
  }

  @Test
  void saysThatNothingIsHereToFetchWith() throws Exception {
    properties("ab".repeat(64));
    assertThat(lastLine(run("verify"))).startsWith("mvnw: neither curl nor wget is here");
  }

  @Test
  void saysThatJavaHomeIsNone() throws Exception {
    var run =
        Script.run(world, environment("PATH", bin, "JAVA_HOME", "nowhere"), mvnw.toString(), "-q");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "mvnw: JAVA_HOME is 'nowhere', which has no bin/java; point it at a JDK, or unset it");
  }

  @Test
  void theRepositoryNamesAVersionAndAChecksum() throws IOException {
    assertThat(Files.readString(Path.of(".mvn", "wrapper", "maven-wrapper.properties")))
        .containsPattern("(?m)^version=3\\.\\d+\\.\\d+$")
        .containsPattern("(?m)^sha512=[0-9a-f]{128}$");
  }

  private static final String DOWNLOAD =
      "while [ $# -gt 0 ]; do [ \"$1\" = -o ] && out=$2; shift; done; ";

  private Script.Run run(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = mvnw.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Script.run(
        world, environment("PATH", bin, "MAVEN_USER_HOME", world.resolve("m 2")), command);
  }

  private static String lastLine(Script.Run run) {
    return run.err().lines().toList().getLast();
  }

  private void mavenOnThePath(String version) throws IOException {
    Script.write(
        bin.resolve("mvn"),
        "[ \"$1\" = --version ] && echo 'Apache Maven %s (abc)' || echo \"Maven %s runs [$1] [$2]\""
            .formatted(version, version));
  }

  private void properties(String sha512) throws IOException {
    Path file = mvnw.resolveSibling(".mvn/wrapper/maven-wrapper.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# a comment\nversion=3.9.11\nsha512=" + sha512 + "\n");
  }

  private byte[] archive() throws IOException, InterruptedException {
    Script.write(
        world.resolve("apache-maven-3.9.11/bin/mvn"),
        "[ \"$1\" = --version ] || echo \"fetched Maven runs $1\"");
    Script.run(
        world, environment("PATH", bin), "tar", "-czf", "maven.tar.gz", "apache-maven-3.9.11");
    return Files.readAllBytes(world.resolve("maven.tar.gz"));
  }
}
