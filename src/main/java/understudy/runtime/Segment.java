package understudy.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Many messages in one link of a channel: what piles up is put side by side and not one object
/// behind the other, which the receiver and the collector would have to follow.
///
/// On the channel any sender fills the next place, by one atomic instruction that says at once that
/// the message is there; places are filled in order. Whoever takes the segment seals it first: from
/// then on no sender gets in, and it belongs to the receiver's mailbox.
final class Segment extends Signal {
  private static final int PLACES = 64;
  private static final Object SEAL = new Object();
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle HINT;

  static {
    try {
      HINT = MethodHandles.lookup().findVarHandle(Segment.class, "hint", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// Bodies, and [Signal.Watched] messages as they are.
  private final @Nullable Object[] places = new @Nullable Object[PLACES];

  /// So many are filled at least. Written by senders, by some of them late. Who reads it sees what
  /// is in those places.
  int hint;

  /// Once it is sealed, what is left is from `first` to `end`. The receiver's own.
  private int first;

  private int end;

  /// @param what the first message
  Segment(Object what) {
    places[0] = what;
    hint = 1;
  }

  /// Any thread.
  ///
  /// @param what a body, or a [Signal.Watched]
  /// @return false if there is no place left, or it is sealed
  boolean offer(Object what) {
    for (int i = filled(); i < PLACES; i++) {
      Object there = ELEMENT.compareAndExchange(places, i, (Object) null, what);
      if (there == null) {
        HINT.setRelease(this, i + 1);
        return true;
      }
      if (there == SEAL) {
        return false;
      }
    }
    return false;
  }

  /// Closes it for senders; the receiver, once.
  void seal() {
    int empty = filled();
    while (empty < PLACES
        && ELEMENT.compareAndExchange(places, empty, (Object) null, SEAL) != null) {
      empty++;
    }
    end = empty;
  }

  /// {@return about how many messages are on it while it is open; any thread}
  int filled() {
    return (int) HINT.getAcquire(this);
  }

  /// {@return one of those that [#filled] counts: a body, or a [Signal.Watched]; any thread}
  Object seen(int index) {
    return Objects.requireNonNull(ELEMENT.getAcquire(places, index));
  }

  // ---- once it is sealed, for the receiver ----

  /// {@return how many messages are left}
  int left() {
    return end - first;
  }

  /// {@return the oldest, taken out: a body, or a [Signal.Watched]}
  Object take() {
    Object what = get(first);
    places[first++] = SEAL; // Not null: a sender that has been away may still come by.
    return what;
  }

  /// {@return the message that is so many behind the oldest}
  Object peek(int behind) {
    return get(first + behind);
  }

  /// {@return the order of the oldest that is left, if the first of all has [#place]}
  int order() {
    return place + first;
  }

  private Object get(int index) {
    Object what = places[index];
    if (what == null) {
      throw new IllegalStateException("place " + index + " of a sealed segment is empty");
    }
    return what;
  }
}
