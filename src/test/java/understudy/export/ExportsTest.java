package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import understudy.event.Pid;

class ExportsTest {
  @TempDir Path folder;

  private static Filter under(String place) {
    return new Filter(Long.MIN_VALUE, Long.MAX_VALUE, place, Set.of());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatWritesAFileThatIsWholeOrNotThere(Format format) throws IOException {
    Path target = folder.resolve("out." + format.extension());
    Order order = new Order(format, List.of(Tale.ofEveryKind().run()), Filter.EVERYTHING, false);
    Exported done = Exports.export(order, Optional.of(target), new StringWriter());
    assertThat(done.files()).containsExactly(target);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    assertThat(target).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aRunThatCannotBeReadOnLeavesNoFile(Format format) {
    Run whole = Tale.ofAShop().run();
    int[] passes = {0};
    Run failing =
        new Run(
            whole.name(),
            whole.title(),
            "",
            0,
            true,
            Optional.empty(),
            taker -> {
              long unread = whole.source().forEach(taker);
              if (++passes[0] == 3) {
                throw new IOException("the disk is gone");
              }
              return unread;
            });
    Order order = new Order(format, List.of(failing), Filter.EVERYTHING, false);
    assertThatThrownBy(
            () -> Exports.export(order, Optional.of(folder.resolve("x.out")), new StringWriter()))
        .hasMessage("the disk is gone");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anOldFileIsKeptIfTheNewOneFails() throws IOException {
    Path target = Files.writeString(folder.resolve("keep.csv"), "old");
    Order order = new Order(Format.CSV, List.of(new Tale().run()), Filter.EVERYTHING, false);
    assertThatThrownBy(() -> Exports.export(order, Optional.of(target), new StringWriter()))
        .isInstanceOf(ExportRefused.class)
        .hasMessage("recording 'tale.understudy' holds no event");
    assertThat(target).hasContent("old");
  }

  @Test
  void anEmptyWindowIsRefusedWithTheExtentOfTheRun() {
    assertThatThrownBy(() -> Tale.ofAShop().as(Format.JSONL, Tale.window(50, 60)))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("it goes from 0.000 s to 2.750 s");
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> Tale.ofAShop().as(Format.JSONL, Tale.window(2, 1)))
        .hasMessage("the window of time ends before it begins");
  }

  @Test
  void aSubtreeIsFoundByNamePidAndPath() throws IOException {
    for (String wanted : List.of("till", "<0.2.0>", "<0.4.0>", "shop/till")) {
      String text = Tale.ofAShop().as(Format.JSONL, under(wanted));
      assertThat(text)
          .as(wanted)
          .contains("boom", "hello")
          .doesNotContain("\"initialized\",\"pid\":3");
      assertThat(text.lines().filter(line -> line.contains("\"place\":\"shop/clerk\"")))
          .as("what the clerk does with the till")
          .isNotEmpty();
    }
  }

  @Test
  void anUnknownNameIsRefusedWithAnExample() {
    assertThatThrownBy(() -> Tale.ofAShop().as(Format.JSONL, under("nobody")))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("no process is called 'nobody'")
        .hasMessageContaining("shop/till");
  }

  @Test
  void aNameOfTwoPlacesIsRefusedWithBoth() {
    Tale tale = new Tale();
    Pid top = tale.supervisor(Pid.NONE, "top");
    tale.worker(tale.supervisor(top, "left"), "w", 1);
    tale.worker(tale.supervisor(top, "right"), "w", 1);
    assertThatThrownBy(() -> tale.as(Format.JSONL, under("w")))
        .hasMessageContaining("'w' is the name of 2 places: top/left/w, top/right/w");
  }

  @Test
  void onlyShiVizTakesSeveralRuns() {
    List<Run> two = List.of(Tale.ofAShop().run(), Tale.ofAShop().run());
    assertThatThrownBy(() -> Tale.written(new Order(Format.CSV, two, Filter.EVERYTHING, false)))
        .hasMessageContaining("csv takes one recording, got 2");
  }

  @Test
  void aMomentHasNoBeginningAndNoKinds() {
    assertThatThrownBy(() -> Tale.ofAShop().as(Format.DOT, Tale.window(1, 2)))
        .hasMessageContaining("dot shows one moment");
    assertThatThrownBy(() ->
            Tale.ofAShop()
                .as(Format.DOT, new Filter(Long.MIN_VALUE, Long.MAX_VALUE, "", Set.of("sent"))))
        .hasMessageContaining("dot shows processes, not events");
  }
}
