package understudy.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// Reads the events of one segment's payload, one by one.
///
/// An event whose kind, codes or fields this version cannot read is skipped and counted; its size
/// and stamp are readable all the same.
final class EventReader {
  private final In in;
  private final List<String> texts;
  private long sequence;
  private long nanos;
  private long wallMillis;
  private long skipped;

  EventReader(byte[] payload) throws Malformed {
    in = new In(payload);
    int count = in.count(Format.MAX_TEXTS);
    texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.text(Format.MAX_TEXT));
    }
  }

  long skipped() {
    return skipped;
  }

  /// {@return the next event that can be read; nothing at the end of the segment}
  Optional<Stamped> next() throws Malformed {
    while (in.left() > 0) {
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

  private RuntimeEvent fields(Tag tag, In in) throws Malformed {
    Pid subject = pid(in);
    return switch (tag) {
      case SPAWNED -> new Spawned(subject, pid(in), text(in));
      case INITIALIZED -> new Initialized(subject);
      case TERMINATING -> new Terminating(subject, reason(in));
      case EXITED -> new Exited(subject, reason(in));
      case HAUNTING -> new Haunting(subject);
      case RESTED -> new Rested(subject);
      case REGISTERED -> new Registered(subject, text(in));
      case UNREGISTERED -> new Unregistered(subject, text(in));
      case LINKED -> new Linked(subject, pid(in));
      case UNLINKED -> new Unlinked(subject, pid(in));
      case MONITORED -> new Monitored(subject, pid(in), in.zigzag());
      case DEMONITORED -> new Demonitored(subject, pid(in), in.zigzag());
      case TRAP_EXIT -> new TrapExit(subject, flag(in));
      case SUSPENDED -> new Suspended(subject, flag(in));
      case SENT -> new Sent(subject, pid(in), in.zigzag(), text(in));
      case RECEIVED -> new Received(subject, in.zigzag(), text(in));
      case EXIT_SIGNALLED -> new ExitSignalled(subject, pid(in), reason(in));
      case SUPERVISING -> new Supervising(subject, text(in), in.int32(), in.int32());
      case CHILD_STARTING ->
          new ChildStarting(subject, text(in), pid(in), kind(in), restart(in), in.int32());
      case CHILD_STARTED -> new ChildStarted(subject, text(in), pid(in));
      case CHILD_START_FAILED -> new ChildStartFailed(subject, text(in), reason(in));
      case CHILD_IGNORED -> new ChildIgnored(subject, text(in));
      case CHILD_EXITED ->
          new ChildExited(subject, text(in), pid(in), reason(in), decision(in), in.int32());
      case CHILD_STOPPING -> new ChildStopping(subject, text(in), pid(in), reason(in));
      case CHILD_STOPPED -> new ChildStopped(subject, text(in), pid(in), reason(in));
      case CHILD_REMOVED -> new ChildRemoved(subject, text(in));
      case RESTART_DELAYED -> new RestartDelayed(subject, text(in), in.zigzag());
      case GAVE_UP -> new GaveUp(subject, text(in), in.int32(), in.int32(), in.int32());
      case GAP -> new Gap(subject, in.zigzag());
    };
  }

  private static Pid pid(In in) throws Malformed {
    long number = in.varint();
    if (number < 0) {
      throw new Malformed("a pid is too large: " + Long.toUnsignedString(number));
    }
    return number == 0 ? Pid.NONE : new Pid(number);
  }

  private static boolean flag(In in) throws Malformed {
    return in.u8() != 0;
  }

  private String text(In in) throws Malformed {
    long place = in.varint();
    if (place < 0 || place >= texts.size()) {
      throw new Malformed("there is no text " + Long.toUnsignedString(place));
    }
    return texts.get((int) place);
  }

  private ExitReason reason(In in) throws Malformed {
    return term(in, 1, new int[] {Format.MAX_REASON_TERMS_READ});
  }

  private ExitReason term(In in, int depth, int[] left) throws Malformed {
    if (depth > Format.MAX_REASON_DEPTH || left[0]-- <= 0) {
      throw new Malformed("a reason is too deep or too large");
    }
    int shape = in.u8();
    return switch (shape) {
      case 1 -> ExitReason.atom(text(in));
      case 2 -> {
        int count = in.count(Format.MAX_REASON_TERMS_READ);
        List<ExitReason> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          elements.add(term(in, depth + 1, left));
        }
        yield new ExitReason.Tuple(elements);
      }
      case 3 -> new ExitReason.Int(in.zigzag());
      case 4 -> new ExitReason.Text(text(in));
      case 5 -> new ExitReason.Ref(pid(in));
      case 6 -> new ExitReason.Stack(text(in));
      default -> throw new Malformed("there is no shape of reason " + shape);
    };
  }

  private static ChildKind kind(In in) throws Malformed {
    int code = in.u8();
    return switch (code) {
      case 1 -> ChildKind.WORKER;
      case 2 -> ChildKind.SUPERVISOR;
      default -> throw new Malformed("there is no child kind " + code);
    };
  }

  private static RestartType restart(In in) throws Malformed {
    int code = in.u8();
    return switch (code) {
      case 1 -> RestartType.PERMANENT;
      case 2 -> RestartType.TRANSIENT;
      case 3 -> RestartType.TEMPORARY;
      default -> throw new Malformed("there is no restart type " + code);
    };
  }

  private static Decision decision(In in) throws Malformed {
    int code = in.u8();
    return switch (code) {
      case 1 -> Decision.RESTART;
      case 2 -> Decision.LEAVE;
      case 3 -> Decision.REMOVE;
      case 4 -> Decision.GIVE_UP;
      case 5 -> Decision.AUTO_SHUTDOWN;
      default -> throw new Malformed("there is no decision " + code);
    };
  }
}
