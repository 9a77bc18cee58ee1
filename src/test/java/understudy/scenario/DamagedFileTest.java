package understudy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to a file, it is a scenario or a list of complaints.
@Timeout(60)
class DamagedFileTest {
  private static final int DAMAGES = 4_000;

  private static byte[] file(String path) throws IOException {
    return Files.readAllBytes(Path.of(path));
  }

  private static Reading read(String path, byte[] bytes) {
    var name = Path.of(path).getFileName().toString();
    return ScenarioReader.read(name, bytes, Set.of("counter", "room", "door", "directory"));
  }

  private static void isAnAnswer(Reading reading) {
    if (reading instanceof Reading.Bad(var diagnostics)) {
      assertThat(diagnostics).isNotEmpty().hasSizeLessThanOrEqualTo(Complaints.TOLD + 1);
      assertThat(diagnostics)
          .allSatisfy(line -> assertThat(line.toString()).hasLineCount(1).hasSizeLessThan(700));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/scenarios/sc_ini_03_twice_then_ok.json",
        "assets/lessons/chat.yaml"
      })
  void cutAtEveryLength(String path) throws IOException {
    var whole = file(path);

    for (var length = 0; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatCode(() -> isAnAnswer(read(path, cut)))
          .as("cut to %d bytes", length)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/scenarios/sc_mbx_01_poison.json",
        "src/test/resources/scenarios/sc_dyn_01_max_children.json",
        "assets/lessons/chat.yaml",
        "assets/lessons/one_for_all.yaml"
      })
  void withBytesReplacedSwappedAndRepeated(String path) throws IOException {
    var whole = file(path);
    var random = new Random(20260101);
    var special = "{}[]:,\"'#&*!|>%@`-?\t\n\\ 0".getBytes(StandardCharsets.UTF_8);

    for (var i = 0; i < DAMAGES; i++) {
      var damaged = whole.clone();
      for (var n = random.nextInt(4); n >= 0; n--) {
        var at = random.nextInt(damaged.length);
        switch (random.nextInt(4)) {
          case 0 -> damaged[at] = (byte) random.nextInt(256);
          case 1 -> damaged[at] = special[random.nextInt(special.length)];
          case 2 -> damaged[at] = damaged[random.nextInt(damaged.length)];
          default -> {
            var length = random.nextInt(damaged.length - at);
            var from = random.nextInt(damaged.length - length);
            System.arraycopy(whole, from, damaged, at, length);
          }
        }
      }
      assertThatCode(() -> isAnAnswer(read(path, damaged)))
          .as("damage %d", i)
          .doesNotThrowAnyException();
    }
  }
}
