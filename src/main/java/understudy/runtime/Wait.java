package understudy.runtime;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a process waits for: a message that `accepts` takes, or the end of its time.
///
/// `WAITING -> MET` with the message, or `WAITING -> OVER`. Touched under the process's lock.
final class Wait {
  enum State {
    WAITING,
    MET,
    OVER
  }

  final Predicate<Object> accepts;

  /// What to do then; null where a thread waits for it.
  final @Nullable Consumer<@Nullable Object> then;

  /// What came into the mailbox before it is not looked at.
  long mark;

  State state = State.WAITING;
  Signal.@Nullable Message met;
  Timers.@Nullable Timer timer;

  Wait(Predicate<Object> accepts, @Nullable Consumer<@Nullable Object> then) {
    this.accepts = accepts;
    this.then = then;
  }

  void met(Signal.Message message) {
    state = State.MET;
    met = message;
    cancelTimer();
  }

  void cancelTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
