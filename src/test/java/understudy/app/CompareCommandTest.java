package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.recording.Opening;
import understudy.recording.RecordingReader;

/// The same script under several strategies.
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class CompareCommandTest {
  /// The figures of the first line that begins with this name.
  static List<String> figures(Ran ran, String name) {
    return ran.out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .map(line -> List.of(line.substring(name.length()).strip().split(" {2,}")))
        .orElseThrow();
  }

  @TempDir Path folder = Path.of("");

  @Test
  void tellsTheStrategiesApart() {
    var ran = Ran.of("compare", "one_for_all");
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(figures(ran, "died")).containsExactly("2", "2", "2");
    assertThat(figures(ran, "stopped")).containsExactly("0", "4", "3");
    assertThat(figures(ran, "restarted")).containsExactly("2", "6", "5");
    assertThat(figures(ran, "time down")).containsExactly("0.000 s", "0.600 s", "0.600 s");
    assertThat(Ran.of("compare", "one_for_all")).isEqualTo(ran);
  }

  @Test
  void handsReachIntoEachAndASupervisorBelowCanBeMeant() {
    var ran =
        Ran.of(
            "compare",
            "chat",
            "--do",
            "5s#99999 kill chat/rooms/lobby",
            "--supervisor",
            "chat/rooms",
            "--strategies",
            "one_for_all,one_for_one");
    assertThat(ran.out()).contains("chat/rooms in other strategies").doesNotContain("not the run");
    assertThat(figures(ran, "restarted")).containsExactly("3", "1");
  }

  @Test
  void whatADeedDidNotFindIsToldForEachRun() {
    var ran = Ran.of("compare", "one_for_one", "--do", "1s kill attic");
    assertThat(ran.out()).contains("one_for_all: '1s kill attic' found nobody at attic");
  }

  @Test
  void keepsARecordingOfEach() {
    Ran.of(
        "compare", "one_for_all", "--until", "3s", "--record", folder.resolve("three").toString());
    for (var strategy : Strategies.ALL) {
      var file = folder.resolve("three/one_for_all-" + Strategies.name(strategy) + ".understudy");
      assertThat(RecordingReader.open(file))
          .isInstanceOfSatisfying(
              Opening.Opened.class,
              opened -> {
                assertThat(opened.damage()).isEmpty();
                assertThat(opened.recording().metadata().title())
                    .endsWith("(" + Strategies.name(strategy) + ")");
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "chat;--strategies;one_for_none | --strategies 'one_for_none': expected some of"
            + " one_for_one,",
        "chat;--strategies;one_for_one,one_for_one | --strategies 'one_for_one,one_for_one':"
            + " one_for_one stands there twice",
        "chat;--supervisor;chat/door | 'chat/door' is no supervisor with a strategy that can be"
            + " changed; expected one of chat, chat/rooms",
        "nothing | 'nothing' is neither a file nor a lesson;"
      })
  void badUsageIsOneLine(String line, String problem) {
    var ran = Ran.of(("compare;" + line).split(";", -1));
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err()).startsWith("understudy: " + problem).hasLineCount(1);
  }
}
