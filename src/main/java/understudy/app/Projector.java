package understudy.app;

import java.util.ArrayList;
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
import understudy.recording.Replay;
import understudy.viewmodel.Frame;
import understudy.viewmodel.Level;
import understudy.viewmodel.Situation;
import understudy.viewmodel.Standing;
import understudy.viewmodel.Studio;
import understudy.viewmodel.Timeline.Mark;
import understudy.viewmodel.Wish;

/// Shows one moment of a reel; onward it folds what lies between, back it begins again.
///
/// Used by one thread.
final class Projector {
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
  private Studio studio = new Studio(System::nanoTime);
  private Replay replay = new Replay();
  private int next;
  private long nanos;
  private List<Mark> marks = List.of();
  private int marked;

  Projector(Reel reel) {
    this.reel = reel;
  }

  Reel reel() {
    return reel;
  }

  /// Goes toward a moment.
  ///
  /// @return whether it is there
  boolean toward(long goal) {
    if (goal < nanos) {
      studio = new Studio(System::nanoTime);
      replay = new Replay();
      next = 0;
    }
    List<Stamped> batch = new ArrayList<>();
    while (batch.size() < A_TIME && isDue(goal)) {
      batch.add(reel.events().get(next++));
    }
    batch.forEach(replay::accept);
    studio.accept(batch);
    boolean there = !isDue(goal);
    nanos = there ? goal : batch.getLast().nanos();
    return there;
  }

  private boolean isDue(long goal) {
    return next < reel.events().size() && reel.events().get(next).nanos() <= goal;
  }

  /// {@return what is to be seen}
  Frame frame(Wish wish, Situation situation) {
    studio.situation(situation);
    return studio.frame(wish, new At(replay, nanos));
  }

  Map<String, Standing> standings() {
    return studio.standings();
  }

  String path(int slot) {
    return studio.path(slot);
  }

  Set<Integer> shown(Set<Integer> slots, Frame frame) {
    return studio.shown(slots, frame);
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
}
