package understudy.graph;

import java.util.List;
import java.util.Optional;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;

/// All that a [Graph] knows at one moment, as values: another graph can go on from it and cannot be
/// told from the first one.
///
/// Only seats ([Vertex#seat]) are given out anew.
///
/// @param sequence that of the last event applied, 0 before the first
/// @param nanos the runtime's time of that event, in nanoseconds
/// @param version how many events were applied
/// @param totals the sums so far
/// @param nextSlot what the next slot's number will be
/// @param firstSpawned the lowest pid whose spawn was told
/// @param lastSpawned the highest
/// @param slots all of them, each after its supervisor, children in their order
/// @param deadRoots numbers of dead roots, the first to die first
/// @param displaced living processes whose place another one has
/// @param deadElders dead processes whose spawn was not told
/// @param outside hands from outside
/// @param links each once
/// @param watches monitors
/// @param zombies the dead whose code runs
public record Snapshot(
    long sequence,
    long nanos,
    long version,
    Totals totals,
    int nextSlot,
    long firstSpawned,
    long lastSpawned,
    List<Slot> slots,
    List<Integer> deadRoots,
    List<Pid> displaced,
    List<Pid> deadElders,
    List<Pid> outside,
    List<Link> links,
    List<Watch> watches,
    List<Zombie> zombies) {
  /// In place of a supervisor's place: it has none, and is shown by itself.
  public static final int ALONE = -1;

  /// In place of a supervisor's place: its supervisor has not yet said as what it was started.
  public static final int NOWHERE = -2;

  /// Takes copies.
  public Snapshot {
    slots = List.copyOf(slots);
    deadRoots = List.copyOf(deadRoots);
    displaced = List.copyOf(displaced);
    deadElders = List.copyOf(deadElders);
    outside = List.copyOf(outside);
    links = List.copyOf(links);
    watches = List.copyOf(watches);
    zombies = List.copyOf(zombies);
  }

  /// A link.
  ///
  /// @param one an end
  /// @param other the other end
  public record Link(Pid one, Pid other) {}

  /// A monitor.
  ///
  /// @param watcher who watches
  /// @param target who is watched
  /// @param reference the monitor's number
  public record Watch(Pid watcher, Pid target, long reference) {}

  /// A place, as [Vertex] has it.
  ///
  /// @param number that of the slot
  /// @param above where its supervisor stands in the list, or [#ALONE] or [#NOWHERE]
  /// @param id the child's id
  /// @param kind worker or supervisor
  /// @param pid its newest process
  /// @param oldPids those before, oldest first, at most four
  /// @param flags see the constants
  /// @param name the registered name
  /// @param behaviour what it runs
  /// @param state what is seen of it
  /// @param restarts how often it was started again
  /// @param incarnation starts under the present supervisor process
  /// @param depth messages waiting
  /// @param strategy of a supervisor
  /// @param maxRestarts of a supervisor
  /// @param periodSeconds of a supervisor
  /// @param restarted the seconds of the restarts that a supervisor still counts
  /// @param restart when it is started again
  /// @param lastExit why its last process died
  /// @param lastDecision what the supervisor made of it
  /// @param spawnedNanos when its process was spawned
  /// @param lastChangeNanos when its state changed
  /// @param restartDueNanos when a delayed restart is due
  public record Slot(
      int number,
      int above,
      String id,
      ChildKind kind,
      Pid pid,
      List<Pid> oldPids,
      int flags,
      Optional<String> name,
      String behaviour,
      VertexState state,
      int restarts,
      int incarnation,
      int depth,
      Optional<String> strategy,
      int maxRestarts,
      int periodSeconds,
      List<Long> restarted,
      Optional<RestartType> restart,
      Optional<ExitReason> lastExit,
      Optional<Decision> lastDecision,
      long spawnedNanos,
      long lastChangeNanos,
      Optional<Long> restartDueNanos) {
    /// Its process lives.
    public static final int ALIVE = 1;

    /// It was started again and that is not acknowledged yet.
    public static final int STARTED_AGAIN = 2;

    /// A start was acknowledged.
    public static final int EVER_STARTED = 4;

    /// Its supervisor was started again and has not filled it yet.
    public static final int GHOST = 8;

    /// A supervisor spawned it.
    public static final int AWAITS_SUPERVISOR = 16;

    /// Exit signals reach it as messages.
    public static final int TRAPS_EXIT = 32;

    /// Takes copies.
    public Slot {
      oldPids = List.copyOf(oldPids);
      restarted = List.copyOf(restarted);
    }

    /// {@return whether a flag is set}
    ///
    /// @param flag one of the constants
    public boolean is(int flag) {
      return (flags & flag) != 0;
    }

    /// {@return this with another number of waiting messages}
    ///
    /// @param next how many wait
    public Slot withDepth(int next) {
      return new Slot(
          number,
          above,
          id,
          kind,
          pid,
          oldPids,
          flags,
          name,
          behaviour,
          state,
          restarts,
          incarnation,
          next,
          strategy,
          maxRestarts,
          periodSeconds,
          restarted,
          restart,
          lastExit,
          lastDecision,
          spawnedNanos,
          lastChangeNanos,
          restartDueNanos);
    }
  }
}
