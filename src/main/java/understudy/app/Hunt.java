package understudy.app;

import java.util.Optional;
import java.util.function.Predicate;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Cursor;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;

/// Looks through a recording for the next event of a kind, a piece at a time. Used by one thread.
final class Hunt {
  private static final int A_TURN = 100_000;

  private final Recording recording;
  private final Predicate<RuntimeEvent> wanted;
  private final boolean forth;
  private final String what;
  private long limit;
  private Cursor cursor;
  private Optional<Stamped> found = Optional.empty();
  private Optional<Stamped> first = Optional.empty();
  private boolean over;

  /// @param from looks behind the event of this sequence, or before it
  /// @param what what is looked for, for a person
  Hunt(Recording recording, long from, boolean forth, Predicate<RuntimeEvent> wanted, String what)
      throws RecordingFailed {
    this.recording = recording;
    this.forth = forth;
    this.wanted = wanted;
    this.what = what;
    this.limit = from;
    this.cursor = forth ? recording.seekSequence(from + 1) : recording.segmentBefore(from);
  }

  String what() {
    return what;
  }

  boolean isForth() {
    return forth;
  }

  /// {@return whether it knows: then [#found] tells}
  boolean isOver() {
    return over;
  }

  /// {@return the event, or nothing if there is none}
  Optional<Stamped> found() {
    return found;
  }

  void pass() throws RecordingFailed {
    for (int i = 0; i < A_TURN && !over; i++) {
      var next = cursor.next();
      if (forth) {
        found = next.filter(each -> wanted.test(each.event()));
        over = next.isEmpty() || found.isPresent();
      } else {
        back(next);
      }
    }
  }

  /// Goes through a segment to its end; the last one found there is the nearest.
  private void back(Optional<Stamped> next) {
    if (next.isPresent() && next.get().sequence() < limit) {
      first = first.or(() -> next);
      found = next.filter(each -> wanted.test(each.event())).or(() -> found);
    } else if (found.isPresent() || first.isEmpty()) {
      over = true;
    } else {
      limit = first.get().sequence();
      first = Optional.empty();
      cursor = recording.segmentBefore(limit);
    }
  }
}
