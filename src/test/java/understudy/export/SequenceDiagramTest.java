package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.sourceforge.plantuml.syntax.SyntaxChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import understudy.event.Pid;

/// PlantUML's own checker reads what is written for it; Mermaid's is asked by the second test
/// command.
class SequenceDiagramTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  @TempDir Path folder;

  private static void assertReads(String text) {
    var result = SyntaxChecker.checkSyntax(text);
    assertThat(result.isError()).as(result.getErrors() + " in\n" + text).isFalse();
    assertThat(result.getDescription()).contains("participants");
  }

  @Test
  void plantUmlReadsIt() throws IOException {
    assertReads(Tale.ofAShop().as(Format.PLANTUML));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void plantUmlReadsHostileTextAsText(String text) throws IOException {
    assertReads(Tale.ofAHostileShop(text).as(Format.PLANTUML));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextIsOneLineOfMermaidWithoutItsSigns(String text) throws IOException {
    String shown = Tale.ofAHostileShop(text).as(Format.MERMAID);
    String plain = Tale.ofAHostileShop("plain").as(Format.MERMAID);
    assertThat(shown.lines()).hasSameSizeAs(plain.lines().toList());
    assertThat(shown.replaceAll("#\\d+;", "")).doesNotContain(";", "<", ">\"", "\"");
  }

  @Test
  void theWordsAreKinos() throws IOException {
    assertThat(Tale.ofAShop().as(Format.MERMAID))
        .contains("p3->>p2: CALL: total")
        .contains("p2-->>p3: REPLY: 42")
        .contains("p3-)p2: CAST: sell")
        .contains("SPAWN: GenServer")
        .contains("EXIT: boom")
        .contains("INFO: hello");
  }

  @Test
  void theDeadDoNotSpeak() throws IOException {
    Tale tale = Tale.ofAShop();
    tale.sends(new Pid(3), new Pid(2), "too late");
    assertThat(tale.as(Format.MERMAID)).contains("Note over p3: sends to till #60;0.2.0#62;");
    assertReads(tale.as(Format.PLANTUML));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"MERMAID", "PLANTUML"})
  void whatIsLongBecomesNumberedFiles(Format format) throws IOException {
    Tale tale = Tale.ofAShop();
    for (int i = 0; i < 900; i++) {
      tale.message(new Pid(3), new Pid(4), "cast " + "x".repeat(80) + i);
    }
    Order order = new Order(format, List.of(tale.run()), Filter.EVERYTHING, false);
    Path target = folder.resolve("long.txt");
    Exported done = Exports.export(order, Optional.of(target), new StringWriter());
    assertThat(done.files()).hasSizeGreaterThan(1);
    assertThat(done.files().getFirst()).hasFileName("long-001.txt").exists();
    assertThat(target).doesNotExist();
    int drawn = 0;
    for (Path file : done.files()) {
      String text = Files.readString(file);
      assertThat(text.length()).isLessThan(format == Format.MERMAID ? 50_000 : 100_000);
      drawn += (int) text.lines().filter(line -> line.contains("CAST: xxx")).count();
      if (format == Format.PLANTUML) {
        assertReads(text);
      }
    }
    assertThat(drawn).isEqualTo(900);
    assertThatThrownBy(() -> Exports.export(order, Optional.empty(), new StringWriter()))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("name a file with -o");
  }

  @Test
  void theFileSaysWhichKindsAreDrawn() throws IOException {
    assertThat(Tale.ofAShop().damaged("cut short").as(Format.MERMAID))
        .contains("%% kinds shown: child_exited")
        .contains("%% missing: cut short");
  }

  @Test
  void nothingToDrawIsRefused() {
    Tale tale = new Tale();
    tale.tell(new understudy.event.RuntimeEvent.TrapExit(new Pid(1), true));
    assertThatThrownBy(() -> tale.as(Format.MERMAID))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("--kinds");
  }
}
