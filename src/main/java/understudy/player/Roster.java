package understudy.player;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import understudy.event.Pid;

/// Which process plays which part: a path of ids in the tree, and an incarnation of it.
///
/// Guarded by its own monitor; on the live scheduler many threads ask.
final class Roster {
  private record Part(String path, int incarnation) {}

  private final Map<Pid, String> paths = new HashMap<>();
  private final Map<Pid, Part> started = new HashMap<>();
  private final Map<String, List<Pid>> incarnations = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<Pid> supervisors = new HashSet<>();
  private final Map<Pid, Pid> supervisorOf = new HashMap<>();
  private final Set<Pid> dead = new HashSet<>();

  /// Notes that a start of `path` is tried in process `pid`.
  synchronized void attempt(Pid pid, String path) {
    paths.put(pid, path);
    attempts.merge(path, 1, Integer::sum);
  }

  /// {@return how many starts of `path` were tried}
  synchronized int attempts(String path) {
    return attempts.getOrDefault(path, 0);
  }

  synchronized Optional<String> path(Pid pid) {
    return Optional.ofNullable(paths.get(pid));
  }

  synchronized void supervisedBy(Pid pid, Pid supervisor) {
    supervisorOf.put(pid, supervisor);
  }

  /// {@return who started `pid` as a child, if anybody did}
  synchronized Optional<Pid> supervisorOf(Pid pid) {
    return Optional.ofNullable(supervisorOf.get(pid));
  }

  /// {@return the id that `pid` has under its supervisor}
  synchronized String idOf(Pid pid) {
    String path = paths.getOrDefault(pid, "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  synchronized void supervises(Pid pid) {
    supervisors.add(pid);
  }

  synchronized boolean isSupervisor(Pid pid) {
    return supervisors.contains(pid);
  }

  /// Notes that `pid` began to play its part.
  ///
  /// @return its incarnation
  synchronized int begin(Pid pid, String path) {
    var all = incarnations.computeIfAbsent(path, _ -> new ArrayList<>());
    all.add(pid);
    started.put(pid, new Part(path, all.size()));
    return all.size();
  }

  /// {@return the incarnation that `pid` is; 0 if it never began}
  synchronized int incarnation(Pid pid) {
    Part part = started.get(pid);
    return part == null ? 0 : part.incarnation;
  }

  synchronized void end(Pid pid) {
    dead.add(pid);
  }

  /// {@return the process meant by a path: its latest incarnation, or the one it names}
  synchronized Optional<Pid> find(String path, int incarnation) {
    var all = incarnations.getOrDefault(path, List.of());
    int index = incarnation == 0 ? all.size() : incarnation;
    return index >= 1 && index <= all.size() ? Optional.of(all.get(index - 1)) : Optional.empty();
  }

  synchronized boolean isAlive(Pid pid) {
    return started.containsKey(pid) && !dead.contains(pid);
  }

  /// {@return `path@n` of a process, or its number if it plays no part}
  synchronized String label(Pid pid) {
    Part part = started.get(pid);
    if (part != null) {
      return part.path + "@" + part.incarnation;
    }
    return paths.getOrDefault(pid, pid.toString());
  }

  /// {@return who plays now at `path` or below it, by number; for an empty path all but the root}
  synchronized List<Pid> under(String path) {
    List<Pid> all = new ArrayList<>();
    started.forEach((pid, part) -> {
      boolean within =
          path.isEmpty()
              ? part.path.indexOf('/') >= 0
              : part.path.equals(path) || part.path.startsWith(path + "/");
      if (within && !dead.contains(pid)) {
        all.add(pid);
      }
    });
    all.sort(null);
    return all;
  }

  /// {@return the labels of all who play now, sorted}
  synchronized List<String> alive() {
    var labels = new TreeSet<String>();
    started.forEach((pid, part) -> {
      if (!dead.contains(pid)) {
        labels.add(part.path + "@" + part.incarnation);
      }
    });
    return List.copyOf(labels);
  }
}
