package understudy.runtime;

import understudy.event.ExitReason;

/// Thrown by process code to end its process: Erlang's `exit(Reason)` (PRC-02).
///
/// An exception, not a signal: it can be caught inside the process (EXI-17). It carries no stack.
public final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ExitReason reason;

  /// Makes the exit with `reason`.
  ///
  /// @param reason what the process will have ended with
  public Exit(ExitReason reason) {
    super(null, null, false, false);
    this.reason = reason;
  }

  /// {@return what the process will have ended with}
  public ExitReason reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return reason.toString();
  }
}
