package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class RunFlightTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aRunIsHandedToTheFlightRecorderEventForEvent() throws IOException {
    Path file = folder.resolve("run.jfr");
    var ran = Ran.of("run", "one_for_one", "--jfr", file.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(each -> each.getEventType().getName().startsWith("understudy."))
            .toList();
    assertThat(ran.out()).contains("  " + events.size() + " events, 0 dropped");
  }

  @Test
  void whatEndsWithThePlayIsNoPartOfIt() {
    var ran =
        Ran.of(
            "run",
            "one_for_one",
            "--do",
            "1s traffic market/baker 500/s hello",
            "--until",
            "3s",
            "--jfr",
            folder.resolve("run.jfr").toString(),
            "--record",
            folder.resolve("run.understudy").toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsOneLine() {
    Path file = folder.resolve("no/run.jfr");
    var ran = Ran.of("run", "one_for_one", "--jfr", file.toString());
    assertThat(ran.status()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("--jfr: '" + file + "' cannot be written: no such file");
  }
}
