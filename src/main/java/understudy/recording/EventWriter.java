package understudy.recording;

import understudy.event.ExitReason;
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

/// The events of one segment as bytes, with the texts they share; used again for the next one.
final class EventWriter {
  private final Vocabulary words = new Vocabulary();
  private final Out events = new Out();
  private final Out body = new Out();
  private long sequence;
  private long nanos;
  private long wallMillis;
  private long sentId;
  private long receivedId;

  /// Takes the next event: a message in its short form wherever that can say it.
  void add(Stamped stamped) {
    boolean follows = stamped.sequence() == sequence + 1 && stamped.wallMillis() == wallMillis;
    switch (stamped.event()) {
      case Sent(var from, var to, long id, var label) when follows -> {
        begin(Format.SHORT_SENT, label, stamped.nanos());
        events.varint(from.number()).zigzag(to.number() - from.number()).zigzag(id - sentId);
        sentId = id;
      }
      case Received(var by, long id, var label) when follows -> {
        begin(Format.SHORT_RECEIVED, label, stamped.nanos());
        events.varint(by.number()).zigzag(id - receivedId);
        receivedId = id;
      }
      default -> whole(stamped);
    }
    sequence = stamped.sequence();
    nanos = stamped.nanos();
    wallMillis = stamped.wallMillis();
  }

  private void begin(int form, String label, long at) {
    int place = words.place(label);
    if (place < Format.SHORT_LABELS) {
      events.u8(form | place);
    } else {
      events.u8(form | Format.SHORT_LABELS).varint(place);
    }
    events.zigzag(at - nanos);
  }

  private void whole(Stamped stamped) {
    body.clear();
    body.zigzag(stamped.sequence() - sequence - 1);
    body.zigzag(stamped.nanos() - nanos);
    body.zigzag(stamped.wallMillis() - wallMillis);
    Tag tag = fields(stamped.event());
    events.varint(tag.number()).varint(body.size()).raw(body);
  }

  int size() {
    return words.bytes() + events.size();
  }

  int texts() {
    return words.size();
  }

  /// Writes what was added and forgets it.
  void drain(Out payload) {
    words.table(payload);
    payload.raw(events);
    words.clear();
    events.clear();
    sequence = 0;
    nanos = 0;
    wallMillis = 0;
    sentId = 0;
    receivedId = 0;
  }

  private Tag fields(RuntimeEvent event) {
    pid(event.subject());
    return switch (event) {
      case Spawned e -> {
        pid(e.parent());
        text(e.behaviour());
        yield Tag.SPAWNED;
      }
      case Initialized _ -> Tag.INITIALIZED;
      case Terminating e -> {
        reason(e.reason());
        yield Tag.TERMINATING;
      }
      case Exited e -> {
        reason(e.reason());
        yield Tag.EXITED;
      }
      case Haunting _ -> Tag.HAUNTING;
      case Rested _ -> Tag.RESTED;
      case Registered e -> {
        text(e.name());
        yield Tag.REGISTERED;
      }
      case Unregistered e -> {
        text(e.name());
        yield Tag.UNREGISTERED;
      }
      case Linked e -> {
        pid(e.other());
        yield Tag.LINKED;
      }
      case Unlinked e -> {
        pid(e.other());
        yield Tag.UNLINKED;
      }
      case Monitored e -> {
        pid(e.target());
        body.zigzag(e.reference());
        yield Tag.MONITORED;
      }
      case Demonitored e -> {
        pid(e.target());
        body.zigzag(e.reference());
        yield Tag.DEMONITORED;
      }
      case TrapExit e -> {
        flag(e.on());
        yield Tag.TRAP_EXIT;
      }
      case Suspended e -> {
        flag(e.on());
        yield Tag.SUSPENDED;
      }
      case Sent e -> {
        pid(e.to());
        body.zigzag(e.messageId());
        text(e.label());
        yield Tag.SENT;
      }
      case Received e -> {
        body.zigzag(e.messageId());
        text(e.label());
        yield Tag.RECEIVED;
      }
      case ExitSignalled e -> {
        pid(e.to());
        reason(e.reason());
        yield Tag.EXIT_SIGNALLED;
      }
      case Supervising e -> {
        text(e.strategy());
        body.zigzag(e.maxRestarts()).zigzag(e.periodSeconds());
        yield Tag.SUPERVISING;
      }
      case ChildStarting e -> {
        child(e.id(), e.child());
        body.u8(Code.of(e.kind())).u8(Code.of(e.restart())).zigzag(e.incarnation());
        yield Tag.CHILD_STARTING;
      }
      case ChildStarted e -> {
        child(e.id(), e.child());
        yield Tag.CHILD_STARTED;
      }
      case ChildStartFailed e -> {
        text(e.id());
        reason(e.reason());
        yield Tag.CHILD_START_FAILED;
      }
      case ChildIgnored e -> {
        text(e.id());
        yield Tag.CHILD_IGNORED;
      }
      case ChildExited e -> {
        child(e.id(), e.child());
        reason(e.reason());
        body.u8(Code.of(e.decision())).zigzag(e.restartsInWindow());
        yield Tag.CHILD_EXITED;
      }
      case ChildStopping e -> {
        child(e.id(), e.child());
        reason(e.reason());
        yield Tag.CHILD_STOPPING;
      }
      case ChildStopped e -> {
        child(e.id(), e.child());
        reason(e.reason());
        yield Tag.CHILD_STOPPED;
      }
      case ChildRemoved e -> {
        text(e.id());
        yield Tag.CHILD_REMOVED;
      }
      case RestartDelayed e -> {
        text(e.id());
        body.zigzag(e.delayMillis());
        yield Tag.RESTART_DELAYED;
      }
      case GaveUp e -> {
        text(e.id());
        body.zigzag(e.restarts()).zigzag(e.maxRestarts()).zigzag(e.periodSeconds());
        yield Tag.GAVE_UP;
      }
      case Gap e -> {
        body.zigzag(e.lost());
        yield Tag.GAP;
      }
    };
  }

  private void child(String id, Pid child) {
    text(id);
    pid(child);
  }

  private void pid(Pid pid) {
    body.varint(pid.number());
  }

  private void flag(boolean on) {
    body.u8(on ? 1 : 0);
  }

  private void text(String text) {
    words.text(body, text);
  }

  private void reason(ExitReason reason) {
    words.reason(body, reason);
  }
}
