package understudy.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import understudy.event.ChildKind;
import understudy.event.Pid;

/// Which vertices there are and where each stands; finds them by pid and by slot.
///
/// Nothing here recurses: a stream may claim a tree of any depth.
final class Forest {
  static final int DEAD_ROOTS = 16;
  static final int OLD_PIDS = 4;

  private final Map<Pid, Vertex> byPid = new HashMap<>();
  private final Map<Integer, Vertex> bySlot = new HashMap<>();
  private final Set<Vertex> roots = new LinkedHashSet<>();
  private final Set<Vertex> loose = new LinkedHashSet<>();
  private final Set<Pid> displaced = new HashSet<>();
  private final Deque<Vertex> deadRoots = new ArrayDeque<>();
  private final Changes changes = new Changes();
  private @Nullable List<Vertex> rootList;
  private @Nullable List<Vertex> looseList;
  private int nextSlot;
  private int alive;
  private long structureVersion;
  private long countedVersion = -1;

  Changes changes() {
    return changes;
  }

  int alive() {
    return alive;
  }

  long structureVersion() {
    return structureVersion;
  }

  int remembered() {
    return byPid.size() + displaced.size();
  }

  @Nullable Vertex at(Pid pid) {
    return byPid.get(pid);
  }

  /// The vertex whose newest process `pid` is.
  @Nullable Vertex current(Pid pid) {
    Vertex vertex = byPid.get(pid);
    return vertex != null && vertex.pid.equals(pid) ? vertex : null;
  }

  @Nullable Vertex at(int slot) {
    return bySlot.get(slot);
  }

  List<Vertex> roots() {
    if (rootList == null) {
      rootList = roots.stream().sorted(Comparator.comparing(root -> root.pid)).toList();
    }
    return rootList;
  }

  List<Vertex> loose() {
    if (looseList == null) {
      looseList = List.copyOf(loose);
    }
    return looseList;
  }

  /// {@return roots, loose ones and those without a place, each kind in its order}
  List<Vertex> tops() {
    List<Vertex> tops = new ArrayList<>(roots);
    tops.addAll(loose);
    byPid.values().stream()
        .filter(vertex -> vertex.place == Place.NOWHERE)
        .distinct()
        .sorted(Comparator.comparingInt(vertex -> vertex.slot))
        .forEach(tops::add);
    return tops;
  }

  List<Integer> deadRoots() {
    return deadRoots.stream().filter(Forest::isDeadRoot).map(vertex -> vertex.slot).toList();
  }

  Set<Pid> displaced() {
    return displaced;
  }

  int nextSlot() {
    return nextSlot;
  }

  /// Makes an empty forest what it was.
  ///
  /// @throws IllegalArgumentException if it never was so
  void restore(Snapshot from) {
    nextSlot = from.nextSlot();
    Still.restore(this, from);
    displaced.addAll(from.displaced());
    alive += displaced.size();
    from.deadRoots().stream()
        .limit(DEAD_ROOTS)
        .map(bySlot::get)
        .filter(Objects::nonNull)
        .filter(Forest::isDeadRoot)
        .forEach(deadRoots::addLast);
  }

  /// Puts a restored vertex, whose supervisor it knows, where it stood.
  void place(Vertex vertex, boolean nowhere) {
    Vertex above = vertex.parent;
    boolean taken =
        byPid.putIfAbsent(vertex.pid, vertex) != null
            || (!nowhere && bySlot.putIfAbsent(vertex.slot, vertex) != null)
            || (above != null && above.childById.putIfAbsent(vertex.id, vertex) != null);
    if (taken) {
      throw new IllegalArgumentException("snapshot: two of slot " + vertex.slot);
    }
    vertex.oldPids.forEach(old -> byPid.putIfAbsent(old, vertex));
    alive += vertex.alive ? 1 : 0;
    if (above != null) {
      vertex.place = Place.CHILD;
    } else if (!nowhere) {
      vertex.place = vertex.supervises() ? Place.ROOT : Place.LOOSE;
      (vertex.supervises() ? roots : loose).add(vertex);
    }
    changed(vertex);
  }

  /// A new living process that has no place yet.
  Vertex create(Pid pid, long nanos) {
    Vertex vertex = new Vertex(this, nextSlot++, pid);
    vertex.spawnedNanos = nanos;
    vertex.lastChangeNanos = nanos;
    byPid.put(pid, vertex);
    alive++;
    return vertex;
  }

  /// Gives a vertex without a place the one of a process that nobody supervises.
  void settle(Vertex vertex) {
    if (vertex.place == Place.NOWHERE) {
      vertex.place = vertex.supervises() ? Place.ROOT : Place.LOOSE;
      (vertex.supervises() ? roots : loose).add(vertex);
      bySlot.put(vertex.slot, vertex);
      changed(vertex);
    }
  }

  void becomesSupervisor(Vertex vertex) {
    if (!vertex.supervises()) {
      vertex.kind = ChildKind.SUPERVISOR;
      changed(vertex);
      if (vertex.place == Place.LOOSE) {
        detach(vertex);
        settle(vertex);
      }
    }
  }

  /// Puts the process of `newcomer` into the supervisor's slot called `id`, a new one or that of
  /// its predecessor; null if it cannot stand there, for it stands above the supervisor.
  @Nullable Vertex adopt(Vertex supervisor, String id, Vertex newcomer, long nanos) {
    Vertex slot = supervisor.childById.get(id);
    if (slot == newcomer) {
      return slot;
    }
    if (newcomer == supervisor || isAbove(newcomer, supervisor)) {
      return null;
    }
    detach(newcomer);
    if (slot == null) {
      attach(supervisor, id, newcomer);
      return newcomer;
    }
    takeOver(slot, newcomer, nanos);
    return slot;
  }

  /// Takes note that a process died; true if it was thought to live.
  boolean bury(Pid pid) {
    Vertex vertex = current(pid);
    if (vertex == null ? !displaced.remove(pid) : !vertex.alive) {
      return false;
    }
    alive--;
    if (vertex != null) {
      vertex.alive = false;
      switch (vertex.place) {
        case NOWHERE, LOOSE -> remove(vertex);
        case ROOT -> {
          deadRoots.removeIf(root -> !isDeadRoot(root));
          deadRoots.addLast(vertex);
          if (deadRoots.size() > DEAD_ROOTS) {
            remove(deadRoots.removeFirst());
          }
        }
        case CHILD -> {}
      }
    }
    return true;
  }

  /// Takes a slot away with all dead ones below it; what lives there goes on without a supervisor.
  void remove(Vertex vertex) {
    Deque<Vertex> rest = new ArrayDeque<>();
    rest.push(vertex);
    while (!rest.isEmpty()) {
      Vertex next = rest.pop();
      detach(next);
      if (next.alive) {
        settle(next);
      } else {
        forget(next);
        next.childById.values().forEach(rest::push);
      }
    }
  }

  /// Drops the slots that a restarted supervisor did not fill again.
  void removeGhosts(Vertex supervisor) {
    List<Vertex> ghosts =
        supervisor.childById.values().stream().filter(child -> child.ghost).toList();
    ghosts.forEach(this::remove);
  }

  void countDescendants() {
    if (countedVersion == structureVersion) {
      return;
    }
    countedVersion = structureVersion;
    List<Vertex> parentsFirst = new ArrayList<>(roots);
    for (int i = 0; i < parentsFirst.size(); i++) {
      Vertex vertex = parentsFirst.get(i);
      vertex.descendants = vertex.childById.size();
      for (Vertex child : vertex.childById.values()) {
        if (child.childById.isEmpty()) {
          child.descendants = 0;
        } else {
          parentsFirst.add(child);
        }
      }
    }
    for (Vertex vertex : parentsFirst.reversed()) {
      if (vertex.parent != null) {
        vertex.parent.descendants += vertex.descendants;
      }
    }
  }

  private void takeOver(Vertex place, Vertex process, long nanos) {
    record Step(Vertex slot, Vertex newcomer) {}
    Deque<Step> rest = new ArrayDeque<>();
    rest.push(new Step(place, process));
    while (!rest.isEmpty()) {
      Step step = rest.pop();
      Vertex slot = step.slot;
      Vertex newcomer = step.newcomer;
      forget(newcomer);
      retire(slot);
      fill(slot, newcomer, nanos);
      slot.childById.values().forEach(child -> child.ghost = true);
      for (Vertex child : List.copyOf(newcomer.childById.values())) {
        Vertex old = slot.childById.get(child.id);
        detach(child);
        if (old == null) {
          attach(slot, child.id, child);
        } else {
          rest.push(new Step(old, child));
        }
      }
    }
  }

  private void retire(Vertex slot) {
    if (slot.alive) {
      displaced.add(slot.pid);
    }
    slot.oldPids.addLast(slot.pid);
    if (slot.oldPids.size() > OLD_PIDS) {
      byPid.remove(slot.oldPids.removeFirst(), slot);
    }
  }

  private void fill(Vertex slot, Vertex newcomer, long nanos) {
    slot.pid = newcomer.pid;
    slot.alive = newcomer.alive;
    slot.ghost = false;
    slot.name = newcomer.name;
    slot.behaviour = newcomer.behaviour;
    slot.trapExit = newcomer.trapExit;
    slot.depth = newcomer.depth;
    slot.strategy = newcomer.strategy;
    slot.maxRestarts = newcomer.maxRestarts;
    slot.periodSeconds = newcomer.periodSeconds;
    slot.window.clear();
    slot.spawnedNanos = newcomer.spawnedNanos;
    slot.become(newcomer.state, nanos);
    slot.touch();
    if (newcomer.supervises()) {
      becomesSupervisor(slot);
    }
    byPid.put(slot.pid, slot);
  }

  private void attach(Vertex supervisor, String id, Vertex child) {
    child.id = id;
    child.parent = supervisor;
    child.place = Place.CHILD;
    child.ghost = false;
    supervisor.childById.put(id, child);
    supervisor.childList = null;
    bySlot.put(child.slot, child);
    changed(child);
  }

  private void detach(Vertex vertex) {
    switch (vertex.place) {
      case NOWHERE -> {
        return;
      }
      case ROOT -> roots.remove(vertex);
      case LOOSE -> loose.remove(vertex);
      case CHILD -> {
        Vertex parent = vertex.parent;
        if (parent != null) {
          parent.childById.remove(vertex.id, vertex);
          parent.childList = null;
        }
      }
    }
    vertex.parent = null;
    vertex.place = Place.NOWHERE;
    changed(vertex);
  }

  private void forget(Vertex vertex) {
    byPid.remove(vertex.pid, vertex);
    vertex.oldPids.forEach(old -> byPid.remove(old, vertex));
    bySlot.remove(vertex.slot);
    changes.leave(vertex);
  }

  private static boolean isDeadRoot(Vertex vertex) {
    return vertex.place == Place.ROOT && !vertex.alive;
  }

  private static boolean isAbove(Vertex vertex, Vertex below) {
    if (vertex.childById.isEmpty()) {
      return false;
    }
    for (Vertex at = below.parent; at != null; at = at.parent) {
      if (at == vertex) {
        return true;
      }
    }
    return false;
  }

  private void changed(Vertex vertex) {
    structureVersion++;
    changes.moved(vertex);
    rootList = null;
    looseList = null;
  }
}
