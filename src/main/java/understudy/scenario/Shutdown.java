package understudy.scenario;

/// How a supervisor stops a child.
public sealed interface Shutdown {
  /// Asks with reason `shutdown`, waits, then kills.
  ///
  /// @param millis how long it waits, at most [#LONGEST_MILLIS]; a negative time may be written,
  ///   and the supervisor that gets it refuses the child (SUP-05)
  record Within(long millis) implements Shutdown {
    /// Refuses a time-out that Erlang does not know.
    public Within {
      if (millis < -LONGEST_MILLIS || millis > LONGEST_MILLIS) {
        throw new IllegalArgumentException(
            "shutdown: expected at most " + LONGEST_MILLIS + " ms, got " + millis + " ms");
      }
    }
  }

  /// Asks with reason `shutdown` and waits for ever.
  record Infinity() implements Shutdown {}

  /// Kills at once.
  record BrutalKill() implements Shutdown {}

  /// The longest time-out of Erlang, in milliseconds: 2^32 - 1.
  long LONGEST_MILLIS = 4_294_967_295L;

  /// What a worker means that says nothing: 5000 ms.
  Shutdown WORKER_DEFAULT = new Within(5000);

  /// What a supervisor means that says nothing: as long as its children need.
  Shutdown SUPERVISOR_DEFAULT = new Infinity();
}
