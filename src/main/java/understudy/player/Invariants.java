package understudy.player;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.event.Decision;
import understudy.event.EventSink;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.probe.ProcessTable;

/// What must hold in every run, whatever the scenario and the seed; passes the events on.
///
/// - a name is held by one process at a time (NAM-01);
/// - a supervisor stops children in reverse start order (SUP-03), unless it stops all at once;
/// - no more restarts within the period than allowed (INT-01);
/// - a worker takes the messages of one sender in the order sent (MSG-03);
/// - when all is quiet nobody is linked to a dead process (no lost exit signal) and nobody is
///   supervised by one (no orphan).
///
/// For one stepped run; used by one thread.
public final class Invariants implements EventSink {
  private static final int MOST_TOLD = 20;

  private record Pair(Pid from, Pid to) {}

  private record Letter(Pid from, Pid to) {}

  private final EventSink next;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Pid> names = new HashMap<>();
  private final Map<Pid, Integer> allowed = new HashMap<>();
  private final Set<Pid> atOnce = new HashSet<>();
  private final Map<Pid, Map<String, Integer>> places = new HashMap<>();

  /// The place of the child stopped last, for supervisors that are stopping a group or all.
  private final Map<Pid, Integer> lastStopped = new HashMap<>();

  private final Map<Pid, Pid> supervisorOf = new LinkedHashMap<>();
  private final Set<Pid> alive = new HashSet<>();
  private int started;
  private final Map<Long, Letter> underway = new HashMap<>();
  private final Map<Pair, Long> lastTaken = new HashMap<>();

  /// Watches a run.
  ///
  /// @param next takes the events as well
  public Invariants(EventSink next) {
    this.next = next;
  }

  /// {@return what did not hold so far, a line each, at most 20 of them}
  public List<String> broken() {
    return List.copyOf(broken);
  }

  @Override
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return true;
  }

  @Override
  public void emit(long nanos, RuntimeEvent event) {
    fold(event);
    if (next.wants(event.getClass())) {
      next.emit(nanos, event);
    }
  }

  private void fold(RuntimeEvent event) {
    switch (event) {
      case RuntimeEvent.Spawned(var pid, _, _) -> alive.add(pid);
      case RuntimeEvent.Exited(var pid, _) -> {
        alive.remove(pid);
        supervisorOf.remove(pid);
      }
      case RuntimeEvent.Registered(var pid, var name) -> {
        Pid holder = names.put(name, pid);
        if (holder != null) {
          tell("NAM-01: %s took the name %s from %s".formatted(pid, name, holder));
        }
      }
      case RuntimeEvent.Unregistered(var pid, var name) -> names.remove(name, pid);
      case RuntimeEvent.Supervising(var pid, var strategy, var most, _) -> {
        allowed.put(pid, most);
        if (strategy.equals("dynamic") || strategy.equals("simple_one_for_one")) {
          atOnce.add(pid);
        }
      }
      case RuntimeEvent.ChildStarting(var supervisor, var id, var child, _, _, _) -> {
        supervisorOf.put(child, supervisor);
        lastStopped.remove(supervisor);
        var order = places.computeIfAbsent(supervisor, _ -> new HashMap<>());
        order.putIfAbsent(id, started++);
      }
      case RuntimeEvent.ChildRemoved(var supervisor, var id) ->
          places.getOrDefault(supervisor, new HashMap<>()).remove(id);
      case RuntimeEvent.ChildStopping(var supervisor, var id, _, _) -> stopping(supervisor, id);
      case RuntimeEvent.Terminating(var pid, _) -> lastStopped.put(pid, Integer.MAX_VALUE);
      case RuntimeEvent.RestartDelayed(var supervisor, _, _) -> lastStopped.remove(supervisor);
      case RuntimeEvent.ChildExited(var supervisor, var id, _, _, var decision, var count) -> {
        if (decision == Decision.RESTART) {
          lastStopped.put(supervisor, Integer.MAX_VALUE);
        }
        if (decision == Decision.RESTART && count > allowed.getOrDefault(supervisor, 0)) {
          tell("INT-01: %s restarts %s as number %d".formatted(supervisor, id, count));
        }
      }
      case RuntimeEvent.Sent(var from, var to, var id, _) -> underway.put(id, new Letter(from, to));
      case RuntimeEvent.Received(var pid, var id, _) -> taken(pid, id);
      default -> {}
    }
  }

  private void stopping(Pid supervisor, String id) {
    Integer place = places.getOrDefault(supervisor, new HashMap<>()).get(id);
    Integer before = lastStopped.get(supervisor);
    if (place == null || before == null || atOnce.contains(supervisor)) {
      return;
    }
    lastStopped.put(supervisor, place);
    if (before < place) {
      tell(
          "SUP-03: %s stops %s after a child that was started before it".formatted(supervisor, id));
    }
  }

  private void taken(Pid pid, long id) {
    Letter letter = underway.remove(id);
    if (letter == null || allowed.containsKey(pid) || !supervisorOf.containsKey(pid)) {
      return; // Supervisors and controllers receive selectively.
    }
    Long before = lastTaken.put(new Pair(letter.from, letter.to), id);
    if (before != null && before > id) {
      tell("MSG-03: %s took message %d of %s after %d".formatted(pid, id, letter.from, before));
    }
  }

  /// Looks at a system in which all is quiet.
  ///
  /// @param table answers about its processes
  public void whenQuiet(ProcessTable table) {
    supervisorOf.forEach((child, supervisor) -> {
      if (alive.contains(child) && !alive.contains(supervisor)) {
        tell("%s is alive without its supervisor %s".formatted(child, supervisor));
      }
    });
    for (Pid pid : alive) {
      table
          .info(pid)
          .ifPresent(info ->
              info.links().stream()
                  .filter(other -> !alive.contains(other))
                  .forEach(
                      other -> tell("%s is linked to %s, which is dead".formatted(pid, other))));
    }
  }

  private void tell(String line) {
    if (broken.size() < MOST_TOLD) {
      broken.add(line);
    }
  }
}
