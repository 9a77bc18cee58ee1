package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Something that happens once, later, unless it is silenced before. Set by a scheduler, once; a
/// link in the chain in which it waits there.
///
/// Silencing is not deciding: one that rings at the same time may ring all the same. Where that
/// matters whoever made it decides.
abstract class Alarm {
  private static final VarHandle WHAT;

  static {
    try {
      WHAT = MethodHandles.lookup().findVarHandle(Alarm.class, "what", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// When it is due, in the scheduler's nanoseconds. Written by the scheduler when it is set.
  long due;

  /// The scheduler's own.
  int place;

  /// The scheduler's own.
  @Nullable Alarm next;

  /// Null once it is silenced: where it is kept any longer it keeps nothing else.
  private @Nullable Object what;

  /// @param what what it is about; dropped when it is silenced
  Alarm(Object what) {
    this.what = what;
  }

  /// Happens. On the scheduler's own thread.
  abstract void ring();

  /// {@return what it is about; null if it is silenced}
  final @Nullable Object what() {
    return WHAT.getOpaque(this);
  }

  final boolean isSilent() {
    return what() == null;
  }

  /// Has it not ring, unless it begins to at this very moment. The scheduler is to be told by
  /// [Timers#forget], that it need not keep it. Any thread.
  final void silence() {
    WHAT.setOpaque(this, (Object) null);
  }
}
