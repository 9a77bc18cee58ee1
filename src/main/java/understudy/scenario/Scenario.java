package understudy.scenario;

import java.util.List;
import java.util.Optional;

/// One supervision tree, one script and, if known, the trace it must leave. A lesson is a scenario
/// that a person reads.
///
/// @param id its id; the file's name without its ending where the file says nothing
/// @param title one line; the id where the file says nothing
/// @param note what to look at; may be empty
/// @param groups the rule groups it is about
/// @param rules the ids of the rules it is about
/// @param quietMillis the quiet period after each step that names none
/// @param tree what is started
/// @param steps the script; only `start` where the file says nothing
/// @param expected what must come out, if the file says so
public record Scenario(
    String id,
    String title,
    String note,
    List<String> groups,
    List<String> rules,
    int quietMillis,
    TreeNode tree,
    List<Timed> steps,
    Optional<Expected> expected) {
  /// The quiet period where a file says nothing, in milliseconds.
  public static final int DEFAULT_QUIET_MILLIS = 100;

  /// Takes copies.
  public Scenario {
    groups = List.copyOf(groups);
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
  }
}
