package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.probe.ProcessTable;
import understudy.recording.Cursor;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Replay;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Tempo;

/// A moment in a recording that can be moved, and all that is to be seen there.
///
/// Folds from the keyframe before, in pieces that leave the window quick: until [#isThere] the
/// moment is still on its way. Used by one thread.
final class Playback {
  /// So many events before the moment are folded too, so that the event list has something to tell.
  private static final int LEAD = 5_000;

  /// Rather than to fold more events than this, a keyframe is looked for.
  private static final int FAR = 40_000;

  private static final int PIECE = 1_000;
  private static final long A_TURN_NANOS = 100_000_000;
  private static final long TENTH_NANOS = 100_000_000;

  private final LongSupplier clock;
  private final Recording recording;
  private Studio studio;
  private Replay replay = new Replay();
  private Cursor cursor;
  private long target;
  private long at;
  private boolean there = true;
  private double owed;

  /// Before the first event.
  Playback(LongSupplier clock, Recording recording) {
    this.clock = clock;
    this.recording = recording;
    this.studio = new Studio(clock);
    this.cursor = recording.cursor();
    this.at = recording.totals().firstNanos();
  }

  Studio studio() {
    return studio;
  }

  ProcessTable table() {
    return replay;
  }

  Recording recording() {
    return recording;
  }

  /// {@return the sequence of the last event before the moment}
  long sequence() {
    return replay.sequence();
  }

  /// {@return that of the last event before the moment that is asked for}
  long target() {
    return there ? replay.sequence() : target;
  }

  long nanos() {
    return at;
  }

  /// {@return whether all is to be seen that was before the moment}
  boolean isThere() {
    return there;
  }

  /// {@return how far the way to the moment is done, 0 to 1}
  double share() {
    return target == 0 ? 1 : (double) replay.sequence() / target;
  }

  boolean isAtEnd() throws RecordingFailed {
    return there && cursor.peek().isEmpty();
  }

  /// Goes to a moment.
  ///
  /// @return whether something else than what goes on from before is to be seen
  boolean seek(long nanos) throws RecordingFailed {
    var totals = recording.totals();
    long moment = Math.max(nanos, totals.firstNanos());
    var after = recording.seekNanos(moment + 1).peek();
    return to(after.map(each -> each.sequence() - 1).orElse(totals.lastSequence()), moment);
  }

  /// Goes to the moment after an event.
  ///
  /// @return as [#seek]
  boolean seek(Stamped event) throws RecordingFailed {
    return to(event.sequence(), event.nanos());
  }

  private boolean to(long sequence, long nanos) throws RecordingFailed {
    boolean behind = sequence < replay.sequence() || nanos < replay.nanos();
    boolean afresh = behind || sequence - replay.sequence() > FAR;
    target = sequence;
    at = nanos;
    if (afresh) {
      begin(sequence);
    }
    fold();
    return afresh;
  }

  private void begin(long sequence) throws RecordingFailed {
    var from = recording.keyframe(sequence, LEAD);
    studio =
        from.map(key -> new Studio(clock, key.graph(), key.handled(), key.waiting()))
            .orElseGet(() -> new Studio(clock));
    replay = from.map(Replay::new).orElseGet(Replay::new);
    cursor = recording.seekSequence(from.map(key -> key.sequence() + 1).orElse(0L));
  }

  /// Lets real time pass: goes on with what was begun.
  void pass() throws RecordingFailed {
    if (!there) {
      fold();
    }
  }

  private void fold() throws RecordingFailed {
    long end = clock.getAsLong() + A_TURN_NANOS;
    List<Stamped> piece = new ArrayList<>(PIECE);
    do {
      piece.clear();
      while (piece.size() < PIECE && nextIsBefore()) {
        piece.add(cursor.next().orElseThrow());
      }
      take(piece);
      there = piece.size() < PIECE;
    } while (!there && clock.getAsLong() < end);
    if (there) {
      replay.advance(at);
      studio.settle();
    }
  }

  private boolean nextIsBefore() throws RecordingFailed {
    return cursor.peek().filter(each -> each.sequence() <= target).isPresent();
  }

  /// Tells the studio a tenth of a second a time how many messages wait: it draws that.
  private void take(List<Stamped> piece) {
    int done = 0;
    for (int i = 0; i < piece.size(); i++) {
      long tenth = piece.get(i).nanos() / TENTH_NANOS;
      replay.accept(piece.get(i));
      if (i + 1 == piece.size() || piece.get(i + 1).nanos() / TENTH_NANOS != tenth) {
        studio.accept(piece.subList(done, i + 1));
        studio.waiting(replay.waiting());
        done = i + 1;
      }
    }
  }

  /// Plays on.
  void play(long realNanos, Tempo tempo) throws RecordingFailed {
    if (!there) {
      return;
    }
    switch (tempo) {
      case Tempo.Times(var factor) -> until(at + Math.round(realNanos * factor));
      case Tempo.Messages(var perSecond) -> {
        owed = Math.min(owed + realNanos / 1e9 * perSecond, Math.max(1, perSecond / 10));
        while (owed >= 1 && !isAtEnd()) {
          owed--;
          toNextMessage();
        }
      }
    }
  }

  /// Goes on by time, at most as fast as the machine can.
  private void until(long moment) throws RecordingFailed {
    List<Stamped> piece = new ArrayList<>();
    while (piece.size() < FAR && cursor.peek().filter(each -> each.nanos() <= moment).isPresent()) {
      piece.add(cursor.next().orElseThrow());
    }
    take(piece);
    at = Math.min(moment, recording.totals().lastNanos());
    target = replay.sequence();
    replay.advance(at);
  }

  private void toNextMessage() throws RecordingFailed {
    for (int i = 0; i < FAR && !isAtEnd(); i++) {
      var event = cursor.next().orElseThrow();
      take(List.of(event));
      at = Math.max(at, event.nanos());
      target = event.sequence();
      if (event.event() instanceof RuntimeEvent.Received) {
        return;
      }
    }
  }
}
