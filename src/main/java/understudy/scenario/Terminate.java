package understudy.scenario;

import java.util.Optional;

/// What a worker's terminate callback does: sleeps, then returns or leaves with an exit.
///
/// @param delayMillis how long it sleeps first; 0 for not at all
/// @param exit the reason with which it leaves; empty to return
public record Terminate(long delayMillis, Optional<Value> exit) {
  /// Returns at once.
  public static final Terminate PLAIN = new Terminate(0, Optional.empty());
}
