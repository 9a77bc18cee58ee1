package understudy.app;

import java.util.Optional;
import java.util.function.LongSupplier;
import understudy.event.Stamped;
import understudy.probe.ProcessTable;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.viewmodel.EventPage;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Tempo;

/// A moment in a recording that can be moved, and all that is to be seen there.
///
/// Folds from the keyframe before, in pieces that leave the window quick: until [#isThere] the
/// moment is still on its way. Once it is there, what was in the minute before and the lines of the
/// event list that are asked for are folded beside it, as far back as that needs, and take its
/// place when they are done. Used by one thread.
final class Playback {
  /// No more than so many are folded to know more of what was before.
  private static final long MOST_LEAD = 600_000;

  private static final long A_TURN_NANOS = 100_000_000;
  private static final long A_SLICE_NANOS = 8_000_000;

  private final LongSupplier clock;
  private final Recording recording;
  private Fold shown;
  private Optional<Fold> coming = Optional.empty();
  private long target;
  private long begun;
  private long at;
  private boolean there = true;
  private Want want = new Want(-1, -1);
  private int selected = -1;
  private int lines;
  private double owed;

  /// What more was asked for last.
  private record Want(long from, int slot) {}

  /// Before the first event.
  Playback(LongSupplier clock, Recording recording) {
    this.clock = clock;
    this.recording = recording;
    this.shown = new Fold(clock, recording);
    this.at = recording.totals().firstNanos();
  }

  Studio studio() {
    return shown.studio();
  }

  ProcessTable table() {
    return shown.replay();
  }

  Recording recording() {
    return recording;
  }

  /// {@return the sequence of the last event before the moment}
  long sequence() {
    return shown.sequence();
  }

  /// {@return that of the last event before the moment that is asked for}
  long target() {
    return there ? shown.sequence() : target;
  }

  long nanos() {
    return at;
  }

  /// {@return whether all is to be seen that was before the moment}
  boolean isThere() {
    return there;
  }

  /// {@return whether more of what was before is being found out}
  boolean isDeepening() {
    return there && coming.isPresent();
  }

  /// {@return how much of the way to the moment is done, 0 to 1}
  double share() {
    long way = target - begun;
    return way <= 0 ? 1 : (double) (coming.orElse(shown).sequence() - begun) / way;
  }

  boolean isAtEnd() throws RecordingFailed {
    return there && shown.isAtEnd();
  }

  /// Says what is looked at: more is made known of it.
  ///
  /// @param slot the selected place, -1 for none
  /// @param most how many lines of the event list are wanted
  void look(int slot, int most) {
    selected = slot;
    lines = most;
    studio().deepens(shown.since() > floor());
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
    boolean behind = sequence < shown.sequence() || nanos < shown.replay().nanos();
    target = sequence;
    at = nanos;
    there = false;
    want = new Want(-1, -1);
    coming =
        behind || sequence - shown.sequence() > Fold.FAR
            ? Optional.of(new Fold(clock, recording, sequence, Fold.LEAD, selected))
            : Optional.empty();
    begun = coming.orElse(shown).sequence();
    return goOn(A_TURN_NANOS);
  }

  /// Stays at what is shown.
  void halt() {
    coming = Optional.empty();
    there = true;
    at = shown.replay().nanos();
  }

  /// Lets real time pass: goes on with what was begun.
  ///
  /// @return as [#seek]
  boolean pass() throws RecordingFailed {
    if (!there) {
      return goOn(A_TURN_NANOS);
    }
    if (coming.isEmpty()) {
      deepen();
    }
    return coming.isPresent() && goOn(A_SLICE_NANOS);
  }

  /// Begins to find out more of what was before, where more is asked for than is known.
  private void deepen() throws RecordingFailed {
    long since = shown.since();
    long minute = recording.sequenceAbout(at - Studio.MINUTE_NANOS);
    boolean unseen = minute < since && minute >= floor();
    boolean lacking = lines > EventPage.LIMIT && since > floor() && studio().lacks(lines);
    boolean unwatched = selected >= 0 && selected != shown.watched();
    if (unseen || lacking || unwatched) {
      long twice = Math.max(floor(), since - Math.max(Fold.LEAD, shown.sequence() - since));
      var next = new Want(unseen ? minute : lacking ? twice : since, selected);
      if (!next.equals(want)) {
        want = next;
        long lead = shown.sequence() - next.from();
        coming = Optional.of(new Fold(clock, recording, shown.sequence(), lead, selected));
      }
    }
  }

  /// {@return the event from which on more can be known}
  private long floor() {
    return Math.max(recording.since(), shown.sequence() - MOST_LEAD);
  }

  private boolean goOn(long nanos) throws RecordingFailed {
    var fold = coming.orElse(shown);
    boolean done = fold.toward(there ? shown.sequence() : target, clock.getAsLong() + nanos);
    if (!done) {
      return false;
    }
    boolean other = coming.isPresent();
    there = true;
    shown = fold;
    coming = Optional.empty();
    shown.replay().advance(at);
    studio().settle();
    return other;
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
          at = Math.max(at, shown.playMessage(Fold.FAR));
        }
      }
    }
  }

  /// Goes on by time, at most as fast as the machine can.
  private void until(long moment) throws RecordingFailed {
    shown.play(moment, Fold.FAR);
    at = Math.min(moment, recording.totals().lastNanos());
    shown.replay().advance(at);
  }
}
