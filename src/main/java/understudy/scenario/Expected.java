package understudy.scenario;

import java.util.List;

/// What the real BEAM did.
///
/// @param steps one for each step of the script
/// @param finalAlive the processes alive after the last step, as `path@incarnation`
public record Expected(List<ExpectedStep> steps, List<String> finalAlive) {
  /// Takes copies.
  public Expected {
    steps = List.copyOf(steps);
    finalAlive = List.copyOf(finalAlive);
  }
}
