package understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.Script.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `bin/understudy` starts the application on a Java that fits, wherever it is called from.
///
/// The Javas here are scripts that say who they are and what they were given.
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
  private static final String PATH = "/usr/bin:/bin";

  @TempDir private Path world = Path.of("");
  private Path start = Path.of("");

  @BeforeEach
  void makeAnApplicationFolder() throws IOException {
    world = world.toRealPath();
    Path home = world.resolve("my apps/understudy");
    start = Script.copy("src/main/bin/understudy", home.resolve("bin/understudy"));
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("javafx"));
  }

  @Test
  void handsOverEveryArgumentAsItIs() throws Exception {
    Path java = java("jdk 25", "25.0.1");
    var run =
        Script.run(
            world,
            environment("PATH", PATH, "JAVA_HOME", java),
            start.toString(),
            "run",
            "a b",
            "",
            "*",
            "$HOME");
    Path home = world.resolve("my apps/understudy");
    assertThat(run.out())
        .isEqualTo(
            """
            jdk 25
            [--module-path]
            [%s/javafx]
            [--add-modules]
            [javafx.controls,javafx.fxml]
            [--enable-native-access=javafx.graphics]
            [--class-path]
            [%s/lib/*]
            [understudy.app.Main]
            [run]
            [a b]
            []
            [*]
            [$HOME]\
            """
                .formatted(home, home));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void takesTheClassesThatTheBuildLeftLoadedAndKeepsTheirFateToItself() throws Exception {
    Path java = java("jdk 25", "25.0.1");
    Path ready = world.resolve("my apps/understudy/lib/understudy.aot");
    Files.createFile(ready);
    var run =
        Script.run(
            world,
            environment("PATH", PATH, "JAVA_HOME", java, "UNDERSTUDY_JAVA_OPTS", "-Xlog:gc"),
            start.toString());
    assertThat(run.out().lines().skip(1).limit(2))
        .containsExactly("[-Xlog:disable]", "[-XX:AOTCache=" + ready + "]");
    assertThat(run.out().lines())
        .containsSubsequence("[-XX:AOTCache=" + ready + "]", "[-Xlog:gc]", "[--module-path]");
  }

  @Test
  void asksForShortPausesWhereThereWillBeAWindow() throws Exception {
    var environment = environment("PATH", PATH, "JAVA_HOME", java("jdk 25", "25.0.1"));
    String file = Files.createFile(world.resolve("my lesson.yaml")).toString();
    String wanted = "[-XX:MaxGCPauseMillis=50]";
    assertThat(Script.run(world, environment, start.toString()).out()).contains(wanted);
    assertThat(Script.run(world, environment, start.toString(), file).out()).contains(wanted);
    assertThat(Script.run(world, environment, start.toString(), "run", file).out())
        .doesNotContain(wanted);
  }

  @Test
  void findsItsFolderThroughLinks() throws Exception {
    Files.createSymbolicLink(world.resolve("first"), start);
    Files.createSymbolicLink(world.resolve("second"), Path.of("first"));
    var run =
        Script.run(world, environment("PATH", PATH, "JAVA_HOME", java("new", "26-ea")), "./second");
    assertThat(run.out()).contains("[" + world.resolve("my apps/understudy/lib/*") + "]");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOldForTheOneOnThePath() throws Exception {
    Path old = java("old", "17.0.15");
    Path onPath = java("on path", "25");
    Files.createSymbolicLink(world.resolve("java"), onPath.resolve("bin/java"));
    var run =
        Script.run(
            world, environment("PATH", world + ":" + PATH, "JAVA_HOME", old), start.toString());
    assertThat(run.out()).startsWith("on path\n");
  }

  @Test
  void asksAJavaWithoutAReleaseFileForItsVersion() throws Exception {
    Path java = world.resolve("bare");
    Script.write(
        java.resolve("bin/java"),
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"25.0.3\" 2026' >&2; else echo bare;"
            + " fi");
    var run = Script.run(world, environment("PATH", PATH, "JAVA_HOME", java), start.toString());
    assertThat(run.out()).isEqualTo("bare");
  }

  @Test
  void exitsWithTheApplicationsStatus() throws Exception {
    Path java = java("sad", "25");
    Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
    var run = Script.run(world, environment("PATH", PATH, "JAVA_HOME", java), start.toString());
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void saysInOneLineThatTheJavaAskedForIsTooOld() throws Exception {
    Path old = java("old", "17.0.15");
    var run =
        Script.run(world, environment("PATH", PATH, "UNDERSTUDY_JAVA_HOME", old), start.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "understudy: UNDERSTUDY_JAVA_HOME is '"
                + old
                + "', which holds no Java 25 or newer; point it at one, or unset it");
  }

  @Test
  void saysInOneLineThatNoJavaFits() throws Exception {
    Files.writeString(start, Files.readString(start).replace("wanted=25", "wanted=9999"));
    var run = Script.run(world, environment("PATH", PATH), start.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("understudy: no Java 9999 or newer in JAVA_HOME, on the PATH")
        .hasLineCount(1);
  }

  @Test
  void saysInOneLineThatItsFolderIsNotWhole() throws Exception {
    Path alone = Script.copy("src/main/bin/understudy", world.resolve("bin/understudy"));
    var run = Script.run(world, environment("PATH", PATH), alone.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("keep the application folder whole").hasLineCount(1);
  }

  private Path java(String name, String version) throws IOException {
    Path home = world.resolve(name);
    Script.write(home.resolve("bin/java"), "echo '" + name + "'; printf '[%s]\\n' \"$@\"");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
