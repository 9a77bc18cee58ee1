package understudy.app;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.GaveUp;
import understudy.event.Stamped;
import understudy.recording.Metadata;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Tape;
import understudy.recording.Trend;
import understudy.viewmodel.Course;
import understudy.viewmodel.Dial;
import understudy.viewmodel.Figures;
import understudy.viewmodel.Level;
import understudy.viewmodel.Scrubber;
import understudy.viewmodel.Scrubber.State;
import understudy.viewmodel.Stride;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Tempo;
import understudy.viewmodel.Wish;
import understudy.viewmodel.Words;

/// Which moment of a run is shown. A world that runs is kept on a tape in memory, and goes on and
/// is kept while its past is shown; a saved run is what it is.
///
/// Used by the session's thread only.
final class Deck implements AutoCloseable {
  private static final long TAPE_BYTES = 64L << 20;

  /// The tape knows the whole tree a second time; where that is too much, nothing is kept.
  private static final int MOST_PLACES = 200_000;

  /// Who plays on and comes so near to the present has caught up with it.
  private static final long CLOSE_NANOS = 500_000_000;

  private final LongSupplier clock;
  private final Course.Draft course = new Course.Draft();
  private final boolean saved;
  private Optional<Tape> tape = Optional.empty();
  private Optional<Playback> shown = Optional.empty();
  private Optional<Hunt> hunt = Optional.empty();
  private String kept = "";
  private String answer = "";
  private Tempo tempo = Dial.REAL;
  private boolean playing;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos;
  private long lastSequence;
  private long jumps;

  private Deck(LongSupplier clock, boolean saved, long jumps) {
    this.clock = clock;
    this.saved = saved;
    this.jumps = jumps;
  }

  /// For a world that begins now.
  static Deck live(LongSupplier clock, String name, Metadata metadata, Deck before) {
    var deck = new Deck(clock, false, before.jumps + 1);
    deck.tape = Optional.of(new Tape(name, metadata, TAPE_BYTES));
    return deck;
  }

  /// For a run that was saved, at its end.
  static Deck saved(LongSupplier clock, Recording recording, Deck before) throws RecordingFailed {
    var deck = new Deck(clock, true, before.jumps + 1);
    var trend = recording.trend();
    trend
        .buckets()
        .forEach(
            each -> deck.course.add(each.number() * trend.bucketNanos(), each.sent(), level(each)));
    if (trend.unknownNanos() > 0) {
      deck.kept = Words.get("travel.unknown", Figures.moment(trend.unknownNanos()));
    }
    var totals = recording.totals();
    deck.firstNanos = totals.firstNanos();
    deck.lastNanos = totals.lastNanos();
    deck.lastSequence = totals.lastSequence();
    var playback = new Playback(clock, recording);
    playback.seek(totals.lastNanos());
    deck.shown = Optional.of(playback);
    return deck;
  }

  /// For no world.
  static Deck empty(LongSupplier clock) {
    return new Deck(clock, false, 0);
  }

  static Level level(Trend.Bucket bucket) {
    return bucket.gaveUp() > 0
        ? Level.ESCALATION
        : bucket.crashes() > 0 ? Level.CRASH : bucket.restarts() > 0 ? Level.RESTART : Level.INFO;
  }

  // ---- the world goes on ----

  void take(List<Stamped> batch) {
    for (Stamped each : batch) {
      course.accept(each);
      firstNanos = Math.min(firstNanos, each.nanos());
      lastNanos = Math.max(lastNanos, each.nanos());
      lastSequence = each.sequence();
    }
    tape.ifPresent(one -> {
      one.append(batch);
      if (one.places() > MOST_PLACES) {
        one.close();
        tape = Optional.empty();
        kept = Words.get("travel.tooMany", MOST_PLACES);
      }
    });
  }

  /// Lets real time pass in what is shown.
  void pass(long realNanos) throws RecordingFailed {
    if (hunt.isPresent()) {
      hunt.get().pass();
      if (hunt.get().isOver()) {
        arrive(hunt.get());
      }
    }
    if (shown.isPresent()) {
      var playback = shown.get();
      jumpIf(playback.pass());
      if (playing && playback.isAtEnd()) {
        atEnd();
      } else if (playing) {
        playback.play(realNanos, tempo);
      }
    }
  }

  private void atEnd() throws RecordingFailed {
    if (saved) {
      playing = false;
    } else if (shown.isPresent() && shown.get().nanos() >= lastNanos - CLOSE_NANOS) {
      toNow();
    } else {
      enter(shown.map(Playback::nanos).orElse(lastNanos));
    }
  }

  // ---- what is shown ----

  /// {@return what is shown in place of the present, if anything}
  Optional<Playback> shown() {
    return shown;
  }

  /// Says what is looked at in it.
  void look(Wish wish) {
    shown.ifPresent(playback -> playback.look(wish.selected(), wish.filter().most()));
  }

  boolean isSaved() {
    return saved;
  }

  boolean isPlaying() {
    return playing;
  }

  Tempo tempo() {
    return tempo;
  }

  void tempo(Tempo next) {
    tempo = next;
  }

  void play(boolean on) throws RecordingFailed {
    if (on && saved && shown.isPresent() && shown.get().isAtEnd()) {
      jumpIf(shown.get().seek(firstNanos));
    }
    playing = on;
  }

  void seek(long nanos) throws RecordingFailed {
    quiet();
    if (shown.isPresent() && (saved || nanos <= shown.get().recording().totals().lastNanos())) {
      jumpIf(shown.get().seek(saved ? Math.min(nanos, lastNanos) : nanos));
    } else {
      enter(nanos);
    }
  }

  /// Shows the past as the tape has it now.
  private void enter(long nanos) throws RecordingFailed {
    if (tape.isPresent() && lastSequence > 0) {
      var recording = tape.get().recording();
      if (tape.get().forgotten() > 0) {
        kept = Words.get("travel.kept", Figures.moment(recording.totals().firstNanos()));
      }
      var playback = new Playback(clock, recording);
      playback.seek(nanos);
      shown = Optional.of(playback);
      jumps++;
    }
  }

  private void quiet() {
    hunt = Optional.empty();
    answer = "";
  }

  void toNow() throws RecordingFailed {
    quiet();
    playing = false;
    if (saved && shown.isPresent()) {
      jumpIf(shown.get().seek(lastNanos));
    } else if (shown.isPresent()) {
      shown = Optional.empty();
      jumps++;
    }
  }

  /// Stays where it is: there is no way on.
  void halt() {
    quiet();
    playing = false;
    shown.ifPresent(Playback::halt);
  }

  private void jumpIf(boolean afresh) {
    jumps += afresh ? 1 : 0;
  }

  /// Goes to an event near by.
  ///
  /// @param present what is folded of the present
  void travel(Stride by, boolean forth, int slot, Studio present) throws RecordingFailed {
    quiet();
    var wanted = wanted(by, slot, shown.map(Playback::studio).orElse(present));
    if (shown.isEmpty() && !forth) {
      enter(lastNanos);
    }
    if (shown.isPresent()) {
      playing = false;
      hunt =
          Optional.of(
              new Hunt(shown.get().recording(), shown.get().target(), forth, wanted, what(by)));
      pass(0);
    }
  }

  private static Predicate<RuntimeEvent> wanted(Stride by, int slot, Studio studio) {
    return switch (by) {
      case EVENT -> _ -> true;
      case CRASH ->
          event ->
              event instanceof GaveUp
                  || (event instanceof Exited(_, var reason) && !reason.isClean());
      case PROCESS -> studio.concern(slot);
    };
  }

  private static String what(Stride by) {
    return Words.get("travel." + Words.key(by));
  }

  private void arrive(Hunt over) throws RecordingFailed {
    hunt = Optional.empty();
    if (over.found().isPresent() && shown.isPresent()) {
      jumpIf(shown.get().seek(over.found().get()));
    } else {
      answer = Words.get(over.isForth() ? "travel.noLater" : "travel.noEarlier", over.what());
    }
  }

  /// {@return which moment is shown}
  ///
  /// @param presentNanos the world's time now
  Scrubber scrubber(long presentNanos) {
    if (lastSequence == 0) {
      return new Scrubber(State.NOTHING, 0, 0, 0, 0, 0, false, Course.EMPTY, "", jumps);
    }
    long end = saved ? lastNanos : Math.max(lastNanos, presentNanos);
    return new Scrubber(
        saved ? State.SAVED : shown.isPresent() ? State.PAST : State.LIVE,
        Math.min(0, firstNanos),
        end,
        shown.map(Playback::nanos).orElse(end),
        shown.map(Playback::sequence).orElse(lastSequence),
        lastSequence,
        playing,
        course.done(),
        word(),
        jumps);
  }

  private String word() {
    if (hunt.isPresent()) {
      return Words.get(hunt.get().isForth() ? "travel.next" : "travel.last", hunt.get().what());
    }
    return shown
        .filter(playback -> !playback.isThere())
        .map(playback -> Words.get("travel.reading", Math.round(100 * playback.share())))
        .orElse(answer.isEmpty() ? kept : answer);
  }

  @Override
  public void close() {
    tape.ifPresent(Tape::close);
    tape = Optional.empty();
  }
}
