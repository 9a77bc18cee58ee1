package understudy.viewmodel;

/// How much an event line matters to a person, least first.
public enum Level {
  /// Something ordinary.
  INFO,
  /// A supervisor starts something again, or takes a sibling down to do so.
  RESTART,
  /// A process died of something that was not an orderly end.
  CRASH,
  /// A supervisor gave up, and its own supervisor has to act.
  ESCALATION
}
