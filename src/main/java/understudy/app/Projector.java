package understudy.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.probe.Status;
import understudy.recording.Metadata;
import understudy.recording.Recording;
import understudy.recording.RecordingFailed;
import understudy.recording.Replay;
import understudy.recording.Tape;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Level;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Standing;
import understudy.viewmodel.Timeline.Mark;
import understudy.viewmodel.Wish;

/// Shows one moment of a reel; onward it folds what lies between, back and far onward it begins at
/// a keyframe.
///
/// What is shown stays until the moment that is wanted is there. Used by one thread.
final class Projector implements AutoCloseable {
  /// The processes of a replay, at a moment when nothing happened.
  private record At(Replay replay, long nanos) implements ProcessTable {
    @Override
    public int alive() {
      return replay.alive();
    }

    @Override
    public int depth(Pid pid) {
      return replay.depth(pid);
    }

    @Override
    public Status status(Pid pid) {
      return replay.status(pid);
    }

    @Override
    public Optional<ProcessInfo> info(Pid pid) {
      return replay.info(pid);
    }
  }

  private static final int A_TIME = 2_000;

  private final Reel reel;
  private final Tape tape;
  private int taped;
  private Recording recording;
  private Fold shown;
  private Optional<Fold> coming = Optional.empty();
  private long nanos;
  private List<Mark> marks = List.of();
  private int marked;

  Projector(Reel reel) {
    this.reel = reel;
    var metadata = new Metadata(reel.name(), "", 0, Metadata.Scheduler.STEPPED, 0, "");
    this.tape = new Tape(reel.name(), metadata, Long.MAX_VALUE);
    this.recording = tape.recording();
    this.shown = new Fold(System::nanoTime, recording);
  }

  Reel reel() {
    return reel;
  }

  /// Takes some more of the reel.
  ///
  /// @return whether there is more of it
  boolean load() {
    int end = Math.min(reel.events().size(), taped + A_TIME);
    tape.append(reel.events().subList(taped, end));
    taped = end;
    return taped < reel.events().size();
  }

  /// Goes toward a moment, within what was taken of the reel.
  ///
  /// @param until when it has to come back, by the clock of this machine
  /// @return whether it is there
  boolean toward(long goal, long until) {
    try {
      long sequence = lastUpTo(goal);
      if (recording.totals().events() < taped) {
        recording = tape.recording();
        coming = Optional.of(from(sequence));
      }
      long at = coming.orElse(shown).sequence();
      if (sequence < at || sequence - at > Fold.FAR) {
        coming = Optional.of(from(sequence));
      }
      var fold = coming.orElse(shown);
      boolean there = fold.toward(sequence, until);
      if (there) {
        if (coming.isPresent()) {
          fold.studio().settle();
        }
        shown = fold;
        coming = Optional.empty();
        shown.replay().advance(goal);
        nanos = goal;
      }
      return there;
    } catch (RecordingFailed e) {
      throw new IllegalStateException("a tape in memory cannot be read: " + e.line(), e);
    }
  }

  private Fold from(long sequence) throws RecordingFailed {
    return new Fold(System::nanoTime, recording, sequence, Fold.LEAD, -1);
  }

  /// {@return the sequence of the last event up to a moment, 0 if there is none}
  private long lastUpTo(long goal) {
    int low = 0;
    int high = taped;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reel.events().get(middle).nanos() <= goal) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : reel.events().get(low - 1).sequence();
  }

  /// {@return what is to be seen}
  Frame frame(Wish wish, Situation situation) {
    shown.studio().situation(situation);
    return shown.studio().frame(wish, new At(shown.replay(), nanos));
  }

  Map<String, Standing> standings() {
    return shown.studio().standings();
  }

  String path(int slot) {
    return shown.studio().path(slot);
  }

  Set<Integer> shown(Set<Integer> slots, Frame frame) {
    return shown.studio().shown(slots, frame);
  }

  /// {@return restarts and worse in all that was played, oldest first}
  List<Mark> marks() {
    if (marked != reel.events().size()) {
      marked = reel.events().size();
      marks = reel.events().stream().flatMap(each -> mark(each).stream()).toList();
    }
    return marks;
  }

  private static Optional<Mark> mark(Stamped each) {
    if (each.event() instanceof RuntimeEvent.GaveUp) {
      return Optional.of(new Mark(each.nanos(), Level.ESCALATION));
    } else if (each.event() instanceof RuntimeEvent.Exited(_, var reason) && !reason.isClean()) {
      return Optional.of(new Mark(each.nanos(), Level.CRASH));
    } else if (each.event() instanceof RuntimeEvent.ChildStarting e && e.incarnation() > 1) {
      return Optional.of(new Mark(each.nanos(), Level.RESTART));
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    tape.close();
    reel.close();
  }
}
