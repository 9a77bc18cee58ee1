package understudy.viewmodel;

/// What is seen of a process at a glance.
public enum Phase {
  /// Its init has not returned.
  STARTING,
  /// It is there; where it is also known what it is doing, it handles a message or is about to.
  RUNNING,
  /// It has nothing to do until a message comes.
  WAITING,
  /// It is in the middle of a message and waits there: a sleep, a call, a selective receive.
  BLOCKED,
  /// Suspended by hand.
  SUSPENDED,
  /// Its supervisor takes it down.
  STOPPING,
  /// Dead, its successor is on the way.
  RESTARTING,
  /// Dead, its restart waits.
  BACKING_OFF,
  /// Dead, and stays so.
  DOWN,
  /// A supervisor that exceeded its restart intensity.
  GAVE_UP;

  private final String words = Words.get("phase." + Words.key(this));

  /// {@return whether a process is there}
  public boolean isAlive() {
    return switch (this) {
      case STARTING, RUNNING, WAITING, BLOCKED, SUSPENDED, STOPPING -> true;
      case RESTARTING, BACKING_OFF, DOWN, GAVE_UP -> false;
    };
  }

  /// {@return the phase as a word or two}
  public String words() {
    return words;
  }
}
