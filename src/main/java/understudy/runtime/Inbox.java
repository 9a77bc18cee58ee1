package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Signals on their way into a process, from any number of senders: a stack without a lock, turned
/// round when it is taken.
///
/// It also says who is responsible for the process. While it *rests*, whoever pushes first must see
/// to it that the process gets a turn; otherwise somebody does already. So a push that wakes costs
/// one atomic instruction. A base class, to spare each process an object.
abstract class Inbox extends Guarded {
  private static final VarHandle NEWEST;

  static {
    try {
      NEWEST = MethodHandles.lookup().findVarHandle(Inbox.class, "newest", Signal.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final Signal RESTING = new Signal.Demonitor(0);

  private volatile @Nullable Signal newest;

  /// Any thread.
  ///
  /// @return whether it rested, and the caller is now responsible
  final boolean push(Signal signal) {
    int weight = isMessage(signal) ? 1 : 0;
    boolean exit = signal instanceof Signal.ExitSignal;
    while (true) {
      Signal top = (Signal) NEWEST.getAcquire(this);
      boolean first = top == null || top == RESTING;
      int place = first ? 0 : top.place;
      signal.next = first ? null : top;
      signal.place = place < 0 ? place - weight : exit ? ~place : place + weight;
      if (NEWEST.compareAndSet(this, top, signal)) {
        return top == RESTING;
      }
    }
  }

  private static boolean isMessage(Signal signal) {
    return signal instanceof Signal.Message || signal instanceof Signal.Aliased;
  }

  final boolean isEmpty() {
    Signal top = newest;
    return top == null || top == RESTING;
  }

  final boolean isResting() {
    return newest == RESTING;
  }

  /// Gives the responsibility away. It is given already where a system that was closed unwinds a
  /// thread in the middle of its wait.
  ///
  /// @return false if something has come meanwhile, and the caller still has it
  final boolean rest() {
    return NEWEST.compareAndSet(this, (Signal) null, RESTING) || isResting();
  }

  /// Takes the responsibility without pushing anything.
  ///
  /// @return false if somebody has it already
  final boolean rouse() {
    return NEWEST.compareAndSet(this, RESTING, (Signal) null);
  }

  /// {@return how many messages wait here}
  final int waiting() {
    Signal top = newest;
    int place = top == null || top == RESTING ? 0 : top.place;
    return place < 0 ? ~place : place;
  }

  /// {@return whether an exit signal that somebody has sent may still be unheard}
  final boolean mayHaveExit() {
    Signal top = newest;
    // Whoever has taken signals and not received them all yet holds the lock.
    return (top != null && top != RESTING && top.place < 0) || isLocked();
  }

  /// Takes everything; one thread at a time.
  ///
  /// @return the oldest, chained by `next`; null if there is none
  final @Nullable Signal takeAll() {
    if (isEmpty()) {
      return null;
    }
    Signal rest = (Signal) NEWEST.getAndSet(this, (Signal) null);
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
