package understudy.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A supervisor and its children.
///
/// Where a file says nothing, it means Erlang's defaults (SUP-07): `one_for_one`, intensity 1,
/// period 5 s, not Elixir's intensity 3.
///
/// @param id its id
/// @param restart when its own supervisor starts it again
/// @param significant whether its own end counts for its supervisor's auto-shutdown
/// @param shutdown how its supervisor stops it
/// @param name its registered name
/// @param strategy what happens to siblings
/// @param intensity restarts allowed within `periodSeconds`; one more and it gives up. Below 0 it
///   does not start (SUP-05)
/// @param periodSeconds the window in which restarts are counted. Below 1 it does not start
/// @param autoShutdown whether it ends with its significant children
/// @param children static children in start order; empty for `SIMPLE_ONE_FOR_ONE` and `DYNAMIC`
/// @param template what every child is, for `SIMPLE_ONE_FOR_ONE` and no other
/// @param maxChildren how many children `DYNAMIC` has at most; empty for no limit. Below 0 it does
///   not start
/// @param backoff extension: waits between restarts; empty, as in OTP, for none
public record SupervisorNode(
    String id,
    Restart restart,
    boolean significant,
    Shutdown shutdown,
    Optional<String> name,
    Strategy strategy,
    int intensity,
    int periodSeconds,
    AutoShutdown autoShutdown,
    List<TreeNode> children,
    Optional<WorkerNode> template,
    OptionalInt maxChildren,
    Optional<Backoff> backoff)
    implements TreeNode {
  /// Restarts allowed within the period where a file says nothing.
  public static final int DEFAULT_INTENSITY = 1;

  /// The window in which restarts are counted where a file says nothing, in seconds.
  public static final int DEFAULT_PERIOD_SECONDS = 5;

  /// Takes copies.
  public SupervisorNode {
    children = List.copyOf(children);
  }

  /// {@return this with another strategy and other children}
  ///
  /// @param other what happens to siblings
  /// @param below in start order
  public SupervisorNode with(Strategy other, List<TreeNode> below) {
    return new SupervisorNode(
        id,
        restart,
        significant,
        shutdown,
        name,
        other,
        intensity,
        periodSeconds,
        autoShutdown,
        below,
        template,
        maxChildren,
        backoff);
  }
}
