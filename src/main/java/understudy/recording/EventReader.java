package understudy.recording;

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

/// Reads the events of one segment's payload, one by one.
///
/// An event whose kind, codes or fields this version cannot read is skipped and counted; its size
/// and stamp are readable all the same.
final class EventReader {
  private final In in;
  private final Dictionary words;
  private final boolean hasShort;
  private long sequence;
  private long nanos;
  private long wallMillis;
  private long sentId;
  private long receivedId;
  private long skipped;

  /// @param hasShort whether messages may have their short form
  EventReader(byte[] payload, boolean hasShort) throws Malformed {
    this.in = new In(payload);
    this.words = new Dictionary(in);
    this.hasShort = hasShort;
  }

  long skipped() {
    return skipped;
  }

  /// {@return the next event that can be read; nothing at the end of the segment}
  Optional<Stamped> next() throws Malformed {
    while (in.left() > 0) {
      if (hasShort && in.peek() >= Format.SHORT_SENT) {
        return Optional.of(message(in.u8()));
      }
      Optional<Tag> tag = Tag.of(in.varint());
      In body = in.part();
      sequence += body.zigzag() + 1;
      nanos += body.zigzag();
      wallMillis += body.zigzag();
      if (tag.isPresent()) {
        try {
          return Optional.of(new Stamped(sequence, nanos, wallMillis, fields(tag.get(), body)));
        } catch (Malformed _) {
          skipped++;
        }
      } else {
        skipped++;
      }
    }
    return Optional.empty();
  }

  private Stamped message(int first) throws Malformed {
    int label = first & Format.SHORT_LABELS;
    String text = words.text(label < Format.SHORT_LABELS ? label : in.varint());
    nanos += in.zigzag();
    sequence++;
    long by = in.varint();
    RuntimeEvent event;
    if ((first & ~Format.SHORT_LABELS) == Format.SHORT_SENT) {
      Pid to = Dictionary.pid(by + in.zigzag());
      sentId += in.zigzag();
      event = new Sent(Dictionary.pid(by), to, sentId, text);
    } else {
      receivedId += in.zigzag();
      event = new Received(Dictionary.pid(by), receivedId, text);
    }
    return new Stamped(sequence, nanos, wallMillis, event);
  }

  private RuntimeEvent fields(Tag tag, In in) throws Malformed {
    Pid subject = Dictionary.pid(in);
    return switch (tag) {
      case SPAWNED -> new Spawned(subject, Dictionary.pid(in), words.text(in));
      case INITIALIZED -> new Initialized(subject);
      case TERMINATING -> new Terminating(subject, words.reason(in));
      case EXITED -> new Exited(subject, words.reason(in));
      case HAUNTING -> new Haunting(subject);
      case RESTED -> new Rested(subject);
      case REGISTERED -> new Registered(subject, words.text(in));
      case UNREGISTERED -> new Unregistered(subject, words.text(in));
      case LINKED -> new Linked(subject, Dictionary.pid(in));
      case UNLINKED -> new Unlinked(subject, Dictionary.pid(in));
      case MONITORED -> new Monitored(subject, Dictionary.pid(in), in.zigzag());
      case DEMONITORED -> new Demonitored(subject, Dictionary.pid(in), in.zigzag());
      case TRAP_EXIT -> new TrapExit(subject, Dictionary.flag(in));
      case SUSPENDED -> new Suspended(subject, Dictionary.flag(in));
      case SENT -> new Sent(subject, Dictionary.pid(in), in.zigzag(), words.text(in));
      case RECEIVED -> new Received(subject, in.zigzag(), words.text(in));
      case EXIT_SIGNALLED -> new ExitSignalled(subject, Dictionary.pid(in), words.reason(in));
      case SUPERVISING -> new Supervising(subject, words.text(in), in.int32(), in.int32());
      case CHILD_STARTING ->
          new ChildStarting(
              subject,
              words.text(in),
              Dictionary.pid(in),
              Dictionary.kind(in),
              Dictionary.restart(in),
              in.int32());
      case CHILD_STARTED -> new ChildStarted(subject, words.text(in), Dictionary.pid(in));
      case CHILD_START_FAILED -> new ChildStartFailed(subject, words.text(in), words.reason(in));
      case CHILD_IGNORED -> new ChildIgnored(subject, words.text(in));
      case CHILD_EXITED ->
          new ChildExited(
              subject,
              words.text(in),
              Dictionary.pid(in),
              words.reason(in),
              Dictionary.decision(in),
              in.int32());
      case CHILD_STOPPING ->
          new ChildStopping(subject, words.text(in), Dictionary.pid(in), words.reason(in));
      case CHILD_STOPPED ->
          new ChildStopped(subject, words.text(in), Dictionary.pid(in), words.reason(in));
      case CHILD_REMOVED -> new ChildRemoved(subject, words.text(in));
      case RESTART_DELAYED -> new RestartDelayed(subject, words.text(in), in.zigzag());
      case GAVE_UP -> new GaveUp(subject, words.text(in), in.int32(), in.int32(), in.int32());
      case GAP -> new Gap(subject, in.zigzag());
    };
  }
}
