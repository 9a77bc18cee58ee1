package understudy.player;

import java.util.ArrayDeque;
import java.util.Deque;
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
/// Of those who are dead it knows the last [#MOST_DEAD], as a play may go on for days; who comes
/// back to a place of which nobody is known any more is the first there. Guarded by its own
/// monitor; on the live scheduler many threads ask.
final class Roster {
  static final int MOST_DEAD = 20_000;

  private record Part(String path, int incarnation) {}

  /// All who played one part.
  private static final class Line {
    private final Map<Integer, Pid> known = new HashMap<>();
    private int size;
  }

  private final Map<Pid, String> paths = new HashMap<>();
  private final Map<Pid, Part> started = new HashMap<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<Pid> supervisors = new HashSet<>();
  private final Map<Pid, Pid> supervisorOf = new HashMap<>();
  private final Set<Pid> living = new HashSet<>();
  private final Deque<Pid> dead = new ArrayDeque<>();

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
    var line = lines.computeIfAbsent(path, _ -> new Line());
    line.size++;
    line.known.put(line.size, pid);
    started.put(pid, new Part(path, line.size));
    living.add(pid);
    return line.size;
  }

  /// {@return the incarnation that `pid` is; 0 if it never began}
  synchronized int incarnation(Pid pid) {
    Part part = started.get(pid);
    return part == null ? 0 : part.incarnation;
  }

  synchronized void end(Pid pid) {
    living.remove(pid);
    if (paths.containsKey(pid)) {
      dead.addLast(pid);
    }
    if (dead.size() > MOST_DEAD) {
      forget(dead.removeFirst());
    }
  }

  private void forget(Pid pid) {
    paths.remove(pid);
    supervisors.remove(pid);
    supervisorOf.remove(pid);
    Part part = started.remove(pid);
    var line = part == null ? null : lines.get(part.path);
    if (part != null && line != null) {
      line.known.remove(part.incarnation);
      if (line.known.isEmpty()) {
        lines.remove(part.path);
        attempts.remove(part.path);
      }
    }
  }

  /// {@return the process meant by a path: its latest incarnation, or the one it names; nobody if
  /// that one is forgotten}
  synchronized Optional<Pid> find(String path, int incarnation) {
    var line = lines.get(path);
    return line == null
        ? Optional.empty()
        : Optional.ofNullable(line.known.get(incarnation == 0 ? line.size : incarnation));
  }

  synchronized boolean isAlive(Pid pid) {
    return living.contains(pid);
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
    return living.stream().filter(pid -> isUnder(pid, path)).sorted().toList();
  }

  private boolean isUnder(Pid pid, String path) {
    String own = paths.getOrDefault(pid, "");
    return path.isEmpty() ? own.indexOf('/') >= 0 : own.equals(path) || own.startsWith(path + "/");
  }

  /// {@return the labels of all who play now, sorted}
  synchronized List<String> alive() {
    var labels = new TreeSet<String>();
    living.forEach(pid -> labels.add(label(pid)));
    return List.copyOf(labels);
  }
}
