package understudy.event;

/// What a supervisor made of a child's exit.
public enum Decision {
  /// The child, and by the strategy perhaps others, will be started again.
  RESTART,
  /// The child stays down, its specification stays (clean exit of a transient child, RST-05).
  LEAVE,
  /// The child and its specification are gone (temporary child, RST-08).
  REMOVE,
  /// The restart intensity is exceeded: the supervisor stops all children and exits (INT-05).
  GIVE_UP,
  /// A significant child ended: the supervisor stops all children and exits (AUT-08).
  AUTO_SHUTDOWN
}
