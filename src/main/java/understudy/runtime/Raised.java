package understudy.runtime;

import understudy.event.ExitReason;

/// A run-time error whose value is a term: Erlang's `error(Reason)` (PRC-03).
///
/// Uncaught, it ends the process with `{Reason, Stack}`.
public final class Raised extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ExitReason reason;

  /// Makes the error with `reason`.
  ///
  /// @param reason the error's value, without the stack
  public Raised(ExitReason reason) {
    this.reason = reason;
  }

  /// {@return the error's value, without the stack}
  public ExitReason reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return reason.toString();
  }
}
