package understudy.recording;

import java.util.Optional;
import understudy.event.RuntimeEvent;

/// The number of each kind of event in a file. Numbers are never changed nor used again.
enum Tag {
  SPAWNED(1, RuntimeEvent.Spawned.class),
  INITIALIZED(2, RuntimeEvent.Initialized.class),
  TERMINATING(3, RuntimeEvent.Terminating.class),
  EXITED(4, RuntimeEvent.Exited.class),
  HAUNTING(5, RuntimeEvent.Haunting.class),
  RESTED(6, RuntimeEvent.Rested.class),
  REGISTERED(7, RuntimeEvent.Registered.class),
  UNREGISTERED(8, RuntimeEvent.Unregistered.class),
  LINKED(9, RuntimeEvent.Linked.class),
  UNLINKED(10, RuntimeEvent.Unlinked.class),
  MONITORED(11, RuntimeEvent.Monitored.class),
  DEMONITORED(12, RuntimeEvent.Demonitored.class),
  TRAP_EXIT(13, RuntimeEvent.TrapExit.class),
  SUSPENDED(14, RuntimeEvent.Suspended.class),
  SENT(15, RuntimeEvent.Sent.class),
  RECEIVED(16, RuntimeEvent.Received.class),
  EXIT_SIGNALLED(17, RuntimeEvent.ExitSignalled.class),
  SUPERVISING(18, RuntimeEvent.Supervising.class),
  CHILD_STARTING(19, RuntimeEvent.ChildStarting.class),
  CHILD_STARTED(20, RuntimeEvent.ChildStarted.class),
  CHILD_START_FAILED(21, RuntimeEvent.ChildStartFailed.class),
  CHILD_IGNORED(22, RuntimeEvent.ChildIgnored.class),
  CHILD_EXITED(23, RuntimeEvent.ChildExited.class),
  CHILD_STOPPING(24, RuntimeEvent.ChildStopping.class),
  CHILD_STOPPED(25, RuntimeEvent.ChildStopped.class),
  CHILD_REMOVED(26, RuntimeEvent.ChildRemoved.class),
  RESTART_DELAYED(27, RuntimeEvent.RestartDelayed.class),
  GAVE_UP(28, RuntimeEvent.GaveUp.class),
  GAP(29, RuntimeEvent.Gap.class);

  private static final Tag[] BY_NUMBER = new Tag[values().length + 1];

  static {
    for (Tag tag : values()) {
      BY_NUMBER[tag.number] = tag;
    }
  }

  private final int number;
  private final Class<? extends RuntimeEvent> kind;

  Tag(int number, Class<? extends RuntimeEvent> kind) {
    this.number = number;
    this.kind = kind;
  }

  int number() {
    return number;
  }

  Class<? extends RuntimeEvent> kind() {
    return kind;
  }

  static Optional<Tag> of(long number) {
    return number >= 1 && number < BY_NUMBER.length
        ? Optional.of(BY_NUMBER[(int) number])
        : Optional.empty();
  }
}
