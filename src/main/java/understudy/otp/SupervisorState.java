package understudy.otp;

import java.util.List;
import java.util.function.UnaryOperator;

/// What [Sys#getState] tells of a supervisor.
///
/// @param strategy OTP's word for it, `dynamic` for a DynamicSupervisor
/// @param maxRestarts restarts tolerated within the period
/// @param periodSeconds the period
/// @param restarts how many were in the period when it last counted
/// @param children as [Supervisor#whichChildren] tells them
public record SupervisorState(
    String strategy, int maxRestarts, int periodSeconds, int restarts, List<ChildInfo> children) {
  /// Takes a copy.
  public SupervisorState {
    children = List.copyOf(children);
  }

  /// Applies a change that must change nothing: what a supervisor knows of its children is theirs.
  static Object unchanged(Object state, UnaryOperator<Object> change) {
    Object next = change.apply(state);
    if (!state.equals(next)) {
      throw new IllegalArgumentException(
          "the state of a supervisor can be read and not replaced, got "
              + next
              + "; ask it to start and stop children instead");
    }
    return state;
  }
}
