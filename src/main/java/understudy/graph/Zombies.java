package understudy.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;

/// The dead whose code still runs, found by pid and by slot.
///
/// Each holds a thread of the runtime, so there are few. Holds at most [#KEPT]: what a recording
/// claims cannot fill the memory.
final class Zombies {
  static final int KEPT = 10_000;

  private final Map<Pid, Zombie> byPid = new LinkedHashMap<>();
  private final Map<Integer, List<Zombie>> bySlot = new HashMap<>();
  private @Nullable List<Zombie> all;

  void rise(Pid pid, @Nullable Vertex vertex, long nanos) {
    if (pid.isNone() || byPid.containsKey(pid) || byPid.size() >= KEPT) {
      return;
    }
    var zombie = new Zombie(pid, vertex == null ? -1 : vertex.slot, nanos);
    byPid.put(pid, zombie);
    bySlot.computeIfAbsent(zombie.slot(), _ -> new ArrayList<>(1)).add(zombie);
    all = null;
  }

  void rest(Pid pid) {
    Zombie zombie = byPid.remove(pid);
    if (zombie != null) {
      bySlot.computeIfPresent(
          zombie.slot(), (_, there) -> there.remove(zombie) && there.isEmpty() ? null : there);
      all = null;
    }
  }

  void restore(Snapshot from) {
    for (Zombie zombie : from.zombies()) {
      if (byPid.size() < KEPT && byPid.putIfAbsent(zombie.pid(), zombie) == null) {
        bySlot.computeIfAbsent(zombie.slot(), _ -> new ArrayList<>(1)).add(zombie);
      }
    }
  }

  List<Zombie> all() {
    if (all == null) {
      all = List.copyOf(byPid.values());
    }
    return all;
  }

  List<Zombie> at(int slot) {
    return byPid.isEmpty() ? List.of() : List.copyOf(bySlot.getOrDefault(slot, List.of()));
  }

  Optional<Zombie> at(Pid pid) {
    return Optional.ofNullable(byPid.get(pid));
  }

  int size() {
    return byPid.size();
  }
}
