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

  /// Messages and sealed segments.
  private @Nullable Signal oldest;

  private @Nullable Signal newest;
  private int size;

  /// How many messages have come so far; wraps round, so orders are compared by difference.
  private int orders;

  private int marked;

  /// The newest message when the last mark was made, or the nearest before it that is still here;
  /// null if there is none.
  private @Nullable Signal beforeMark;

  final void add(Signal.Message message) {
    message.place = ++orders;
    append(message, 1);
  }

  final void add(Segment segment) {
    segment.place = orders + 1;
    orders += segment.left();
    append(segment, segment.left());
  }

  private void append(Signal last, int messages) {
    last.next = null;
    if (newest == null) {
      oldest = last;
    } else {
      newest.next = last;
    }
    newest = last;
    resize(size + messages);
  }

  /// {@return the oldest, taken out: a [Signal.Message], or only its body where nobody watched}
  final @Nullable Object takeOldest() {
    Signal first = oldest;
    if (!(first instanceof Segment segment)) {
      return first == null ? null : unlink(null, (Signal.Message) first);
    }
    Object what = segment.take();
    if (segment.left() == 0) {
      cut(null, segment);
    }
    resize(size - 1);
    return what;
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
    Signal before = !all && (int) mark == marked ? beforeMark : null;
    Signal at = before == null ? oldest : before.next;
    while (at != null) {
      Signal.Message message =
          at instanceof Segment full ? spread(before, full) : (Signal.Message) at;
      if ((all || message.place - (int) mark > 0) && accepts.test(message.body)) {
        return unlink(before, message);
      }
      before = message;
      at = message.next;
    }
    return null;
  }

  /// Puts single messages in the place of a segment, to take one from the middle.
  ///
  /// @return the first of them
  private Signal.Message spread(@Nullable Signal before, Segment full) {
    int order = full.order();
    Signal.Message first = Signal.Message.kept(full.take());
    first.place = order++;
    Signal.Message last = first;
    while (full.left() > 0) {
      Signal.Message more = Signal.Message.kept(full.take());
      more.place = order++;
      last.next = more;
      last = more;
    }
    last.next = full.next;
    if (before == null) {
      oldest = first;
    } else {
      before.next = first;
    }
    newest = newest == full ? last : newest;
    beforeMark = beforeMark == full ? last : beforeMark;
    return first;
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
  final List<Signal.Message> messages(int most) {
    var seen = new ArrayList<Signal.Message>();
    for (Signal at = oldest; at != null && seen.size() < most; at = at.next) {
      if (at instanceof Segment segment) {
        for (int i = 0; i < segment.left() && seen.size() < most; i++) {
          seen.add(Signal.Message.kept(segment.peek(i)));
        }
      } else {
        seen.add((Signal.Message) at);
      }
    }
    return seen;
  }

  /// {@return what the oldest messages say, at most `most`}
  final List<Object> peek(int most) {
    return messages(most).stream().map(message -> message.body).toList();
  }

  /// Puts a message in front of all others; its age for [#takeSince] stays.
  ///
  /// @param id the number of its sending, not 0
  /// @return whether it was here
  final boolean putFirst(long id) {
    Signal before = null;
    Signal at = oldest;
    while (at != null) {
      Signal.Message message =
          at instanceof Segment full ? spread(before, full) : (Signal.Message) at;
      if (message.id() == id) {
        cut(before, message);
        message.next = oldest;
        oldest = message;
        newest = newest == null ? message : newest;
        beforeMark = null; // From now on only the orders tell what is older than the mark.
        return true;
      }
      before = message;
      at = message.next;
    }
    return false;
  }

  private Signal.Message unlink(@Nullable Signal before, Signal.Message gone) {
    cut(before, gone);
    resize(size - 1);
    return gone;
  }

  private void cut(@Nullable Signal before, Signal gone) {
    Signal after = gone.next;
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
  }

  private void resize(int now) {
    SIZE.setOpaque(this, now);
  }
}
