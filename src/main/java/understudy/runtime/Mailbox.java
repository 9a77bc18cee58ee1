package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Messages that have been received and not taken, oldest first, linked by their own `next`.
///
/// A selective receive takes one out of the middle (MSG-06, MSG-07); a wait for an answer looks
/// only at what came since the question ([#takeSince]), however many wait before it. Touched under
/// its process's lock; its size may be read on any thread.
class Mailbox {
  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(Mailbox.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// A mark of the beginning: what came after it is everything.
  static final long BEGINNING = 0;

  /// Set in every mark, so that none is the [#BEGINNING].
  private static final long IS_MARK = 1L << Integer.SIZE;

  private Signal.@Nullable Message oldest;
  private Signal.@Nullable Message newest;
  private int size;

  /// How many messages have come so far; wraps round, so orders are compared by difference.
  private int orders;

  private int marked;

  /// The newest message when the last mark was made, or the nearest before it that is still here;
  /// null if there is none.
  private Signal.@Nullable Message beforeMark;

  final void add(Signal.Message message) {
    message.next = null;
    message.place = ++orders;
    if (newest == null) {
      oldest = message;
    } else {
      newest.next = message;
    }
    newest = message;
    resize(size + 1);
  }

  final Signal.@Nullable Message takeOldest() {
    Signal.Message first = oldest;
    return first == null ? null : unlink(null, first);
  }

  /// Takes the oldest that `accepts` takes.
  final Signal.@Nullable Message take(Predicate<Object> accepts) {
    return takeSince(BEGINNING, accepts);
  }

  /// {@return the place of what comes next, for [#takeSince]}
  final long mark() {
    marked = orders;
    beforeMark = newest;
    return IS_MARK | Integer.toUnsignedLong(orders);
  }

  /// Takes the oldest after `mark` that `accepts` takes; what was there before is not looked at.
  final Signal.@Nullable Message takeSince(long mark, Predicate<Object> accepts) {
    boolean all = mark == BEGINNING;
    Signal.Message before = !all && (int) mark == marked ? beforeMark : null;
    Signal.Message at = before == null ? oldest : after(before);
    while (at != null) {
      if ((all || at.place - (int) mark > 0) && accepts.test(at.body)) {
        return unlink(before, at);
      }
      before = at;
      at = after(at);
    }
    return null;
  }

  final boolean hasMessage() {
    return oldest != null;
  }

  /// {@return how many messages wait; any thread}
  final int size() {
    return (int) SIZE.getOpaque(this);
  }

  final void dropAll() {
    oldest = null;
    newest = null;
    beforeMark = null;
    resize(0);
  }

  /// {@return the oldest messages, at most `most`}
  final List<Object> peek(int most) {
    var seen = new ArrayList<Object>();
    for (Signal.Message at = oldest; at != null && seen.size() < most; at = after(at)) {
      seen.add(at.body);
    }
    return seen;
  }

  private static Signal.@Nullable Message after(Signal.Message message) {
    return (Signal.Message) message.next;
  }

  private Signal.Message unlink(Signal.@Nullable Message before, Signal.Message gone) {
    Signal.Message after = after(gone);
    if (before == null) {
      oldest = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      newest = before;
    }
    if (beforeMark == gone) {
      beforeMark = before;
    }
    gone.next = null;
    resize(size - 1);
    return gone;
  }

  private void resize(int now) {
    SIZE.setOpaque(this, now);
  }
}
