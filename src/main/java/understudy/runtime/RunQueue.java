package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Processes that are ready, of one worker: a ring that its owner fills and anyone empties, oldest
/// first, and a place beside it for the one that was woken last, which goes first, as its data is
/// still in the processor's cache.
///
/// Only the owner calls [#add] and [#wake].
final class RunQueue {
  private static final int SIZE = 1 << 10;
  private static final VarHandle NEXT;
  private static final VarHandle HEAD;
  private static final VarHandle TAIL;

  static {
    try {
      var lookup = MethodHandles.lookup();
      NEXT = lookup.findVarHandle(RunQueue.class, "next", Cell.class);
      HEAD = lookup.findVarHandle(RunQueue.class, "head", int.class);
      TAIL = lookup.findVarHandle(RunQueue.class, "tail", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final AtomicReferenceArray<@Nullable Cell> ring = new AtomicReferenceArray<>(SIZE);
  private volatile @Nullable Cell next;
  private volatile int head;
  private volatile int tail;

  /// Puts `cell` at the end.
  ///
  /// @return false if there is no room
  boolean add(Cell cell) {
    int end = (int) TAIL.getOpaque(this);
    if (end - (int) HEAD.getAcquire(this) == SIZE) {
      return false;
    }
    ring.setOpaque(end & (SIZE - 1), cell);
    TAIL.setRelease(this, end + 1);
    return true;
  }

  /// Lets `cell` go first.
  ///
  /// @return who was to go first, and needs another place; null if nobody
  @Nullable Cell wake(Cell cell) {
    Cell before = (Cell) NEXT.getOpaque(this);
    if (before != null && !NEXT.compareAndSet(this, before, (Cell) null)) {
      before = null; // Taken meanwhile.
    }
    NEXT.setRelease(this, cell);
    return before;
  }

  /// {@return who was woken last, taken out}
  @Nullable Cell takeNext() {
    return NEXT.getOpaque(this) == null ? null : (Cell) NEXT.getAndSet(this, (Cell) null);
  }

  /// {@return the oldest of the ring, taken out}
  @Nullable Cell take() {
    while (true) {
      int start = (int) HEAD.getAcquire(this);
      if (start == (int) TAIL.getAcquire(this)) {
        return null;
      }
      Cell cell = ring.getOpaque(start & (SIZE - 1));
      if (HEAD.compareAndSet(this, start, start + 1)) {
        return cell;
      }
    }
  }

  /// {@return how many wait in the ring, about}
  int size() {
    return (int) TAIL.getAcquire(this) - (int) HEAD.getAcquire(this);
  }

  boolean isEmpty() {
    return size() <= 0 && NEXT.getAcquire(this) == null;
  }
}
