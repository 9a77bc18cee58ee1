package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
  private record Ran(int status, String out, String err) {
    /// The figures of the first line that begins with this name.
    List<String> figures(String name) {
      return out.lines()
          .map(String::strip)
          .filter(line -> line.startsWith(name + " "))
          .findFirst()
          .map(line -> List.of(line.substring(name.length()).strip().split(" {2,}")))
          .orElseThrow();
    }
  }

  @TempDir Path folder = Path.of("");

  private static Ran run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int status = Main.run(args);
      return new Ran(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  @Test
  void tellsTheStrategiesApart() {
    var ran = run("compare", "one_for_all");
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.figures("died")).containsExactly("2", "2", "2");
    assertThat(ran.figures("stopped")).containsExactly("0", "4", "3");
    assertThat(ran.figures("restarted")).containsExactly("2", "6", "5");
    assertThat(ran.figures("time down")).containsExactly("0.000 s", "0.600 s", "0.600 s");
    assertThat(run("compare", "one_for_all")).isEqualTo(ran);
  }

  @Test
  void handsReachIntoEachAndASupervisorBelowCanBeMeant() {
    var ran =
        run(
            "compare",
            "chat",
            "--do",
            "5s#99999 kill chat/rooms/lobby",
            "--supervisor",
            "chat/rooms",
            "--strategies",
            "one_for_all,one_for_one");
    assertThat(ran.out()).contains("chat/rooms in other strategies").doesNotContain("not the run");
    assertThat(ran.figures("restarted")).containsExactly("3", "1");
  }

  @Test
  void whatADeedDidNotFindIsToldForEachRun() {
    var ran = run("compare", "one_for_one", "--do", "1s kill attic");
    assertThat(ran.out()).contains("one_for_all: '1s kill attic' found nobody at attic");
  }

  @Test
  void keepsARecordingOfEach() {
    run("compare", "one_for_all", "--until", "3s", "--record", folder.resolve("three").toString());
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
    var ran = run(("compare;" + line).split(";", -1));
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err()).startsWith("understudy: " + problem).hasLineCount(1);
  }
}
