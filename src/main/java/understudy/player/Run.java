package understudy.player;

import java.util.ArrayList;
import java.util.List;
import understudy.scenario.Scenario;

/// A stepped run as a value: whoever plays it gets the same stream, event for event.
///
/// @param scenario what is played
/// @param seed decides who runs next
/// @param acts what hands did, oldest first
public record Run(Scenario scenario, long seed, List<Act> acts) {
  /// Takes a copy.
  public Run {
    acts = List.copyOf(acts);
  }

  /// {@return the run that nobody touches}
  ///
  /// @param scenario what is played
  /// @param seed decides who runs next
  public static Run untouched(Scenario scenario, long seed) {
    return new Run(scenario, seed, List.of());
  }

  /// {@return this with one more deed}
  ///
  /// @param act not earlier than the others
  public Run and(Act act) {
    List<Act> more = new ArrayList<>(acts);
    more.add(act);
    return new Run(scenario, seed, more);
  }

  /// {@return the same hands at the same times in another scenario, whose beats are others}
  ///
  /// @param other what is played instead
  public Run in(Scenario other) {
    return new Run(other, seed, acts.stream().map(Act::byTime).toList());
  }
}
