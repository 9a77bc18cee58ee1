package understudy.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/// JavaFX's thread, for those who measure from another.
public final class FxThread {
  private FxThread() {}

  /// Does `work` on it and waits.
  ///
  /// @return what came of it
  /// @throws IllegalStateException if it failed
  public static <T> T on(Supplier<T> work) throws InterruptedException {
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

  /// {@return what came of something that happens on it}
  public static <T> T get(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window failed", e);
    }
  }
}
