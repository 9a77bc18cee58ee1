package understudy.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import understudy.probe.ProcessTable;
import understudy.ui.MainWindow;
import understudy.ui.UiPort;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Wish;

/// Takes pictures of the whole window where there is no display and no stage.
///
/// One for each JVM, as JavaFX's toolkit starts once. Used by one thread, which is not JavaFX's.
final class Photographer implements AutoCloseable {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final long PULSE_NANOS = 16_666_667;

  /// Long enough for every flash and movement to be over.
  private static final long STILL_NANOS = 3_000_000_000L;

  private static final class Port implements UiPort {
    private volatile Wish wish = Wish.FIRST;
    private volatile Optional<Frame> frame = Optional.empty();

    @Override
    public void wish(Wish next) {
      wish = next;
    }

    @Override
    public Optional<Frame> poll() {
      return frame;
    }

    @Override
    public void carryOut(Effect effect) {}
  }

  private final Port port = new Port();
  private final MainWindow window;
  private final Scene scene;
  private long now = PULSE_NANOS;

  private Photographer() throws InterruptedException {
    window = onFx(() -> MainWindow.load(port));
    scene = onFx(() -> window.scene(WIDTH, HEIGHT));
    onFx(() -> scene.snapshot(null));
  }

  /// Starts JavaFX without a display and sets up the window.
  static Photographer open() throws InterruptedException {
    Display.none();
    Platform.setImplicitExit(false);
    var started = new CompletableFuture<Boolean>();
    Platform.startup(() -> started.complete(true));
    get(started);
    return new Photographer();
  }

  /// Takes the picture of what `studio` shows now.
  ///
  /// @param still whether flashes and movements should be over, as after some seconds of looking
  void take(Studio studio, ProcessTable table, boolean still, Path target)
      throws InterruptedException, IOException {
    for (int i = 0; i < 3; i++) {
      pulse(PULSE_NANOS);
      port.frame = Optional.of(studio.frame(port.wish, table));
      pulse(PULSE_NANOS);
      onFx(() -> scene.snapshot(null));
    }
    if (still) {
      pulse(STILL_NANOS);
    }
    Pngs.write(onFx(() -> scene.snapshot(null)), target);
  }

  private void pulse(long nanos) throws InterruptedException {
    now += nanos;
    long moment = now;
    onFx(() -> {
      window.pulse(moment);
      return true;
    });
  }

  private static <T> T onFx(Supplier<T> work) throws InterruptedException {
    var done = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        done.complete(work.get());
      } catch (RuntimeException | Error e) {
        done.completeExceptionally(e);
      }
    });
    return get(done);
  }

  private static <T> T get(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window cannot be drawn: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    Platform.exit();
  }
}
