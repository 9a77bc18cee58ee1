package understudy.bus;

import java.util.List;
import understudy.event.Stamped;

/// Some events in their order: at least one, and the next after those of the batch before.
///
/// @param events in sequence order; immutable
/// @param lostSoFar the sum of all gaps in the stream up to the end of this batch
public record Batch(List<Stamped> events, long lostSoFar) {
  /// Takes a copy, unless `events` is immutable.
  public Batch {
    events = events instanceof Slice ? events : List.copyOf(events);
  }
}
