package understudy.viewmodel;

/// What is seen of a process at a glance.
public enum Phase {
  /// Its init has not returned.
  STARTING,
  /// It is there and works.
  RUNNING,
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

  /// {@return whether a process is there}
  public boolean isAlive() {
    return this == STARTING || this == RUNNING || this == SUSPENDED || this == STOPPING;
  }

  /// {@return the phase as a word or two}
  public String words() {
    return switch (this) {
      case STARTING -> "starting";
      case RUNNING -> "running";
      case SUSPENDED -> "suspended";
      case STOPPING -> "stopping";
      case RESTARTING -> "restarting";
      case BACKING_OFF -> "backing off";
      case DOWN -> "down";
      case GAVE_UP -> "gave up";
    };
  }
}
