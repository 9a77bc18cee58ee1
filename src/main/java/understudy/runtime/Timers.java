package understudy.runtime;

/// Runs things later, in a scheduler's own time.
interface Timers {
  /// One thing to run.
  interface Timer {
    /// {@return whether this call kept it from running}
    boolean cancel();

    /// {@return when it is due, in the scheduler's nanoseconds}
    long dueNanos();

    /// {@return whether it will still run}
    boolean pending();
  }

  /// Runs `task` not earlier than in `delayNanos` (MSG-15), never inside this call.
  Timer schedule(long delayNanos, Runnable task);
}
