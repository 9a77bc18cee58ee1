package understudy.recording;

import java.util.List;
import java.util.Map;
import understudy.event.Pid;
import understudy.event.Stamped;
import understudy.graph.Snapshot;

/// All that a fold over the stream has to know to go on from the middle of a recording.
///
/// @param graph who exists and who supervises whom, with the depth of each mailbox
/// @param handled how many messages each living process has taken out of its mailbox
/// @param waiting messages that wait, as they were sent, in that order; of very many only some, see
///   the depths
public record Keyframe(Snapshot graph, Map<Pid, Integer> handled, List<Stamped> waiting) {
  /// Takes copies.
  public Keyframe {
    handled = Map.copyOf(handled);
    waiting = List.copyOf(waiting);
  }

  /// {@return the sequence of the last event before it}
  public long sequence() {
    return graph.sequence();
  }
}
