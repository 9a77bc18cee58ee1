package understudy.bench.ours;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import understudy.bench.FxThread;
import understudy.ui.MainWindow;
import understudy.ui.UiPort;
import understudy.viewmodel.Effect;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Wish;

/// The application's window on JavaFX's platform without a display, drawn by software.
final class Screen {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 800;

  private static final class Port implements UiPort {
    private volatile Wish wish = Wish.FIRST;
    private volatile Optional<Frame> frame = Optional.empty();
    private volatile boolean wanted = true;

    @Override
    public void ask() {
      wanted = true;
    }

    @Override
    public void wish(Wish next) {
      wish = next;
    }

    @Override
    public Optional<Frame> poll() {
      var next = frame;
      frame = Optional.empty();
      return next;
    }

    @Override
    public void carryOut(Effect effect) {}
  }

  private final Port port = new Port();
  private final MainWindow window;

  /// Opens the window; once in a JVM.
  Screen() throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    System.setProperty("java.awt.headless", "true");
    var started = new CompletableFuture<Boolean>();
    Platform.startup(() -> started.complete(true));
    FxThread.get(started);
    window =
        FxThread.on(() -> {
          var made = MainWindow.load(port);
          var stage = new Stage();
          stage.setScene(made.scene(WIDTH, HEIGHT));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          return made;
        });
  }

  Wish wish() {
    return port.wish;
  }

  /// Shows frames from now on as the window itself would, or no longer.
  void open(boolean open) throws InterruptedException {
    FxThread.on(() -> {
      if (open) {
        window.start();
      } else {
        window.stop();
      }
      return open;
    });
  }

  /// {@return whether the window has asked for a frame since the last call}
  boolean wants() {
    boolean does = port.wanted;
    port.wanted = false;
    return does;
  }

  /// Hands a frame to a window that is open.
  void publish(Frame frame) {
    port.frame = Optional.of(frame);
  }

  /// Draws a frame.
  ///
  /// @return what that took on the window's thread, in nanoseconds of a processor
  long draw(Frame frame) throws InterruptedException {
    port.frame = Optional.of(frame);
    return FxThread.on(() -> {
      long began = Processor.nanos();
      window.pulse(System.nanoTime());
      return Processor.nanos() - began;
    });
  }
}
