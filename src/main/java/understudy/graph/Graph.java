package understudy.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.ChildExited;
import understudy.event.RuntimeEvent.ChildIgnored;
import understudy.event.RuntimeEvent.ChildRemoved;
import understudy.event.RuntimeEvent.ChildStartFailed;
import understudy.event.RuntimeEvent.ChildStarted;
import understudy.event.RuntimeEvent.ChildStarting;
import understudy.event.RuntimeEvent.ChildStopped;
import understudy.event.RuntimeEvent.ChildStopping;
import understudy.event.RuntimeEvent.Demonitored;
import understudy.event.RuntimeEvent.ExitSignalled;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.GaveUp;
import understudy.event.RuntimeEvent.Haunting;
import understudy.event.RuntimeEvent.Initialized;
import understudy.event.RuntimeEvent.Linked;
import understudy.event.RuntimeEvent.Monitored;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Registered;
import understudy.event.RuntimeEvent.RestartDelayed;
import understudy.event.RuntimeEvent.Rested;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.RuntimeEvent.Spawned;
import understudy.event.RuntimeEvent.Supervising;
import understudy.event.RuntimeEvent.Suspended;
import understudy.event.RuntimeEvent.Terminating;
import understudy.event.RuntimeEvent.TrapExit;
import understudy.event.RuntimeEvent.Unlinked;
import understudy.event.RuntimeEvent.Unregistered;
import understudy.event.Stamped;

/// The state of a running system after the events applied so far.
///
/// Used by one thread. Costs about the same for every event, whatever the number of processes.
public final class Graph {
  private final Forest forest = new Forest();
  private final Ties ties = new Ties();
  private final Population population = new Population(forest, ties);
  private final Supervision supervision = new Supervision(forest, population);
  private final Zombies zombies = new Zombies();
  private final Set<Pid> outside = new HashSet<>();
  private long version;
  private long sequence;
  private long nanos;
  private long messages;
  private long lost;

  /// Starts with nothing.
  public Graph() {}

  /// A graph that goes on where another one was.
  ///
  /// @param from what that one was then
  /// @throws IllegalArgumentException if no graph can ever have been so
  public Graph(Snapshot from) {
    forest.restore(from);
    ties.restore(from);
    population.restore(from);
    supervision.restore(from);
    zombies.restore(from);
    outside.addAll(from.outside());
    version = from.version();
    sequence = from.sequence();
    nanos = from.nanos();
    messages = from.totals().messages();
    lost = from.totals().lost();
  }

  /// {@return all that it knows now; costs the number of processes}
  public Snapshot snapshot() {
    return new Snapshot(
        sequence,
        nanos,
        version,
        totals(),
        forest.nextSlot(),
        population.firstSpawned(),
        population.lastSpawned(),
        Still.slots(forest.tops()),
        forest.deadRoots(),
        Still.sorted(forest.displaced()),
        Still.sorted(population.deadElders()),
        Still.sorted(outside),
        ties.links(),
        ties.watches(),
        zombies.all());
  }

  /// Takes the next event; never throws on what it says or on the order in which it comes.
  ///
  /// @param stamped the event with its place in the stream
  public void apply(Stamped stamped) {
    version++;
    sequence = stamped.sequence();
    nanos = stamped.nanos();
    if (!isOfOutside(stamped.event())) {
      fold(stamped.event());
    }
  }

  /// Keeps the hands from outside out of the picture: nothing that they do or are told has a place.
  private boolean isOfOutside(RuntimeEvent event) {
    switch (event) {
      case Spawned said when said.isOutside() -> outside.add(said.subject());
      case Exited said when outside.remove(said.subject()) -> {
        return true;
      }
      case Sent said when outside.contains(said.to()) -> messages++;
      default -> {
        return outside.contains(event.subject());
      }
    }
    return true;
  }

  private void fold(RuntimeEvent event) {
    switch (event) {
      case Spawned said -> population.spawned(said, nanos);
      case Initialized said -> population.initialized(said.subject(), nanos);
      case Terminating said -> population.terminating(said, nanos);
      case Exited said -> population.exited(said, nanos);
      case Haunting said -> zombies.rise(said.subject(), forest.at(said.subject()), nanos);
      case Rested said -> zombies.rest(said.subject());
      case ExitSignalled _ -> {}
      case Registered said -> population.registered(said, nanos);
      case Unregistered said -> population.unregistered(said);
      case Linked said -> link(said.subject(), said.other());
      case Unlinked said -> ties.unlink(said.subject(), said.other());
      case Monitored said -> watch(said);
      case Demonitored said -> ties.unwatch(said.subject(), said.target(), said.reference());
      case TrapExit said -> trapExit(said);
      case Suspended said -> population.suspended(said, nanos);
      case Sent said -> {
        messages++;
        population.sent(said);
      }
      case Received said -> population.received(said, nanos);
      case Supervising said -> supervision.supervising(said, nanos);
      case ChildStarting said -> supervision.starting(said, nanos);
      case ChildStarted said -> supervision.started(said, nanos);
      case ChildStartFailed said -> supervision.startFailed(said, nanos);
      case ChildIgnored said -> supervision.ignored(said, nanos);
      case ChildExited said -> supervision.exited(said, nanos);
      case ChildStopping said -> supervision.stopping(said, nanos);
      case ChildStopped said -> supervision.stopped(said, nanos);
      case ChildRemoved said -> supervision.removed(said, nanos);
      case RestartDelayed said -> supervision.delayed(said, nanos);
      case GaveUp said -> supervision.gaveUp(said, nanos);
      case Gap said -> lost += Math.max(0, said.lost());
    }
  }

  /// {@return supervisors that nobody supervises, in spawn order; a dead one stays, up to 16 of
  /// them}
  public List<Vertex> roots() {
    return forest.roots();
  }

  /// {@return living processes that neither are supervised nor supervise, in order of appearance}
  public List<Vertex> loose() {
    return forest.loose();
  }

  /// {@return how many living processes are hands from outside: they have no place here}
  public int outside() {
    return outside.size();
  }

  /// {@return whether `pid` is a living hand from outside}
  ///
  /// @param pid a process
  public boolean isOutside(Pid pid) {
    return outside.contains(pid);
  }

  /// {@return the slot where `pid` is or was; empty for a process that is unknown or forgotten}
  ///
  /// @param pid a process, alive or dead; a slot remembers its last four dead ones
  public Optional<Vertex> vertex(Pid pid) {
    return Optional.ofNullable(forest.at(pid));
  }

  /// {@return the vertex of that slot, if it still exists}
  ///
  /// @param slot the number that [Vertex#slot] gives
  public Optional<Vertex> vertex(int slot) {
    return Optional.ofNullable(forest.at(slot));
  }

  /// {@return the processes linked to `pid`, in pid order}
  ///
  /// @param pid a process
  public Set<Pid> links(Pid pid) {
    return ties.linked(pid);
  }

  /// {@return how many links `pid` has; costs the same whatever their number}
  ///
  /// @param pid a process
  public int linkCount(Pid pid) {
    return ties.linkCount(pid);
  }

  /// {@return how many monitors `watcher` has; costs the same whatever their number}
  ///
  /// @param watcher a process
  public int monitorCount(Pid watcher) {
    return ties.monitorCount(watcher);
  }

  /// {@return by how many monitors `target` is watched; costs the same whatever their number}
  ///
  /// @param target a process
  public int watcherCount(Pid target) {
    return ties.watcherCount(target);
  }

  /// {@return the processes that `watcher` monitors, in pid order}
  ///
  /// @param watcher a process
  public Set<Pid> monitors(Pid watcher) {
    return ties.watchedBy(watcher);
  }

  /// {@return the processes that monitor `target`, in pid order}
  ///
  /// @param target a process
  public Set<Pid> monitoredBy(Pid target) {
    return ties.watchersOf(target);
  }

  /// {@return `pid` and everyone who is reachable from it over links, in pid order}
  ///
  /// @param pid a process
  public Set<Pid> linkedGroup(Pid pid) {
    return ties.reachable(pid);
  }

  /// {@return the dead processes whose code still runs, the oldest first; immutable}
  public List<Zombie> zombies() {
    return zombies.all();
  }

  /// {@return those of them that were in the slot of that number, the oldest first; immutable}
  ///
  /// @param slot the number that [Vertex#slot] gives
  public List<Zombie> zombies(int slot) {
    return zombies.at(slot);
  }

  /// {@return what is known of `pid` if it is dead and its code still runs}
  ///
  /// @param pid a process
  public Optional<Zombie> zombie(Pid pid) {
    return zombies.at(pid);
  }

  /// {@return a number that changes whenever a slot appears, disappears or moves}
  public long structureVersion() {
    return forest.structureVersion();
  }

  /// Hands over what has changed since the call before, each vertex once; the first call hands over
  /// everything. For one reader.
  ///
  /// @param moved takes every vertex that may have another place now, or none: those that are gone
  ///   before those that have got their seats
  /// @param touched takes every vertex whose process, state, restarts or depth may be another
  public void changes(Consumer<Vertex> moved, Consumer<Vertex> touched) {
    Changes changes = forest.changes();
    if (changes.follow()) {
      changes.take(moved, touched);
      return;
    }
    List<Vertex> all = new ArrayList<>(forest.roots());
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).childById.values());
    }
    all.addAll(forest.loose());
    all.forEach(moved);
    all.forEach(touched);
  }

  /// {@return a number above every [Vertex#seat] in use}
  public int seats() {
    return forest.changes().seats();
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
    return new Totals(
        forest.alive(),
        population.spawned(),
        population.exits(),
        supervision.restarts(),
        messages,
        lost);
  }

  /// How many entries are kept to find processes by; for the test that memory is bounded.
  int remembered() {
    return forest.remembered() + ties.processes() + zombies.size();
  }

  private void link(Pid subject, Pid other) {
    if (population.living(subject, nanos) != null && population.mayLive(other)) {
      ties.link(subject, other);
    }
  }

  private void watch(Monitored said) {
    if (population.living(said.subject(), nanos) != null && population.mayLive(said.target())) {
      ties.watch(said.subject(), said.target(), said.reference());
    }
  }

  private void trapExit(TrapExit said) {
    Vertex vertex = population.living(said.subject(), nanos);
    if (vertex != null) {
      vertex.trapExit = said.on();
    }
  }
}
