package understudy.viewmodel;

import understudy.event.ExitReason;

/// How a person wants a process to die.
public sealed interface CrashWay {
  /// Its code throws: the process ends with the error and its stack (PRC-03).
  ///
  /// @param message the exception's message
  record Raise(String message) implements CrashWay {}

  /// An exit signal with a reason, as `exit/2` sends it; a process that traps exits survives it.
  ///
  /// @param reason any value
  record Exit(ExitReason reason) implements CrashWay {}

  /// The signal that nothing survives (EXI-09).
  record Kill() implements CrashWay {}
}
