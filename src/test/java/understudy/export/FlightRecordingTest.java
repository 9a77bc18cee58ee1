package understudy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The JDK's own reader and its `jfr` program read what a live system says.
class FlightRecordingTest {
  static final List<String> HOSTILE = Tale.HOSTILE;

  @TempDir Path folder = Path.of("");

  private Path flown(Tale tale) throws IOException {
    Path file = folder.resolve("run.jfr");
    try (var flight = FlightRecording.to(file)) {
      flight.accept(tale.events());
    }
    return file;
  }

  private static List<RecordedEvent> read(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(each -> each.getEventType().getName().startsWith("understudy."))
        .sorted(Comparator.comparingLong(each -> each.getLong("sequence")))
        .toList();
  }

  @Test
  void everyEventOfEveryKindIsInTheFile() throws IOException {
    Tale tale = Tale.ofEveryKind();
    List<RecordedEvent> events = read(flown(tale));
    assertThat(events).hasSameSizeAs(tale.events());
    assertThat(events.stream().map(each -> each.getEventType().getName()).distinct())
        .hasSameSizeAs(Kind.all())
        .contains("understudy.Sent", "understudy.ChildExited", "understudy.GaveUp");
  }

  @Test
  void anEventSaysWhereItHappenedAndAllThatItSays() throws IOException {
    RecordedEvent exit =
        read(flown(Tale.ofAShop())).stream()
            .filter(each -> each.getEventType().getName().equals("understudy.ChildExited"))
            .findFirst()
            .orElseThrow();
    assertThat(exit.getString("place")).isEqualTo("shop");
    assertThat(exit.getLong("child")).isEqualTo(2);
    assertThat(exit.getString("id")).isEqualTo("till");
    assertThat(exit.getString("reason")).isEqualTo("boom");
    assertThat(exit.getString("decision")).isEqualTo("restart");
    assertThat(exit.getInt("restartsInWindow")).isEqualTo(1);
    assertThat(exit.getDuration("runtimeTime")).hasMillis(1_750);
    assertThat(exit.getEventType().getCategoryNames()).containsExactly("Understudy", "Supervision");
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostileTextIsText(String text) throws IOException {
    assertThat(read(flown(Tale.ofAHostileShop(text))))
        .filteredOn(each -> each.getEventType().getName().equals("understudy.Registered"))
        .last()
        .extracting(each -> each.getString("name"))
        .isEqualTo(text);
  }

  @Test
  void theJdksProgramPrintsIt() throws Exception {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jfr");
    Process jfr =
        new ProcessBuilder(
                program.toString(),
                "print",
                "--events",
                "understudy.Received,understudy.Exited",
                flown(Tale.ofAShop()).toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(jfr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jfr.waitFor()).as(printed).isZero();
    assertThat(printed)
        .contains("understudy.Received {", "label = \"call total\"", "place = \"shop/till\"")
        .contains("understudy.Exited {", "reason = \"boom\"", "runtimeTime = 1.75 s");
  }

  @Test
  void aFolderThatIsNotThereIsSaidAtOnce() {
    assertThatThrownBy(() -> FlightRecording.to(folder.resolve("no/run.jfr")))
        .isInstanceOf(IOException.class);
  }
}
