package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A lock of its own, which costs one atomic instruction and no memory but two fields.
///
/// Reentrant and unfair. For sections of a few hundred nanoseconds: who finds it taken spins, then
/// yields, then naps.
abstract class Guarded {
  private static final VarHandle OWNER;

  static {
    try {
      OWNER = MethodHandles.lookup().findVarHandle(Guarded.class, "owner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final int SPINS = 64;
  private static final int YIELDS = 32;
  private static final long NAP_NANOS = 50_000;

  private volatile @Nullable Thread owner;
  private int nested;

  final void lock() {
    Thread me = Thread.currentThread();
    if (!OWNER.compareAndSet(this, (Thread) null, me)) {
      lockAgain(me);
    }
  }

  final void unlock() {
    if (nested == 0) {
      OWNER.setRelease(this, (Thread) null);
    } else {
      nested--;
    }
  }

  final boolean isLocked() {
    return owner != null;
  }

  final boolean holdsLock() {
    return OWNER.getOpaque(this) == Thread.currentThread();
  }

  /// Gives back what the calling thread holds, however often: for code that was torn out of a
  /// guarded section because its stack was full.
  final void unlockAll() {
    if (holdsLock()) {
      nested = 0;
      OWNER.setRelease(this, (Thread) null);
    }
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // The holder needs the processor that this would spin on.
  private void lockAgain(Thread me) {
    if (owner == me) {
      nested++;
      return;
    }
    for (int tries = 0; !OWNER.compareAndSet(this, (Thread) null, me); tries++) {
      if (tries < SPINS) {
        Thread.onSpinWait();
      } else if (tries < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(this, NAP_NANOS);
      }
    }
  }
}
