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
import understudy.ui.Drawn;
import understudy.ui.FileAsker;
import understudy.ui.Keeper;
import understudy.ui.MainWindow;
import understudy.ui.UiPort;
import understudy.viewmodel.Arrangement;
import understudy.viewmodel.Arrangement.Change;
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

  /// Recalls a window with nothing but the tree.
  private record Bare(boolean dark) implements Keeper {
    @Override
    public Arrangement recall() {
      return Keeper.NOTHING
          .recall()
          .update(new Change.Present(true))
          .update(new Change.Theme(dark));
    }

    @Override
    public void remember(Arrangement arrangement) {}

    @Override
    public void keep(Path file, Drawn picture) {}
  }

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

  /// A picture of the tree alone.
  ///
  /// @param picture what was drawn
  /// @param processes how many places it has
  record Taken(Drawn picture, int processes) {}

  private final Port port = new Port();
  private final MainWindow window;
  private final Scene scene;
  private long now = PULSE_NANOS;

  private Photographer(int width, int height, Keeper keeper) throws InterruptedException {
    window = onFx(() -> MainWindow.load(port, FileAsker.NOBODY, keeper));
    scene = onFx(() -> window.scene(width, height));
    onFx(() -> scene.snapshot(null));
  }

  /// Starts JavaFX without a display and sets up the window.
  static Photographer open() throws InterruptedException {
    startToolkit();
    return new Photographer(WIDTH, HEIGHT, Keeper.NOTHING);
  }

  /// As [#open], with nothing but the tree in the window.
  static Photographer ofTree(int width, int height, boolean dark) throws InterruptedException {
    startToolkit();
    return new Photographer(width, height, new Bare(dark));
  }

  private static void startToolkit() throws InterruptedException {
    Display.none();
    Platform.setImplicitExit(false);
    var started = new CompletableFuture<Boolean>();
    Platform.startup(() -> started.complete(true));
    get(started);
  }

  /// Takes the picture of what `studio` shows now.
  ///
  /// @param still whether flashes and movements should be over, as after some seconds of looking
  void take(Studio studio, ProcessTable table, boolean still, Path target)
      throws InterruptedException, IOException {
    settle(studio, table, still);
    Pngs.write(onFx(() -> scene.snapshot(null)), target);
  }

  /// Draws the tree as `studio` shows it now, after some seconds of looking.
  ///
  /// @param shapes whether as shapes, not as pixels
  Taken draw(Studio studio, ProcessTable table, boolean shapes) throws InterruptedException {
    settle(studio, table, true);
    var picture = onFx(() -> shapes ? window.shapes() : window.pixels());
    return new Taken(picture, port.frame.map(Frame::total).orElse(0));
  }

  private void settle(Studio studio, ProcessTable table, boolean still)
      throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      pulse(PULSE_NANOS);
      port.frame = Optional.of(studio.frame(port.wish, table));
      pulse(PULSE_NANOS);
      onFx(() -> scene.snapshot(null));
    }
    if (still) {
      pulse(STILL_NANOS);
    }
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
