package understudy.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Demonitored;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.Monitored;
import understudy.event.Stamped;

/// What has changed the tree since the world began, so that a recording begun later still knows who
/// is who.
///
/// Messages are not kept, nor monitors that were taken away again: each call makes one. Once it has
/// [#LIMIT] events nothing more is kept. What is left out is said by a gap where the recording goes
/// on. Used by one thread.
final class Journal {
  static final int LIMIT = 500_000;

  private static final int FEW = 1_024;

  private record Monitor(Pid watcher, long reference) {}

  private final int limit;
  private final List<Stamped> kept = new ArrayList<>();
  private Optional<Stamped> lastLeftOut = Optional.empty();
  private long leftOut;
  private int room;
  private boolean full;

  Journal() {
    this(LIMIT);
  }

  /// @param limit how many events are kept at most
  Journal(int limit) {
    this.limit = limit;
    this.room = Math.min(limit, FEW);
  }

  void take(List<Stamped> batch) {
    for (Stamped each : batch) {
      if (full || each.event().isMessage()) {
        leaveOut(each);
      } else {
        kept.add(each);
        makeRoom();
      }
    }
  }

  private void leaveOut(Stamped each) {
    leftOut++;
    if (lastLeftOut.isEmpty() || lastLeftOut.get().sequence() < each.sequence()) {
      lastLeftOut = Optional.of(each);
    }
  }

  /// Looks through all only when there are twice as many as the last time.
  private void makeRoom() {
    if (kept.size() >= room) {
      forgetEnded();
      full = kept.size() > limit / 2 && room == limit;
      room = Math.min(limit, Math.max(FEW, 2 * kept.size()));
    }
  }

  private void forgetEnded() {
    Set<Monitor> ended = new HashSet<>();
    for (Stamped each : kept) {
      if (each.event() instanceof Demonitored(var watcher, _, var reference)) {
        ended.add(new Monitor(watcher, reference));
      }
    }
    kept.removeIf(each -> {
      boolean gone = isOf(each, ended);
      if (gone) {
        leaveOut(each);
      }
      return gone;
    });
  }

  private static boolean isOf(Stamped each, Set<Monitor> ended) {
    return each.event() instanceof Demonitored
        || (each.event() instanceof Monitored(var watcher, _, var reference)
            && ended.contains(new Monitor(watcher, reference)));
  }

  /// {@return whether a part of what changed the tree is left out, since there was too much}
  boolean isFull() {
    return full;
  }

  /// {@return the events kept, with a gap at the place of the last one that was not}
  List<Stamped> soFar() {
    forgetEnded();
    var told = new ArrayList<Stamped>(kept);
    lastLeftOut.ifPresent(last -> {
      long before = kept.stream().takeWhile(e -> e.sequence() < last.sequence()).count();
      told.add(
          (int) before,
          new Stamped(
              last.sequence(), last.nanos(), last.wallMillis(), new Gap(Pid.NONE, leftOut)));
    });
    return List.copyOf(told);
  }
}
