package understudy.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import understudy.export.ExportRefused;
import understudy.export.Exports;
import understudy.export.Order;
import understudy.export.Run;
import understudy.viewmodel.Extract;
import understudy.viewmodel.Words;

/// Writes exports for the window, one after another, on a thread of its own.
final class ExportDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExportDesk.class);

  private final WindowKeeper.Teller teller;
  private final ExecutorService desk =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("understudy-export").unstarted(work));

  /// @param teller hears what came of it, on the desk's thread
  ExportDesk(WindowKeeper.Teller teller) {
    this.teller = teller;
  }

  void export(Supplier<Run> run, Extract extract, Path file) {
    desk.execute(() -> {
      teller.tell(false, Words.get("export.busy", file.getFileName()));
      write(run, extract, file);
    });
  }

  private void write(Supplier<Run> run, Extract extract, Path file) {
    try {
      var order =
          new Order(extract.format(), List.of(run.get()), extract.filter(), extract.processes());
      var done = Exports.export(order, Optional.of(file), Writer.nullWriter());
      String remarks = String.join("; ", done.remarks());
      teller.tell(
          false,
          Words.get(
              remarks.isEmpty() ? "export.done" : "export.doneBut",
              ExportCommand.written(done),
              remarks));
    } catch (ExportRefused e) {
      teller.tell(true, Words.get("export.refused", e.line()));
    } catch (IOException e) {
      teller.tell(true, Words.get("export.failed", file.getFileName(), ExportCommand.why(e)));
    } catch (RuntimeException e) {
      LOG.error("the export stumbled", e);
      teller.tell(
          true, Words.get("export.refused", Words.get("stumbled", String.valueOf(e.getMessage()))));
    }
  }

  /// Does not wait: what is being written stays unfinished, and so without its name.
  @Override
  public void close() {
    desk.shutdownNow();
  }
}
