package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.recording.Opening;
import understudy.recording.RecordingReader;

/// What a person or a script gets from each call.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class CommandLineTest {
  private static final String SCENARIOS = "src/test/resources/scenarios/";

  @TempDir Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Nested
  class Check {
    @Test
    void countsWhatPassed() {
      var ran = Ran.of("check", SCENARIOS + "sc_ofa_01_middle.json", SCENARIOS + "fz_0003.json");
      assertThat(ran)
          .isEqualTo(new Ran(0, "PASS sc_ofa_01_middle\nPASS fz_0003\n2 passed, 0 failed\n", ""));
    }

    @Test
    void endsWithOneWhereTheTraceIsAnother() throws IOException {
      String wrong =
          Files.readString(Path.of(SCENARIOS + "sc_ofa_01_middle.json"))
              .replace("\"final_alive\": [", "\"final_alive\": [\"root/z@1\", ");
      var ran = Ran.of("check", file("wrong.json", wrong).toString());
      assertThat(ran.status()).isEqualTo(1);
      assertThat(ran.out())
          .startsWith("FAIL sc_ofa_01_middle\n     alive at the end: ")
          .endsWith("0 passed, 1 failed\n");
    }

    @Test
    void playsTheGoodFilesBesideABadOne() throws IOException {
      var bad = file("bad.json", "{\"tree\": 7}");
      var ran = Ran.of("check", bad.toString(), SCENARIOS + "fz_0003.json");
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.out()).isEqualTo("PASS fz_0003\n1 passed, 0 failed\n");
      assertThat(ran.err()).startsWith("understudy: ").contains("bad.json").contains("line 1");
    }
  }

  @Test
  void traceIsOneLineOfJsonAScenario() {
    var ran = Ran.of("trace", SCENARIOS + "sc_ofa_01_middle.json", SCENARIOS + "fz_0003.json");
    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"id\":\"") && line.contains("\"final_alive\":["));
  }

  @Nested
  class Run {
    @Test
    void saysWhatItPlayed() {
      var ran = Ran.of("run", SCENARIOS + "sc_ofa_08_counts_once.json", "--seed", "7");
      assertThat(ran.status()).isZero();
      assertThat(ran.out())
          .contains("stepped with seed 7, 3 steps")
          .contains("0 dropped")
          .contains("as the real BEAM did");
    }

    @Test
    void playsLiveWithTheSameResult() {
      var ran = Ran.of("run", SCENARIOS + "sc_ofa_08_counts_once.json", "--live");
      assertThat(ran.out()).contains("live, 3 steps").contains("as the real BEAM did");
      assertThat(ran.status()).isZero();
    }

    @Test
    void recordsWhatHappened() {
      Path recording = folder.resolve("a.understudy");
      Ran.of("run", SCENARIOS + "fz_0003.json", "--record", recording.toString());
      assertThat(RecordingReader.open(recording))
          .isInstanceOfSatisfying(
              Opening.Opened.class,
              opened -> {
                assertThat(opened.damage()).isEmpty();
                assertThat(opened.recording().totals().events()).isGreaterThan(50);
                assertThat(opened.recording().metadata().scenario()).isEqualTo("fz_0003");
              });
    }

    @Test
    void theSameSeedGivesTheSameFileByteForByte() throws IOException {
      Path first = folder.resolve("first.understudy");
      Path second = folder.resolve("second.understudy");
      Ran.of("run", SCENARIOS + "fz_0031.json", "--seed", "5", "--record", first.toString());
      Ran.of("run", SCENARIOS + "fz_0031.json", "--seed", "5", "--record", second.toString());
      assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
      var ran =
          Ran.of("run", SCENARIOS + "fz_0003.json", "--record", folder + "/no/such/a.understudy");
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err().lines()).hasSize(1).first().asString().contains("a.understudy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "trace", "check"})
  void aMissingFileIsOneLineAndTwo(String command) {
    var ran = Ran.of(command, folder + "/nothing.json");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains("no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "run, Missing required parameter",
    "run --seed x f.json, Invalid value for option '--seed'",
    "check --wrong f.json, Unknown option: '--wrong'",
    "--wrong, Unknown option: '--wrong'"
  })
  void badUsageIsOneLineAndTwo(String line, String said) {
    var ran = Ran.of(line.split(" "));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains(said).contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "trace --help", "check --help", "--version"})
  void helpIsZero(String line) {
    var ran = Ran.of(line.split(" "));
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).containsIgnoringCase("understudy");
  }

  @Test
  void aDisplayIsThereOnlyWithItsSocket() throws IOException {
    Files.createFile(folder.resolve("X7"));
    assertThat(Display.isX11(":7", folder)).isTrue();
    assertThat(Display.isX11(":7.0", folder)).isTrue();
    assertThat(Display.isX11(":8", folder)).isFalse();
    assertThat(Display.isX11("far.example:0", folder)).isTrue();
    assertThat(Display.isX11("", folder)).isFalse();
    assertThat(Display.isX11(null, folder)).isFalse();
  }
}
