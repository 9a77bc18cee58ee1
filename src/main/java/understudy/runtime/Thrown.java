package understudy.runtime;

import understudy.event.ExitReason;

/// A value thrown for a catcher: Erlang's `throw(Value)`.
///
/// Uncaught, it ends a plain process with `{{nocatch, Value}, Stack}` (PRC-04); in a callback of a
/// GenServer it counts as the callback's return value (GS-29).
public final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ExitReason value;

  /// Throws `value`.
  ///
  /// @param value what is thrown
  public Thrown(ExitReason value) {
    super(value.toString());
    this.value = value;
  }

  /// {@return what was thrown}
  public ExitReason value() {
    return value;
  }
}
