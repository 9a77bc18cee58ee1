package understudy.probe;

/// What a process is doing, as a person would say it.
public enum Status {
  /// Its init has not returned.
  STARTING,
  /// It handles a message or is about to.
  RUNNING,
  /// It has nothing to do until a message comes.
  WAITING,
  /// It is inside a handler and waits there: a sleep, a call, a selective receive.
  BLOCKED,
  /// Suspended by hand: messages pile up.
  SUSPENDED,
  /// It runs its terminate callback.
  TERMINATING,
  /// It is dead.
  DOWN
}
