package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ExportCommandTest {
  @TempDir static Path folder;
  private static Path recording = Path.of("");

  @BeforeAll
  static void recordAChat() {
    recording = folder.resolve("chat.understudy");
    var deed = "12.3s kill chat/rooms/lobby";
    var ran = Ran.of("run", "chat", "--seed", "7", "--do", deed, "--record", recording.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private static Ran export(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "export";
    args[1] = recording.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Ran.of(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chrome-trace",
        "shiviz",
        "mermaid-tree",
        "dot",
        "graphml",
        "csv",
        "jsonl",
        "html"
      })
  void aRecordingBecomesAFile(String format) {
    Path out = folder.resolve("out." + format);
    var ran = export("--format", format, "-o", out.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(out + ": ");
    assertThat(out).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mermaid", "plantuml"})
  void aLongDiagramBecomesSeveral(String format) {
    Path out = folder.resolve("long." + format);
    var ran = export("--format", format, "-o", out.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(folder.resolve("long-001." + format)).isNotEmptyFile();
    assertThat(ran.err()).contains("long-001." + format + " to long-0", "are not drawn");
  }

  @Test
  void withoutAFileItGoesToStandardOutput() {
    var ran = export("--format", "csv", "--kinds", "exited,Child-Exited");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("chat/rooms/lobby").contains("shown: only");
    assertThat(ran.err()).contains("export: shown: only");
  }

  @Test
  void aTableOfProcesses() {
    var ran = export("--to", "csv", "--table", "processes", "--under", "rooms");
    assertThat(ran.out()).startsWith("pid,").contains("chat/rooms/lobby").doesNotContain(",ada,");
  }

  @Test
  void aLessonIsPlayedAndExported() {
    var ran = Ran.of("export", "chat", "--format", "dot", "--until", "3");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("digraph", "A chat that heals itself, ", "lobby");
  }

  @Test
  void badInputIsOneLine() throws IOException {
    assertRefused(export("--format", "pdf"), "there is no format 'pdf'", "chrome-trace, shiviz");
    assertRefused(export("--format", "csv", "--from", "noon"), "--from", "'noon'");
    assertRefused(export("--format", "csv", "--kinds", "party"), "no kind of event 'party'");
    assertRefused(export("--format", "csv", "--under", "nobody"), "'nobody'");
    assertRefused(export("--format", "csv", "-o", folder.toString()), "is a folder");
    assertRefused(
        export("--format", "csv", "-o", folder.resolve("no/x").toString()), "make it first");
    assertRefused(export("--format", "dot", "--table", "processes"), "only csv has a table");
    Path odd = Files.writeString(folder.resolve("odd.understudy"), "what?");
    assertRefused(Ran.of("export", odd.toString(), "--format", "csv"), "odd.understudy");
    assertRefused(Ran.of("export", "no.understudy", "--format", "csv"), "no.understudy");
  }

  private static void assertRefused(Ran ran, String... words) {
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains(words);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void helpNamesEveryFormat() {
    assertThat(Ran.of("export", "--help").out())
        .contains("chrome-trace", "plantuml", "html", "--under");
  }
}
