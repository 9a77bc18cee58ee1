package understudy.recording;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import understudy.event.Pid;
import understudy.graph.Snapshot.Slot;
import understudy.probe.ProcessInfo;
import understudy.probe.Status;

/// One living process of a replay.
final class Replayed {
  /// Beyond this many, waiting messages of one process are counted without their labels.
  private static final int REMEMBERED = 1 << 16;

  private final Pid pid;
  private final String behaviour;
  private final long spawnedNanos;
  private final SortedSet<Pid> links = new TreeSet<>();
  private final SortedMap<Long, Pid> monitors = new TreeMap<>();
  private final SortedMap<Long, Pid> watchers = new TreeMap<>();
  private final Map<Long, String> waiting = new LinkedHashMap<>();
  private int waitingUnlabelled;
  private Optional<String> name = Optional.empty();
  private Status status = Status.STARTING;
  private boolean suspended;
  private boolean trapExit;
  private long receivedNanos = -1;

  Replayed(Pid pid, String behaviour, long spawnedNanos) {
    this.pid = pid;
    this.behaviour = behaviour;
    this.spawnedNanos = spawnedNanos;
  }

  /// {@return this process as its spawn says, if it was heard of before; what is known stays}
  Replayed bornAs(Replayed spawned) {
    spawned.links.addAll(links);
    spawned.monitors.putAll(monitors);
    spawned.watchers.putAll(watchers);
    spawned.waiting.putAll(waiting);
    spawned.waitingUnlabelled = waitingUnlabelled;
    spawned.name = name;
    spawned.trapExit = trapExit;
    return spawned;
  }

  /// {@return the process of a place, without ties and messages}
  static Replayed in(Slot slot) {
    var process = new Replayed(slot.pid(), slot.behaviour(), slot.spawnedNanos());
    process.name = slot.name();
    process.trapExit = slot.is(Slot.TRAPS_EXIT);
    switch (slot.state()) {
      case STARTING -> {}
      case STOPPING -> process.terminating();
      case SUSPENDED -> {
        process.initialized();
        process.suspended(true);
      }
      case RUNNING, RESTARTING, BACKING_OFF, DOWN, GAVE_UP -> process.initialized();
    }
    return process;
  }

  /// More messages wait than are known one by one.
  void deepen(int depth) {
    waitingUnlabelled = Math.max(waitingUnlabelled, depth - waiting.size());
  }

  void initialized() {
    if (status == Status.STARTING) {
      status = Status.WAITING;
    }
  }

  void terminating() {
    status = Status.TERMINATING;
  }

  void named(Optional<String> next) {
    name = next;
  }

  void trapExit(boolean on) {
    trapExit = on;
  }

  void suspended(boolean on) {
    suspended = on;
  }

  void link(Pid other) {
    links.add(other);
  }

  void unlink(Pid other) {
    links.remove(other);
  }

  SortedSet<Pid> links() {
    return links;
  }

  void monitor(long reference, Pid target) {
    monitors.put(reference, target);
  }

  void demonitor(long reference) {
    monitors.remove(reference);
  }

  SortedMap<Long, Pid> monitors() {
    return monitors;
  }

  void monitoredBy(long reference, Pid watcher) {
    watchers.put(reference, watcher);
  }

  void demonitored(long reference) {
    watchers.remove(reference);
  }

  SortedMap<Long, Pid> watchers() {
    return watchers;
  }

  void sent(long messageId, String label) {
    if (waiting.size() < REMEMBERED) {
      waiting.put(messageId, label);
    } else {
      waitingUnlabelled++;
    }
  }

  void received(long messageId, long nanos) {
    if (waiting.remove(messageId) == null && waitingUnlabelled > 0) {
      waitingUnlabelled--;
    }
    receivedNanos = nanos;
    initialized();
  }

  int depth() {
    return waiting.size() + waitingUnlabelled;
  }

  ProcessInfo info(long now) {
    return new ProcessInfo(
        pid,
        name,
        behaviour,
        statusAt(now),
        depth(),
        List.copyOf(links),
        inPidOrder(monitors.values()),
        inPidOrder(watchers.values()),
        trapExit,
        spawnedNanos,
        "",
        waiting.values().stream().limit(ProcessInfo.MAILBOX_SHOWN).toList(),
        List.of());
  }

  /// {@return what it does at a moment}
  Status statusAt(long now) {
    if (status != Status.WAITING) {
      return status;
    }
    if (suspended) {
      return Status.SUSPENDED;
    }
    return receivedNanos == now || depth() > 0 ? Status.RUNNING : Status.WAITING;
  }

  private static List<Pid> inPidOrder(Collection<Pid> pids) {
    return pids.stream().sorted().toList();
  }
}
