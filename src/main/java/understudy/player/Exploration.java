package understudy.player;

import java.util.ArrayList;
import java.util.List;
import understudy.event.EventSink;
import understudy.scenario.Scenario;

/// Plays one scenario under many seeds and looks for an order of events in which something does not
/// hold: the scenario's expectations, or what must hold in every run ([Invariants]).
public final class Exploration {
  private Exploration() {}

  /// Plays `scenario` once.
  ///
  /// @param scenario what is played
  /// @param seed decides who runs next
  /// @return what does not hold, a line each
  public static List<String> broken(Scenario scenario, long seed) {
    var invariants = new Invariants(EventSink.NONE);
    var lines = new ArrayList<String>();
    try (var play = new Play(scenario, seed, invariants)) {
      var steps = new ArrayList<PlayedStep>();
      for (var step : scenario.steps()) {
        steps.add(play.perform(step));
      }
      var played = new Played(scenario.id(), steps, play.alive());
      play.settle();
      invariants.whenQuiet(play.vm().table());
      scenario
          .expected()
          .ifPresent(expected -> lines.addAll(Comparison.differences(expected, played)));
    }
    lines.addAll(invariants.broken());
    return lines;
  }
}
