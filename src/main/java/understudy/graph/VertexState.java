package understudy.graph;

/// What can be seen of a slot.
///
/// `STARTING -> RUNNING <-> SUSPENDED -> STOPPING -> DOWN`, and after a death `RESTARTING`,
/// `BACKING_OFF` or `GAVE_UP`; a restart leads back to `STARTING`.
public enum VertexState {
  /// Its process exists and its init has not returned.
  STARTING,
  /// Its process takes messages.
  RUNNING,
  /// Its process was suspended by hand: messages pile up.
  SUSPENDED,
  /// Its process was told to stop, or runs its terminate callback.
  STOPPING,
  /// Its process is dead and its supervisor decided to start it again.
  RESTARTING,
  /// Its process is dead and the restart waits (BKO-02, an extension).
  BACKING_OFF,
  /// Its process is dead.
  DOWN,
  /// A supervisor that exceeded its restart intensity (INT-05); it stays so after its exit.
  GAVE_UP
}
