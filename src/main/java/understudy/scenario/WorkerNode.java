package understudy.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A process that does the work.
///
/// @param id its id
/// @param restart when its supervisor starts it again
/// @param significant whether its own end counts for its supervisor's auto-shutdown
/// @param shutdown how its supervisor stops it
/// @param name its registered name
/// @param trapExit whether it traps exits, from the beginning of its init
/// @param init what each start attempt does: entry k for attempt k, the last for all later ones;
///   never empty
/// @param terminate what its terminate callback does
/// @param proceed how the continue instruction of its init ends it, if it has one (`continue` in a
///   file)
/// @param behaviour extension: what it runs; [#SCRIPTED] does only what the script tells it
/// @param args extension: what its behaviour is told at its start; texts, numbers and truth values
public record WorkerNode(
    String id,
    Restart restart,
    boolean significant,
    Shutdown shutdown,
    Optional<String> name,
    boolean trapExit,
    List<Init> init,
    Terminate terminate,
    Optional<Continue> proceed,
    String behaviour,
    SequencedMap<String, Value> args)
    implements TreeNode {
  /// The behaviour of the conformance scenarios, and of a worker that names none.
  public static final String SCRIPTED = "scripted";

  /// Takes copies.
  public WorkerNode {
    init = List.copyOf(init);
    args = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(args));
    if (init.isEmpty()) {
      throw new IllegalArgumentException("worker '" + id + "': expected at least one init, got 0");
    }
  }
}
