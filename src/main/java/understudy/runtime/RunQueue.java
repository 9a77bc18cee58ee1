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
  private static final int USUAL_SIZE = 1 << 10;
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

  private volatile AtomicReferenceArray<@Nullable Cell> ring =
      new AtomicReferenceArray<>(USUAL_SIZE);
  private volatile @Nullable Cell next;
  private volatile int head;
  private volatile int tail;

  /// Puts `cell` at the end; the ring grows as needed.
  void add(Cell cell) {
    int end = (int) TAIL.getOpaque(this);
    int start = (int) HEAD.getAcquire(this);
    var places = ring;
    if (end - start == places.length()) {
      places = grow(places, start, end);
    }
    places.setOpaque(end & (places.length() - 1), cell);
    TAIL.setRelease(this, end + 1);
  }

  /// Who reads the old ring meanwhile finds there what it would find in the new one: nothing is
  /// written to it any more.
  private AtomicReferenceArray<@Nullable Cell> grow(
      AtomicReferenceArray<@Nullable Cell> old, int start, int end) {
    var wider = new AtomicReferenceArray<@Nullable Cell>(old.length() * 2);
    for (int i = start; i != end; i++) {
      wider.setPlain(i & (wider.length() - 1), old.getOpaque(i & (old.length() - 1)));
    }
    ring = wider;
    return wider;
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
      var places = ring;
      int place = start & (places.length() - 1);
      Cell cell = places.getOpaque(place);
      if (HEAD.compareAndSet(this, start, start + 1)) {
        if (places.length() > USUAL_SIZE) {
          places.compareAndSet(place, cell, null); // A long ring must not keep the dead.
        }
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
