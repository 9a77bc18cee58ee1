package understudy.event;

/// What a supervisor's child is.
public enum ChildKind {
  /// A process that does the work.
  WORKER,
  /// A process that supervises others.
  SUPERVISOR
}
