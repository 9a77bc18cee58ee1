package understudy.player;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import understudy.event.EventSink;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// Folds the runtime's events into the trace that scenario files speak of, and passes them on.
///
/// Safe on any thread; on the live scheduler the order is the one in which events were taken in.
final class Trace implements EventSink {
  private final EventSink next;
  private final String rootId;
  private final Roster roster = new Roster();
  private List<TraceEvent> events = new ArrayList<>();
  private boolean kept = true;
  private Pid holder = Pid.NONE;
  private BiConsumer<String, Pid> whenBegun = (_, _) -> {};

  Trace(String rootId, EventSink next) {
    this.rootId = rootId;
    this.next = next;
  }

  Roster roster() {
    return roster;
  }

  synchronized void heldBy(Pid pid) {
    holder = pid;
  }

  /// Has `hook` told of every process that begins to play a part, before it does anything else.
  synchronized void whenBegun(BiConsumer<String, Pid> hook) {
    whenBegun = hook;
  }

  /// Nobody will ask what was recorded: it is not kept from now on.
  synchronized void keepNothing() {
    kept = false;
    events = List.of();
  }

  private void add(TraceEvent event) {
    if (kept) {
      events.add(event);
    }
  }

  /// {@return what was recorded since the last call}
  synchronized List<TraceEvent> take() {
    var taken = events;
    events = new ArrayList<>();
    return taken;
  }

  synchronized int size() {
    return events.size();
  }

  @Override
  public boolean wants(Class<? extends RuntimeEvent> kind) {
    return !RuntimeEvent.isMessage(kind) || next.wants(kind);
  }

  @Override
  public void emit(long nanos, RuntimeEvent event) {
    fold(event);
    if (next.wants(event.getClass())) {
      next.emit(nanos, event);
    }
  }

  private synchronized void fold(RuntimeEvent event) {
    switch (event) {
      case RuntimeEvent.Spawned(var pid, var parent, _) when parent.equals(holder) -> {
        if (!parent.isNone()) {
          roster.attempt(pid, rootId);
        }
      }
      case RuntimeEvent.ChildStarting(var supervisor, var id, var child, _, _, _) -> {
        roster.attempt(child, childPath(supervisor, id));
        roster.supervisedBy(child, supervisor);
      }
      case RuntimeEvent.Supervising(var pid, _, _, _) -> {
        roster.supervises(pid);
        begins(pid);
      }
      case RuntimeEvent.Initialized(var pid) -> {
        if (!roster.isSupervisor(pid)) {
          begins(pid);
        }
      }
      case RuntimeEvent.Terminating(var pid, var reason) -> {
        if (!roster.isSupervisor(pid)) {
          add("terminate", pid, reason);
        }
      }
      case RuntimeEvent.Exited(var pid, var reason) -> {
        add("exit", pid, reason);
        roster.end(pid);
      }
      case RuntimeEvent.ChildStartFailed(var supervisor, var id, var reason) ->
          startFailed(childPath(supervisor, id), reason);
      case RuntimeEvent.ChildIgnored(var supervisor, var id) ->
          startIgnored(childPath(supervisor, id));
      default -> {}
    }
  }

  private String childPath(Pid supervisor, String id) {
    return roster.path(supervisor).orElse(supervisor.toString()) + "/" + id;
  }

  private void begins(Pid pid) {
    roster
        .path(pid)
        .ifPresent(path -> {
          int incarnation = roster.begin(pid, path);
          whenBegun.accept(path, pid);
          add(TraceEvent.of(incarnation == 1 ? "start" : "restart", path, "inc", incarnation));
        });
  }

  private void add(String kind, Pid pid, ExitReason reason) {
    int incarnation = roster.incarnation(pid);
    if (kept && incarnation > 0) {
      add(
          TraceEvent.of(
              kind,
              roster.path(pid).orElseThrow(),
              "inc",
              incarnation,
              "reason",
              Terms.value(reason, roster)));
    }
  }

  synchronized void startFailed(String path, ExitReason reason) {
    add(
        TraceEvent.of(
            "start_failed",
            path,
            "attempt",
            roster.attempts(path),
            "reason",
            Terms.value(reason, roster)));
  }

  synchronized void startIgnored(String path) {
    add(TraceEvent.of("start_ignored", path, "attempt", roster.attempts(path)));
  }

  /// A worker handled an EXIT message.
  synchronized void exitMessage(Pid worker, String from, ExitReason reason) {
    add(
        TraceEvent.of(
            "exit_msg",
            roster.path(worker).orElseThrow(),
            "inc",
            roster.incarnation(worker),
            "from",
            from,
            "reason",
            Terms.value(reason, roster)));
  }

  /// A worker handled a DOWN message.
  synchronized void down(Pid worker, String of, ExitReason reason) {
    add(
        TraceEvent.of(
            "down",
            roster.path(worker).orElseThrow(),
            "inc",
            roster.incarnation(worker),
            "of",
            of,
            "reason",
            Terms.value(reason, roster)));
  }
}
