package understudy.viewmodel;

/// What the process table says of a process, and what it can be sorted by.
public enum RollColumn {
  /// What a person calls it.
  NAME,
  /// The process.
  PID,
  /// What is seen of it.
  STATE,
  /// Messages waiting.
  MAILBOX,
  /// How often its place was filled again.
  RESTARTS,
  /// Messages that this process has taken out of its mailbox.
  HANDLED,
  /// How long this process has lived.
  UPTIME,
  /// Who supervises it.
  SUPERVISOR,
  /// What it runs.
  BEHAVIOUR,
  /// The ids from the root to it.
  PATH;

  /// {@return whether it is sorted as text and not as a number}
  public boolean isText() {
    return switch (this) {
      case NAME, STATE, SUPERVISOR, BEHAVIOUR, PATH -> true;
      case PID, MAILBOX, RESTARTS, HANDLED, UPTIME -> false;
    };
  }
}
