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

  /// The end of its time.
  private static final class End extends Alarm {
    private final Cell cell;

    End(Cell cell, Wait wait) {
      super(wait);
      this.cell = cell;
    }

    @Override
    void ring() {
      if (what() instanceof Wait wait) {
        cell.deliver(new Signal.WaitOver(wait));
      }
    }
  }

  final Predicate<Object> accepts;

  /// What to do then; null where a thread waits for it.
  final @Nullable Consumer<@Nullable Object> then;

  /// What came into the mailbox before it is not looked at.
  long mark;

  State state = State.WAITING;
  Signal.@Nullable Message met;
  private @Nullable End end;

  Wait(Predicate<Object> accepts, @Nullable Consumer<@Nullable Object> then) {
    this.accepts = accepts;
    this.then = then;
  }

  /// Has the wait of `cell` last no longer than `nanos` from now.
  void limit(Cell cell, long nanos) {
    end = new End(cell, this);
    cell.vm.scheduler.schedule(nanos, end);
  }

  void met(Signal.Message message) {
    state = State.MET;
    met = message;
    cancelTimer();
  }

  /// Its time does not end any more. Where that comes too late nobody looks at it.
  void cancelTimer() {
    if (end != null) {
      end.silence();
      end.cell.vm.scheduler.forget(end);
    }
  }
}
