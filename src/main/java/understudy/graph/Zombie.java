package understudy.graph;

import understudy.event.Pid;

/// A dead process whose code still runs: whatever it does has no effect (EXI-15).
///
/// @param pid the dead process
/// @param slot the slot that it was in, where by now a successor may stand, or which may be gone;
///   -1 if it was in none
/// @param sinceNanos the runtime's time at which it was seen to go on, in nanoseconds
public record Zombie(Pid pid, int slot, long sinceNanos) {
  /// {@return how long it has gone on, in nanoseconds, 0 or more}
  ///
  /// @param nowNanos the runtime's time since its start, in nanoseconds
  public long nanos(long nowNanos) {
    return Math.max(0, nowNanos - sinceNanos);
  }
}
