package understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.export.Run;
import understudy.player.Moment;
import understudy.viewmodel.Extract;

/// What a person hears of an export from the window.
@Timeout(60)
class ExportDeskTest {
  @TempDir Path folder = Path.of("");
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final ExportDesk desk =
      new ExportDesk((problem, line) -> told.add((problem ? "problem: " : "") + line));

  @AfterEach
  void close() {
    desk.close();
  }

  private static Supplier<Run> market(double seconds) {
    var run = understudy.player.Run.untouched(ScenarioSource.read("one_for_one"), 1);
    return () -> PlayedRun.of(run, Optional.of(Moment.at(Math.round(seconds * 1e9))));
  }

  private String next() throws InterruptedException {
    return Optional.ofNullable(told.poll(50, TimeUnit.SECONDS)).orElse("nothing was said");
  }

  @Test
  void itIsSaidThatItBeginsAndThatItIsDone() throws Exception {
    Path file = folder.resolve("run.jsonl");
    desk.export(market(2), Extract.FIRST.as("jsonl"), file);
    assertThat(next()).isEqualTo("exporting run.jsonl ...");
    assertThat(next()).startsWith("exported " + file + ": ").endsWith(" events");
    assertThat(Files.readString(file)).contains("\"received\"", "needle_broke");
  }

  @Test
  void itEndsWhereTheWorldWas() throws Exception {
    Path file = folder.resolve("run.jsonl");
    desk.export(market(0.5), Extract.FIRST.as("jsonl"), file);
    next();
    next();
    assertThat(Files.readString(file)).contains("needle_broke").doesNotContain("fire_out");
  }

  @Test
  void whatWasLeftOutIsSaid() throws Exception {
    var exits = new Extract(Extract.FIRST.format(), "", "", "", "exited", false);
    desk.export(market(2), exits, folder.resolve("run.html"));
    next();
    assertThat(next()).contains("; shown: only ", "kinds exited");
  }

  @Test
  void aRefusalIsOneLine() throws Exception {
    var nobody = new Extract(Extract.FIRST.format(), "", "", "nobody", "", false);
    desk.export(market(2), nobody, folder.resolve("run.html"));
    next();
    assertThat(next()).startsWith("problem: export: no process is called 'nobody'");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsGoneIsOneLine() throws Exception {
    desk.export(market(2), Extract.FIRST, folder.resolve("gone/run.html"));
    next();
    assertThat(next())
        .isEqualTo(
            "problem: export: 'run.html' cannot be made: no such file; choose another folder");
  }
}
