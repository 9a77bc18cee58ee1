package understudy.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import understudy.event.Pid;
import understudy.graph.Snapshot.Slot;

/// Turns vertices into values and back.
final class Still {
  private Still() {}

  /// {@return all slots, each after its supervisor}
  static List<Slot> slots(List<Vertex> tops) {
    List<Vertex> all = new ArrayList<>(tops);
    Map<Vertex, Integer> places = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      places.put(all.get(i), i);
      all.addAll(all.get(i).childById.values());
    }
    List<Slot> slots = new ArrayList<>(all.size());
    for (Vertex vertex : all) {
      slots.add(slot(vertex, above(vertex, places)));
    }
    return slots;
  }

  private static int above(Vertex vertex, Map<Vertex, Integer> places) {
    return switch (vertex.place) {
      case NOWHERE -> Snapshot.NOWHERE;
      case ROOT, LOOSE -> Snapshot.ALONE;
      case CHILD -> places.getOrDefault(vertex.parent, Snapshot.ALONE);
    };
  }

  private static Slot slot(Vertex v, int above) {
    int flags =
        (v.alive ? Slot.ALIVE : 0)
            | (v.startedAgain ? Slot.STARTED_AGAIN : 0)
            | (v.everStarted ? Slot.EVER_STARTED : 0)
            | (v.ghost ? Slot.GHOST : 0)
            | (v.awaitsSupervisor ? Slot.AWAITS_SUPERVISOR : 0)
            | (v.trapExit ? Slot.TRAPS_EXIT : 0);
    return new Slot(
        v.slot,
        above,
        v.id,
        v.kind,
        v.pid,
        List.copyOf(v.oldPids),
        flags,
        v.name(),
        v.behaviour,
        v.state,
        v.restarts,
        v.incarnation,
        v.depth,
        v.strategy(),
        v.maxRestarts,
        v.periodSeconds,
        v.window.seconds(),
        v.restart(),
        v.lastExit(),
        v.lastDecision(),
        v.spawnedNanos,
        v.lastChangeNanos,
        v.restartDueNanos());
  }

  /// Makes vertices of slots, in an empty forest.
  ///
  /// @throws IllegalArgumentException if they are not a forest
  static void restore(Forest forest, Snapshot from) {
    List<Vertex> made = new ArrayList<>(from.slots().size());
    for (Slot slot : from.slots()) {
      if (slot.number() < 0 || slot.number() >= from.nextSlot() || slot.pid().isNone()) {
        throw new IllegalArgumentException("snapshot: no such slot " + slot.number());
      }
      Vertex vertex = new Vertex(forest, slot.number(), slot.pid());
      fill(vertex, slot);
      if (slot.above() >= made.size() || slot.above() < Snapshot.NOWHERE) {
        throw new IllegalArgumentException(
            "snapshot: slot " + slot.number() + " stands before its supervisor");
      }
      if (slot.above() >= 0) {
        vertex.parent = made.get(slot.above());
      }
      made.add(vertex);
      forest.place(vertex, slot.above() == Snapshot.NOWHERE);
    }
  }

  private static void fill(Vertex v, Slot slot) {
    v.id = slot.id();
    v.kind = slot.kind();
    v.oldPids.addAll(slot.oldPids());
    v.alive = slot.is(Slot.ALIVE);
    v.startedAgain = slot.is(Slot.STARTED_AGAIN);
    v.everStarted = slot.is(Slot.EVER_STARTED);
    v.ghost = slot.is(Slot.GHOST);
    v.awaitsSupervisor = slot.is(Slot.AWAITS_SUPERVISOR);
    v.trapExit = slot.is(Slot.TRAPS_EXIT);
    v.name = slot.name().orElse(null);
    v.behaviour = slot.behaviour();
    v.state = slot.state();
    v.restarts = slot.restarts();
    v.incarnation = slot.incarnation();
    v.depth = Math.max(0, slot.depth());
    v.strategy = slot.strategy().orElse(null);
    v.maxRestarts = slot.maxRestarts();
    v.periodSeconds = slot.periodSeconds();
    slot.restarted().forEach(v.window::add);
    v.restart = slot.restart().orElse(null);
    v.lastExit = slot.lastExit().orElse(null);
    v.lastDecision = slot.lastDecision().orElse(null);
    v.spawnedNanos = slot.spawnedNanos();
    v.lastChangeNanos = slot.lastChangeNanos();
    v.restartDueNanos = slot.restartDueNanos().orElse(null);
  }

  static List<Pid> sorted(Iterable<Pid> pids) {
    List<Pid> sorted = new ArrayList<>();
    pids.forEach(sorted::add);
    sorted.sort(null);
    return sorted;
  }
}
