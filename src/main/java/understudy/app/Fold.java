package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.recording.Cursor;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Replay;
import understudy.recording.Trend;
import understudy.viewmodel.Studio;

/// What is to be seen after the events of a recording, from a keyframe on or from its beginning up
/// to where it has come.
///
/// Used by one thread.
final class Fold {
  /// So many events before a moment are folded too, so that the event list has something to tell.
  static final long LEAD = 5_000;

  /// Rather than to fold more events than this, a keyframe is looked for.
  static final int FAR = 40_000;

  private static final int PIECE = 1_000;
  private static final long TENTH_NANOS = 100_000_000;

  private final LongSupplier clock;
  private final Studio studio;
  private final Replay replay;
  private final Cursor cursor;
  private final long since;
  private int watched = -1;

  /// Before the first event.
  Fold(LongSupplier clock, Recording recording) {
    this.clock = clock;
    studio = new Studio(clock);
    replay = new Replay();
    cursor = recording.cursor();
    since = 0;
  }

  /// Where it begins to see the moment after an event, and what was before that.
  ///
  /// @param sequence the event
  /// @param lead how many events before it shall be seen, at least, where there are as many
  /// @param watched the place whose mailbox is looked at on the way, -1 for none
  Fold(LongSupplier clock, Recording recording, long sequence, long lead, int watched)
      throws RecordingFailed {
    this.clock = clock;
    this.watched = watched;
    var from = recording.keyframe(sequence, lead);
    since = from.map(key -> key.sequence()).orElse(0L);
    replay = from.map(Replay::new).orElseGet(Replay::new);
    cursor = recording.seekSequence(since + 1);
    if (from.isPresent()) {
      var key = from.get();
      studio = new Studio(clock, key.graph(), key.handled(), key.waiting());
      recall(recording.trendBefore(since, key.graph().nanos() - Studio.MINUTE_NANOS));
    } else {
      studio = new Studio(clock);
    }
  }

  private void recall(List<Trend.Bucket> before) {
    for (var each : before) {
      studio.recall(
          each.number() * Trend.NANOS,
          each.sent(),
          each.waiting(),
          each.restarts(),
          each.crashes(),
          Deck.level(each));
    }
  }

  Studio studio() {
    return studio;
  }

  Replay replay() {
    return replay;
  }

  /// {@return the event from which on it knows all, 0 if that is the beginning}
  long since() {
    return since;
  }

  long sequence() {
    return replay.sequence();
  }

  int watched() {
    return watched;
  }

  /// Looks at the mailbox of another place from now on.
  void watch(int slot) {
    watched = slot;
  }

  boolean isAtEnd() throws RecordingFailed {
    return cursor.peek().isEmpty();
  }

  /// Folds up to an event, as far as it comes until the clock says so.
  ///
  /// @return whether it is there
  boolean toward(long sequence, long until) throws RecordingFailed {
    List<Stamped> piece = new ArrayList<>(PIECE);
    do {
      piece.clear();
      while (piece.size() < PIECE && nextIsNoLaterThan(sequence)) {
        piece.add(cursor.next().orElseThrow());
      }
      take(piece);
    } while (piece.size() == PIECE && clock.getAsLong() < until);
    return piece.size() < PIECE;
  }

  private boolean nextIsNoLaterThan(long sequence) throws RecordingFailed {
    return cursor.peek().filter(each -> each.sequence() <= sequence).isPresent();
  }

  /// Folds what happened until a moment, but no more than so many events.
  void play(long moment, int most) throws RecordingFailed {
    List<Stamped> piece = new ArrayList<>();
    while (piece.size() < most
        && cursor.peek().filter(each -> each.nanos() <= moment).isPresent()) {
      piece.add(cursor.next().orElseThrow());
    }
    take(piece);
  }

  /// Folds up to the next message that somebody takes, but no more than so many events.
  ///
  /// @return when the last of them happened, 0 if there was none
  long playMessage(int most) throws RecordingFailed {
    long at = 0;
    for (int i = 0; i < most && !isAtEnd(); i++) {
      var event = cursor.next().orElseThrow();
      take(List.of(event));
      at = Math.max(at, event.nanos());
      if (event.event() instanceof RuntimeEvent.Received) {
        break;
      }
    }
    return at;
  }

  /// Tells the studio a tenth of a second a time how many messages wait: it draws that.
  private void take(List<Stamped> piece) {
    int done = 0;
    for (int i = 0; i < piece.size(); i++) {
      long tenth = piece.get(i).nanos() / TENTH_NANOS;
      replay.accept(piece.get(i));
      if (i + 1 == piece.size() || piece.get(i + 1).nanos() / TENTH_NANOS != tenth) {
        studio.accept(piece.subList(done, i + 1));
        studio.glance(replay.waiting(), watched, replay);
        done = i + 1;
      }
    }
  }
}
