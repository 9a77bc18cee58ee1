package understudy.scenario;

import java.util.Optional;

/// One place of a supervision tree: a worker, or a supervisor with what is below it.
///
/// A tree here is what the file says. It may be one that OTP refuses to start, such as two siblings
/// with one id or a significant child where nothing asks for it: the refusal is the lesson, and it
/// is the runtime's. Immutable.
public sealed interface TreeNode permits SupervisorNode, WorkerNode {
  /// {@return its id, unique among its siblings in a valid tree; has no `/` and no `@`}
  String id();

  /// {@return when its supervisor starts it again}
  Restart restart();

  /// {@return whether its own end counts for its supervisor's auto-shutdown}
  boolean significant();

  /// {@return how its supervisor stops it}
  Shutdown shutdown();

  /// {@return the name under which it registers itself}
  Optional<String> name();
}
