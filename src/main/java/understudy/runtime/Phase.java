package understudy.runtime;

/// Where a process stands with its scheduler.
///
/// `IDLE -> READY -> RUNNING -> IDLE`, and inside a handler `RUNNING -> BLOCKED -> WAKING ->
/// RUNNING`, or back from `WAKING` to `BLOCKED` where the wait goes on.
enum Phase {
  /// Nothing to do.
  IDLE,
  /// Among those that run next.
  READY,
  /// A thread runs its code.
  RUNNING,
  /// A thread waits inside its code.
  BLOCKED,
  /// The same, and somebody is about to look whether it may go on.
  WAKING
}
