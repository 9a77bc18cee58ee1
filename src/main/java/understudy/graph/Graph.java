package understudy.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.event.Pid;
import understudy.event.Stamped;

/// The state of a running system after the events applied so far.
///
/// Used by one thread. Costs about the same for every event, whatever the number of processes.
public final class Graph {
  private long version;
  private long sequence;
  private long nanos;

  /// Starts with nothing.
  public Graph() {}

  /// Takes the next event; never throws on what it says or on the order in which it comes.
  ///
  /// @param stamped the event with its place in the stream
  public void apply(Stamped stamped) {
    version++;
    sequence = stamped.sequence();
    nanos = stamped.nanos();
  }

  /// {@return supervisors that nobody supervises, in spawn order; a dead one stays, up to 16 of
  /// them}
  public List<Vertex> roots() {
    return List.of();
  }

  /// {@return living processes that neither are supervised nor supervise, in order of appearance}
  public List<Vertex> loose() {
    return List.of();
  }

  /// {@return the slot where `pid` is or was; empty for a process that is unknown or forgotten}
  ///
  /// @param pid a process, alive or dead; a slot remembers its last four dead ones
  public Optional<Vertex> vertex(Pid pid) {
    return Optional.empty();
  }

  /// {@return the vertex of that slot, if it still exists}
  ///
  /// @param slot the number that [Vertex#slot] gives
  public Optional<Vertex> vertex(int slot) {
    return Optional.empty();
  }

  /// {@return the processes linked to `pid`, in pid order}
  ///
  /// @param pid a process
  public Set<Pid> links(Pid pid) {
    return Set.of();
  }

  /// {@return the processes that `watcher` monitors, in pid order}
  ///
  /// @param watcher a process
  public Set<Pid> monitors(Pid watcher) {
    return Set.of();
  }

  /// {@return the processes that monitor `target`, in pid order}
  ///
  /// @param target a process
  public Set<Pid> monitoredBy(Pid target) {
    return Set.of();
  }

  /// {@return `pid` and everyone who is reachable from it over links, in pid order}
  ///
  /// @param pid a process
  public Set<Pid> linkedGroup(Pid pid) {
    return Set.of(pid);
  }

  /// {@return a number that changes whenever a slot appears, disappears or moves}
  public long structureVersion() {
    return 0;
  }

  /// {@return how many events were applied}
  public long version() {
    return version;
  }

  /// {@return the sequence of the last event applied; 0 before the first}
  public long sequence() {
    return sequence;
  }

  /// {@return the runtime's time of the last event applied, in nanoseconds; 0 before the first}
  public long nanos() {
    return nanos;
  }

  /// {@return the sums so far}
  public Totals totals() {
    return new Totals(0, 0, 0, 0, 0, 0);
  }
}
