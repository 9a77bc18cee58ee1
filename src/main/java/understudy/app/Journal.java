package understudy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// What has changed the tree since the world began, so that a recording begun later still knows who
/// is who.
///
/// Messages are not kept; neither is anything beyond [#LIMIT] events. What is left out is said by a
/// gap where the recording goes on. Used by one thread.
final class Journal {
  private static final int LIMIT = 500_000;

  private final List<Stamped> kept = new ArrayList<>();
  private long leftOut;
  private Optional<Stamped> lastLeftOut = Optional.empty();
  private int keptBeforeIt;

  void take(List<Stamped> batch) {
    for (Stamped each : batch) {
      if (each.event().isMessage() || kept.size() >= LIMIT) {
        leftOut++;
        lastLeftOut = Optional.of(each);
        keptBeforeIt = kept.size();
      } else {
        kept.add(each);
      }
    }
  }

  /// {@return the events kept, with a gap at the place of the last one that was not}
  List<Stamped> soFar() {
    var told = new ArrayList<Stamped>(kept);
    lastLeftOut.ifPresent(last ->
        told.add(
            keptBeforeIt,
            new Stamped(
                last.sequence(),
                last.nanos(),
                last.wallMillis(),
                new RuntimeEvent.Gap(Pid.NONE, leftOut))));
    return List.copyOf(told);
  }
}
