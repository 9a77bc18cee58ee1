package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import understudy.event.RuntimeEvent.Sent;

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

  /// So many messages on their way, and the next ones share a [Segment].
  private static final int DEEP = 64;

  private volatile @Nullable Signal newest;

  /// Puts a signal on top; any thread.
  ///
  /// @return whether it rested, and the caller is now responsible
  final boolean push(Signal signal) {
    int weight = signal instanceof Signal.Message || signal instanceof Signal.Aliased ? 1 : 0;
    boolean plain = signal instanceof Signal.Message;
    Signal top;
    do {
      top = (Signal) NEWEST.getAcquire(this);
    } while (!put(signal, top, weight, plain));
    return top == RESTING;
  }

  /// Puts a message on top; any thread.
  ///
  /// @param sent the event of its sending; null if nobody watched
  /// @return as for [#push]
  final boolean post(Object body, @Nullable Sent sent) {
    Signal.Message message = null;
    while (true) {
      Signal top = (Signal) NEWEST.getAcquire(this);
      if (top != null && (top instanceof Segment || depth(top) >= DEEP)) {
        Object what =
            sent == null ? body : message == null ? new Signal.Watched(body, sent) : message;
        boolean in = top instanceof Segment open && open.offer(what);
        if (in || put(new Segment(what), top, 0, true)) {
          return false;
        }
      } else {
        message = message == null ? Signal.Message.of(body, sent) : message;
        if (put(message, top, 1, true)) {
          return top == RESTING;
        }
      }
    }
  }

  private boolean put(Signal signal, @Nullable Signal top, int weight, boolean plain) {
    Signal under = top == RESTING ? null : top;
    int place = under == null ? weight : depth(under) + weight;
    signal.next = under;
    signal.place = plain && (under == null || under.place >= 0) ? place : ~place;
    return NEWEST.compareAndSet(this, top, signal);
  }

  /// {@return how many messages there are from `top` down}
  private static int depth(Signal top) {
    int place = top.place < 0 ? ~top.place : top.place;
    return top instanceof Segment segment ? place + segment.filled() : place;
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
    return top == null || top == RESTING ? 0 : depth(top);
  }

  /// {@return whether something waits here that is no message: it must not wait for its turn}
  final boolean hasSignal() {
    Signal top = newest;
    return top != null && top != RESTING && top.place < 0;
  }

  /// {@return whether an exit signal that somebody has sent may still be unheard}
  final boolean mayHaveExit() {
    // Whoever has taken signals and not received them all yet holds the lock.
    return hasSignal() || isLocked();
  }

  /// {@return what is on its way, oldest first, and stays so; under the lock, as nothing may be
  /// taken meanwhile}
  ///
  /// @param most of the oldest; the newer ones are left out
  final Deque<Signal> onTheWay(int most) {
    var seen = new ArrayDeque<Signal>();
    Signal at = newest;
    while (at != null && at != RESTING) {
      if (at instanceof Segment open) {
        for (int i = open.filled() - 1; i >= 0; i--) {
          seen.addFirst(Signal.Message.kept(open.seen(i)));
        }
      } else {
        seen.addFirst(at);
      }
      while (seen.size() > most) {
        seen.removeLast();
      }
      at = at.next;
    }
    return seen;
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
      if (rest instanceof Segment segment) {
        segment.seal();
      }
      Signal before = rest.next;
      rest.next = oldest;
      oldest = rest;
      rest = before;
    }
    return oldest;
  }
}
