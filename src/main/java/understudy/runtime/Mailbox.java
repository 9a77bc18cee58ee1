package understudy.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Messages that have been received and not taken, oldest first.
///
/// A doubly linked list, so that a selective receive takes one out of the middle at no cost
/// (MSG-06, MSG-07), and a wait for an answer looks only at what came since the question
/// ([#takeSince]). Touched under its process's monitor.
final class Mailbox {
  private static final class Entry {
    final Signal.Message message;
    final long order;
    @Nullable Entry before;
    @Nullable Entry after;

    Entry(Signal.Message message, long order) {
      this.message = message;
      this.order = order;
    }
  }

  private @Nullable Entry oldest;
  private @Nullable Entry newest;
  private long orders;

  void add(Signal.Message message) {
    var entry = new Entry(message, ++orders);
    entry.before = newest;
    if (newest == null) {
      oldest = entry;
    } else {
      newest.after = entry;
    }
    newest = entry;
  }

  Signal.@Nullable Message takeOldest() {
    Entry entry = oldest;
    return entry == null ? null : unlink(entry);
  }

  /// Takes the oldest that `accepts` takes.
  Signal.@Nullable Message take(Predicate<Object> accepts) {
    for (Entry entry = oldest; entry != null; entry = entry.after) {
      if (accepts.test(entry.message.body)) {
        return unlink(entry);
      }
    }
    return null;
  }

  /// {@return the place of what comes next, for [#takeSince]}
  long mark() {
    return orders;
  }

  /// Takes the oldest after `mark` that `accepts` takes; what was there before is not looked at.
  Signal.@Nullable Message takeSince(long mark, Predicate<Object> accepts) {
    Entry from = newest;
    if (from == null || from.order <= mark) {
      return null;
    }
    while (from.before != null && from.before.order > mark) {
      from = from.before;
    }
    for (Entry entry = from; entry != null; entry = entry.after) {
      if (accepts.test(entry.message.body)) {
        return unlink(entry);
      }
    }
    return null;
  }

  boolean isEmpty() {
    return oldest == null;
  }

  void clear() {
    oldest = null;
    newest = null;
  }

  /// {@return the oldest messages, at most `most`}
  List<Object> peek(int most) {
    var seen = new ArrayList<Object>();
    for (Entry entry = oldest; entry != null && seen.size() < most; entry = entry.after) {
      seen.add(entry.message.body);
    }
    return seen;
  }

  private Signal.Message unlink(Entry entry) {
    if (entry.before == null) {
      oldest = entry.after;
    } else {
      entry.before.after = entry.after;
    }
    if (entry.after == null) {
      newest = entry.before;
    } else {
      entry.after.before = entry.before;
    }
    return entry.message;
  }
}
