package understudy.viewmodel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The newest value, for a reader that wants only that.
///
/// The writer never waits, the reader never queues; what nobody read in time is gone. Any number of
/// writers, one reader thread.
///
/// @param <T> an immutable value
public final class Latest<T> {
  private final AtomicReference<Optional<T>> slot = new AtomicReference<>(Optional.empty());

  /// Puts `next` in the place of whatever was not read yet.
  ///
  /// @param next the newest value
  public void publish(T next) {
    slot.set(Optional.of(next));
  }

  /// {@return the newest value if it was not taken before, and takes it}
  public Optional<T> poll() {
    return slot.getAndSet(Optional.empty());
  }
}
