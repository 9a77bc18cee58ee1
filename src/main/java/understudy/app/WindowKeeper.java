package understudy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import understudy.ui.Drawn;
import understudy.ui.Keeper;
import understudy.viewmodel.Arrangement;

/// Keeps the window's arrangement and its pictures in files, on a thread of its own.
final class WindowKeeper implements Keeper, AutoCloseable {
  /// Hears what came of it, on the keeper's thread.
  interface Teller {
    void tell(boolean problem, String line);
  }

  private final SettingsFile file;
  private final RecentFiles recent;
  private final Teller teller;
  private final AtomicReference<Arrangement> newest = new AtomicReference<>(Arrangement.FIRST);
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("understudy-keeper").unstarted(work));

  WindowKeeper(SettingsFile file, RecentFiles recent, Teller teller) {
    this.file = file;
    this.recent = recent;
    this.teller = teller;
  }

  @Override
  public List<Path> recent() {
    return recent.all();
  }

  @Override
  public Arrangement recall() {
    var found = file.read();
    found.complaint().ifPresent(line -> teller.tell(true, line));
    return found.arrangement();
  }

  @Override
  public void remember(Arrangement arrangement) {
    newest.set(arrangement);
    if (asked.compareAndSet(false, true)) {
      disk.execute(this::write);
    }
  }

  private void write() {
    asked.set(false);
    try {
      file.write(newest.get());
    } catch (IOException e) {
      teller.tell(
          true,
          "settings '%s' cannot be written: %s; the window is as now until it is closed"
              .formatted(file.path(), e.getMessage()));
    }
  }

  @Override
  public void keep(Path target, Drawn picture) {
    disk.execute(() -> {
      try {
        write(target, picture);
        teller.tell(false, "saved the picture as " + target.getFileName());
      } catch (IOException e) {
        teller.tell(
            true,
            "the picture '%s' cannot be written: %s; choose another folder"
                .formatted(target, e.getMessage()));
      }
    });
  }

  static void write(Path target, Drawn picture) throws IOException {
    switch (picture) {
      case Drawn.Pixels pixels -> Pngs.write(pixels, target);
      case Drawn.Shapes(var svg) -> Files.writeString(target, svg);
    }
  }

  /// Waits for what was asked for, at most two seconds.
  @Override
  public void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(2, TimeUnit.SECONDS)) {
        disk.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
