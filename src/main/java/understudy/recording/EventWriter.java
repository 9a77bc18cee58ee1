package understudy.recording;

import java.util.HashMap;
import java.util.Map;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
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

/// The events of one segment as bytes, with the texts they share.
final class EventWriter {
  private final Map<String, Integer> known = new HashMap<>();
  private final Out texts = new Out();
  private final Out events = new Out();
  private final Out body = new Out();
  private long sequence;
  private long nanos;
  private long wallMillis;

  void add(Stamped stamped) {
    body.clear();
    body.zigzag(stamped.sequence() - sequence - 1);
    body.zigzag(stamped.nanos() - nanos);
    body.zigzag(stamped.wallMillis() - wallMillis);
    sequence = stamped.sequence();
    nanos = stamped.nanos();
    wallMillis = stamped.wallMillis();
    Tag tag = fields(stamped.event());
    events.varint(tag.number()).varint(body.size()).raw(body);
  }

  int size() {
    return texts.size() + events.size();
  }

  int texts() {
    return known.size();
  }

  byte[] payload() {
    return new Out().varint(known.size()).raw(texts).raw(events).toArray();
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
        body.u8(code(e.kind())).u8(code(e.restart())).zigzag(e.incarnation());
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
        body.u8(code(e.decision())).zigzag(e.restartsInWindow());
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

  private void text(String whole) {
    String text = Bounds.text(whole, Format.MAX_TEXT);
    Integer place = known.get(text);
    if (place == null) {
      place = known.size();
      known.put(text, place);
      byte[] bytes = Format.utf8(text);
      texts.varint(bytes.length).raw(bytes);
    }
    body.varint(place);
  }

  private void reason(ExitReason whole) {
    term(Bounds.reason(whole));
  }

  private void term(ExitReason reason) {
    switch (reason) {
      case ExitReason.Atom(String name) -> {
        body.u8(1);
        text(name);
      }
      case ExitReason.Tuple(var elements) -> {
        body.u8(2).varint(elements.size());
        elements.forEach(this::term);
      }
      case ExitReason.Int(long value) -> body.u8(3).zigzag(value);
      case ExitReason.Text(String value) -> {
        body.u8(4);
        text(value);
      }
      case ExitReason.Ref(Pid pid) -> {
        body.u8(5);
        pid(pid);
      }
      case ExitReason.Stack stack -> {
        body.u8(6);
        text(stack.trace());
      }
    }
  }

  private static int code(ChildKind kind) {
    return switch (kind) {
      case WORKER -> 1;
      case SUPERVISOR -> 2;
    };
  }

  private static int code(RestartType restart) {
    return switch (restart) {
      case PERMANENT -> 1;
      case TRANSIENT -> 2;
      case TEMPORARY -> 3;
    };
  }

  private static int code(Decision decision) {
    return switch (decision) {
      case RESTART -> 1;
      case LEAVE -> 2;
      case REMOVE -> 3;
      case GIVE_UP -> 4;
      case AUTO_SHUTDOWN -> 5;
    };
  }
}
