package understudy.viewmodel;

/// How the process that was last in a place came to its end.
public enum Fate {
  /// None has ended there yet.
  NONE,
  /// It ended in good order.
  ENDED,
  /// It died of itself.
  CRASHED,
  /// It was a supervisor that restarted too often and ended itself.
  GAVE_UP,
  /// Its supervisor took it down, because of a sibling or to stop itself.
  TAKEN_DOWN
}
