package understudy.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.RuntimeEvent.ChildExited;
import understudy.event.RuntimeEvent.ChildIgnored;
import understudy.event.RuntimeEvent.ChildRemoved;
import understudy.event.RuntimeEvent.ChildStartFailed;
import understudy.event.RuntimeEvent.ChildStarted;
import understudy.event.RuntimeEvent.ChildStarting;
import understudy.event.RuntimeEvent.ChildStopped;
import understudy.event.RuntimeEvent.ChildStopping;
import understudy.event.RuntimeEvent.Demonitored;
import understudy.event.RuntimeEvent.ExitSignalled;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Gap;
import understudy.event.RuntimeEvent.GaveUp;
import understudy.event.RuntimeEvent.Haunting;
import understudy.event.RuntimeEvent.Initialized;
import understudy.event.RuntimeEvent.Linked;
import understudy.event.RuntimeEvent.Monitored;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Registered;
import understudy.event.RuntimeEvent.RestartDelayed;
import understudy.event.RuntimeEvent.Rested;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.RuntimeEvent.Spawned;
import understudy.event.RuntimeEvent.Supervising;
import understudy.event.RuntimeEvent.Suspended;
import understudy.event.RuntimeEvent.Terminating;
import understudy.event.RuntimeEvent.TrapExit;
import understudy.event.RuntimeEvent.Unlinked;
import understudy.event.RuntimeEvent.Unregistered;
import understudy.event.Stamped;
import understudy.graph.Snapshot;
import understudy.graph.Snapshot.Slot;
import understudy.probe.ProcessInfo;
import understudy.probe.ProcessTable;
import understudy.probe.Status;

/// The processes at the moment that a stream of events has reached.
///
/// Knows what events say and no more: a process's state is the empty text (a recording keeps none,
/// see [#NO_STATE]) and nothing can be sent to it. The end of a handler is not an event, so a
/// process counts as running at the moment at which it takes a message and while more wait. After a
/// gap, or before messages were recorded, depths may be wrong by what was lost.
///
/// A process whose spawn was not recorded is there from its first event on, or from that of the
/// supervisor that starts it. Safe on any thread.
public final class Replay implements ProcessTable {
  /// Why [ProcessInfo#state()] is empty here, for a person.
  public static final String NO_STATE = "a recording keeps no state";

  private final Map<Long, Replayed> alive = new HashMap<>();
  private long nanos;
  private long sequence;
  private long lost;
  private long waiting;

  /// A replay before the first event: no process is alive.
  public Replay() {}

  /// A replay that goes on from the middle of a recording.
  ///
  /// What a process runs and when it was spawned is not known of hands from outside and of the few
  /// that live without a place; a process that was told to stop counts as terminating.
  ///
  /// @param from where it goes on
  public Replay(Keyframe from) {
    Snapshot graph = from.graph();
    nanos = graph.nanos();
    sequence = graph.sequence();
    lost = graph.totals().lost();
    for (Slot slot : graph.slots()) {
      if (slot.is(Slot.ALIVE)) {
        alive.put(slot.pid().number(), Replayed.in(slot));
      }
    }
    graph.displaced().forEach(pid -> at(pid, 0).initialized());
    graph.outside().forEach(pid -> at(pid, 0).initialized());
    for (Snapshot.Link link : graph.links()) {
      known(link.one()).ifPresent(one -> one.link(link.other()));
      known(link.other()).ifPresent(other -> other.link(link.one()));
    }
    for (Snapshot.Watch watch : graph.watches()) {
      known(watch.watcher()).ifPresent(one -> one.monitor(watch.reference(), watch.target()));
      known(watch.target()).ifPresent(it -> it.monitoredBy(watch.reference(), watch.watcher()));
    }
    for (Stamped each : from.waiting()) {
      if (each.event() instanceof Sent sent) {
        known(sent.to()).ifPresent(to -> to.sent(sent.messageId(), sent.label()));
      }
    }
    for (Slot slot : graph.slots()) {
      known(slot.pid()).ifPresent(process -> process.deepen(slot.depth()));
    }
    alive.values().forEach(process -> waiting += process.depth());
  }

  /// Moves on by one event.
  ///
  /// @param stamped the next event of the stream
  public synchronized void accept(Stamped stamped) {
    nanos = Math.max(nanos, stamped.nanos());
    sequence = stamped.sequence();
    Pid owner = mailboxOf(stamped.event());
    int before = depthNow(owner);
    apply(stamped.event(), stamped.nanos());
    waiting += depthNow(owner) - before;
  }

  /// Whose mailbox an event fills or empties.
  private static Pid mailboxOf(RuntimeEvent event) {
    if (event instanceof Sent sent) {
      return sent.to();
    }
    return event instanceof Received || event instanceof Exited ? event.subject() : Pid.NONE;
  }

  private int depthNow(Pid pid) {
    Replayed process = alive.get(pid.number());
    return process == null ? 0 : process.depth();
  }

  /// {@return how many messages wait in all mailboxes}
  public synchronized long waiting() {
    return waiting;
  }

  /// Lets time pass in which nothing happens.
  ///
  /// @param to the runtime's time in nanoseconds; earlier than now does nothing
  public synchronized void advance(long to) {
    nanos = Math.max(nanos, to);
  }

  /// {@return the sequence of the event it has reached, 0 before the first}
  public synchronized long sequence() {
    return sequence;
  }

  /// {@return how many events were lost, by the gaps up to here}
  public synchronized long lost() {
    return lost;
  }

  @Override
  public synchronized int alive() {
    return alive.size();
  }

  @Override
  public synchronized int depth(Pid pid) {
    Replayed process = alive.get(pid.number());
    return process == null ? -1 : process.depth();
  }

  @Override
  public synchronized Status status(Pid pid) {
    Replayed process = alive.get(pid.number());
    return process == null ? Status.DOWN : process.statusAt(nanos);
  }

  @Override
  public synchronized Optional<ProcessInfo> info(Pid pid) {
    return Optional.ofNullable(alive.get(pid.number())).map(process -> process.info(nanos));
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  private void apply(RuntimeEvent event, long at) {
    switch (event) {
      case Spawned e -> {
        Replayed process = new Replayed(e.subject(), e.behaviour(), at);
        alive.merge(e.subject().number(), process, Replayed::bornAs);
      }
      case Initialized e -> at(e.subject(), at).initialized();
      case Terminating e -> at(e.subject(), at).terminating();
      case Exited e -> exited(e.subject());
      case Registered e -> at(e.subject(), at).named(Optional.of(e.name()));
      case Unregistered e -> at(e.subject(), at).named(Optional.empty());
      case Linked e -> {
        at(e.subject(), at).link(e.other());
        known(e.other()).ifPresent(other -> other.link(e.subject()));
      }
      case Unlinked e -> {
        at(e.subject(), at).unlink(e.other());
        known(e.other()).ifPresent(other -> other.unlink(e.subject()));
      }
      case Monitored e -> {
        at(e.subject(), at).monitor(e.reference(), e.target());
        known(e.target()).ifPresent(target -> target.monitoredBy(e.reference(), e.subject()));
      }
      case Demonitored e -> {
        at(e.subject(), at).demonitor(e.reference());
        known(e.target()).ifPresent(target -> target.demonitored(e.reference()));
      }
      case TrapExit e -> at(e.subject(), at).trapExit(e.on());
      case Suspended e -> at(e.subject(), at).suspended(e.on());
      case Sent e -> known(e.to()).ifPresent(to -> to.sent(e.messageId(), e.label()));
      case Received e -> at(e.subject(), at).received(e.messageId(), at);
      case Supervising e -> at(e.subject(), at);
      case ChildStarting e -> at(e.child(), at);
      case ChildStarted e -> at(e.child(), at).initialized();
      case Gap e -> lost += e.lost();
      case Haunting _,
          Rested _,
          ExitSignalled _,
          ChildStartFailed _,
          ChildIgnored _,
          ChildExited _,
          ChildStopping _,
          ChildStopped _,
          ChildRemoved _,
          RestartDelayed _,
          GaveUp _ -> {}
    }
  }

  /// The process, which must be alive as it did something; for the outside one that nobody keeps.
  private Replayed at(Pid pid, long nanos) {
    return pid.isNone()
        ? new Replayed(pid, "", nanos)
        : alive.computeIfAbsent(pid.number(), _ -> new Replayed(pid, "", nanos));
  }

  private Optional<Replayed> known(Pid pid) {
    return Optional.ofNullable(alive.get(pid.number()));
  }

  private void exited(Pid pid) {
    Replayed dead = alive.remove(pid.number());
    if (dead == null) {
      return;
    }
    List.copyOf(dead.links())
        .forEach(other -> known(other).ifPresent(process -> process.unlink(pid)));
    dead.monitors()
        .forEach((reference, target) ->
            known(target).ifPresent(process -> process.demonitored(reference)));
    dead.watchers()
        .forEach((reference, watcher) ->
            known(watcher).ifPresent(process -> process.demonitor(reference)));
  }
}
