package understudy.runtime;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Signals on their way into a process, from any number of senders: a stack without a lock, turned
/// round when it is taken.
final class Inbox {
  private final AtomicReference<@Nullable Signal> newest = new AtomicReference<>();

  /// Any thread.
  void push(Signal signal) {
    Signal top;
    do {
      top = newest.get();
      signal.next = top;
    } while (!newest.compareAndSet(top, signal));
  }

  boolean isEmpty() {
    return newest.get() == null;
  }

  /// Takes everything.
  ///
  /// @return the oldest, chained by `next`; null if there is none
  @Nullable Signal takeAll() {
    Signal rest = newest.getAndSet(null);
    Signal oldest = null;
    while (rest != null) {
      Signal before = rest.next;
      rest.next = oldest;
      oldest = rest;
      rest = before;
    }
    return oldest;
  }
}
