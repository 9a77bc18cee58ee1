package understudy.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.probe.Status;

/// A made-up system that says what a real one would, in the order in which it would.
public final class SmallWorld implements ProcessTable {
  private record Child(String id, ChildKind kind, String behaviour) {}

  private final List<Stamped> events = new ArrayList<>();
  private final Map<Pid, ProcessInfo> alive = new TreeMap<>();
  private final Set<Pid> blocked = new HashSet<>();
  private final Map<Pid, List<Pid>> links = new HashMap<>();
  private final Map<Pid, List<Pid>> monitors = new HashMap<>();
  private final Map<Pid, List<Pid>> watchers = new HashMap<>();
  private final Map<Pid, Integer> depths = new HashMap<>();
  private final Map<Pid, Map<String, Child>> children = new HashMap<>();
  private final Map<Pid, Map<String, Integer>> incarnations = new HashMap<>();
  private final Map<Pid, Integer> restarts = new HashMap<>();
  private final Map<Pid, String> strategies = new HashMap<>();
  private final Map<String, Pid> names = new HashMap<>();
  private long sequence;
  private long nanos;
  private long pids;
  private long messages;

  public List<Stamped> drain() {
    var taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  public void pass(long millis) {
    nanos += millis * 1_000_000;
  }

  public Pid pid(String id) {
    return Objects.requireNonNull(names.get(id), id);
  }

  private void say(RuntimeEvent event) {
    events.add(new Stamped(++sequence, nanos, 0, event));
  }

  public Pid root(String name, String strategy, int most, int seconds) {
    var pid = spawn(Pid.NONE, "Supervisor");
    supervise(pid, name, strategy, most, seconds);
    return pid;
  }

  private void supervise(Pid pid, String name, String strategy, int most, int seconds) {
    say(new RuntimeEvent.Registered(pid, name));
    names.put(name, pid);
    say(new RuntimeEvent.Supervising(pid, strategy, most, seconds));
    say(new RuntimeEvent.Initialized(pid));
    strategies.put(pid, strategy);
    rename(pid, name);
  }

  public Pid supervisor(Pid under, String name, String strategy, int most, int seconds) {
    var pid = begin(under, new Child(name, ChildKind.SUPERVISOR, "Supervisor"));
    supervise(pid, name, strategy, most, seconds);
    say(new RuntimeEvent.ChildStarted(under, name, pid));
    return pid;
  }

  public Pid worker(Pid under, String id, String behaviour) {
    var pid = begin(under, new Child(id, ChildKind.WORKER, behaviour));
    say(new RuntimeEvent.Initialized(pid));
    say(new RuntimeEvent.ChildStarted(under, id, pid));
    return pid;
  }

  public Pid loose(String behaviour) {
    var pid = spawn(Pid.NONE, behaviour);
    say(new RuntimeEvent.Initialized(pid));
    return pid;
  }

  private Pid begin(Pid under, Child child) {
    var pid = spawn(under, child.behaviour());
    names.put(child.id(), pid);
    children.computeIfAbsent(under, _ -> new java.util.LinkedHashMap<>()).put(child.id(), child);
    int incarnation =
        incarnations
            .computeIfAbsent(under, _ -> new HashMap<>())
            .merge(child.id(), 1, Integer::sum);
    say(new RuntimeEvent.Linked(under, pid));
    say(
        new RuntimeEvent.ChildStarting(
            under, child.id(), pid, child.kind(), RestartType.PERMANENT, incarnation));
    return pid;
  }

  private Pid spawn(Pid parent, String behaviour) {
    var pid = new Pid(++pids);
    say(new RuntimeEvent.Spawned(pid, parent, behaviour));
    alive.put(
        pid,
        new ProcessInfo(
            pid,
            Optional.empty(),
            behaviour,
            Status.WAITING,
            0,
            List.of(),
            List.of(),
            List.of(),
            false,
            nanos,
            "%{topic: \"" + behaviour + "\", members: 3, last: {say, \"hello\"}}",
            List.of(),
            List.of("ping", "{say, \"hello\"}", "{join, ann}")));
    return pid;
  }

  private void rename(Pid pid, String name) {
    alive.computeIfPresent(
        pid,
        (_, i) ->
            new ProcessInfo(
                pid,
                Optional.of(name),
                i.behaviour(),
                i.status(),
                i.mailboxDepth(),
                i.links(),
                i.monitors(),
                i.monitoredBy(),
                true,
                i.spawnedNanos(),
                i.state(),
                i.mailbox(),
                i.understands()));
  }

  /// Lets it wait in the middle of a message, from now on.
  public void block(Pid pid) {
    blocked.add(pid);
  }

  public void link(Pid one, Pid other) {
    links.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
    links.computeIfAbsent(other, _ -> new ArrayList<>()).add(one);
    say(new RuntimeEvent.Linked(one, other));
  }

  public void monitor(Pid watcher, Pid target) {
    monitors.computeIfAbsent(watcher, _ -> new ArrayList<>()).add(target);
    watchers.computeIfAbsent(target, _ -> new ArrayList<>()).add(watcher);
    say(new RuntimeEvent.Monitored(watcher, target, ++messages));
  }

  public void send(Pid to, int count) {
    for (int i = 0; i < count; i++) {
      say(new RuntimeEvent.Sent(Pid.NONE, to, ++messages, "{say, " + messages + "}"));
    }
    fill(to, depths.getOrDefault(to, 0) + count);
  }

  /// A message from one process to another, handled at once.
  public void say(Pid from, Pid to) {
    say(new RuntimeEvent.Sent(from, to, ++messages, "{say, " + messages + "}"));
    say(new RuntimeEvent.Received(to, messages, "{say, " + messages + "}"));
  }

  public void fill(Pid to, int depth) {
    depths.put(to, depth);
  }

  public void suspend(Pid pid) {
    say(new RuntimeEvent.Suspended(pid, true));
  }

  /// The process dies and its supervisor has not noticed yet.
  public void die(Pid pid, ExitReason reason) {
    say(new RuntimeEvent.Exited(pid, reason));
    alive.remove(pid);
    depths.remove(pid);
  }

  /// The process is killed, its supervisor starts it again, and its code still runs.
  public Pid haunt(Pid boss, String id) {
    var dead = pid(id);
    die(dead, ExitReason.Atom.KILLED);
    say(new RuntimeEvent.Haunting(dead));
    notice(boss, id, dead, ExitReason.Atom.KILLED);
    again(boss, id);
    return dead;
  }

  public void rest(Pid dead) {
    say(new RuntimeEvent.Rested(dead));
  }

  /// The supervisor notices, and is about to start the child again.
  public void notice(Pid boss, String id, Pid dead, ExitReason reason) {
    int count = restarts.merge(boss, 1, Integer::sum);
    say(new RuntimeEvent.ChildExited(boss, id, dead, reason, Decision.RESTART, count));
  }

  public void stopChild(Pid boss, String id) {
    var pid = pid(id);
    say(new RuntimeEvent.ChildStopping(boss, id, pid, ExitReason.Atom.SHUTDOWN));
  }

  public void stopped(Pid boss, String id) {
    var pid = pid(id);
    die(pid, ExitReason.Atom.SHUTDOWN);
    say(new RuntimeEvent.ChildStopped(boss, id, pid, ExitReason.Atom.SHUTDOWN));
  }

  public Pid again(Pid boss, String id) {
    var child = Objects.requireNonNull(Objects.requireNonNull(children.get(boss)).get(id), id);
    return worker(boss, id, child.behaviour());
  }

  /// A crash with all that follows at once.
  public Pid crash(Pid boss, String id, ExitReason reason) {
    var dead = pid(id);
    die(dead, reason);
    notice(boss, id, dead, reason);
    List<String> group = new ArrayList<>(Objects.requireNonNull(children.get(boss)).keySet());
    boolean all = "one_for_all".equals(strategies.get(boss));
    if (all) {
      group.reversed().stream()
          .filter(each -> !each.equals(id))
          .forEach(each -> {
            stopChild(boss, each);
            stopped(boss, each);
          });
      group.forEach(each -> again(boss, each));
    } else {
      again(boss, id);
    }
    return Objects.requireNonNull(names.get(id), id);
  }

  public void giveUp(Pid boss, String id, int count, int most, int seconds) {
    var dead = pid(id);
    var reason = ExitReason.crash(ExitReason.atom("boom"), "");
    die(dead, reason);
    say(new RuntimeEvent.ChildExited(boss, id, dead, reason, Decision.GIVE_UP, count));
    say(new RuntimeEvent.GaveUp(boss, id, count, most, seconds));
  }

  @Override
  public int alive() {
    return alive.size();
  }

  @Override
  public int depth(Pid pid) {
    return alive.containsKey(pid) ? depths.getOrDefault(pid, 0) : -1;
  }

  @Override
  public Status status(Pid pid) {
    return info(pid).map(ProcessInfo::status).orElse(Status.DOWN);
  }

  @Override
  public Optional<ProcessInfo> info(Pid pid) {
    return Optional.ofNullable(alive.get(pid))
        .map(i ->
            new ProcessInfo(
                pid,
                i.name(),
                i.behaviour(),
                blocked.contains(pid) ? Status.BLOCKED : i.status(),
                depth(pid),
                links.getOrDefault(pid, List.of()),
                monitors.getOrDefault(pid, List.of()),
                watchers.getOrDefault(pid, List.of()),
                i.trapExit(),
                i.spawnedNanos(),
                i.state(),
                depth(pid) == 0
                    ? List.of()
                    : List.of("{say, \"first\"}", "{join, bob}", "{'$call', <0.2.0>, members}"),
                depth(pid) == 0
                    ? List.of()
                    : List.of(
                        new ProcessInfo.Waiting(901, Pid.NONE),
                        new ProcessInfo.Waiting(902, new Pid(2)),
                        new ProcessInfo.Waiting(903, new Pid(2))),
                i.understands()));
  }

  @Override
  public long nanos() {
    return nanos;
  }
}
