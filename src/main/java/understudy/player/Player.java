package understudy.player;

import understudy.event.EventSink;
import understudy.scenario.Scenario;

/// Plays a scenario stepped, from its first step to its last.
public final class Player {
  private Player() {}

  /// Plays `scenario` on a fresh system. The same scenario and seed give the same trace.
  ///
  /// @param scenario what is played
  /// @param seed decides who runs next
  /// @param sink takes the runtime's events
  /// @return its trace
  public static Played play(Scenario scenario, long seed, EventSink sink) {
    try (var play = new Play(scenario, seed, sink)) {
      var steps = scenario.steps().stream().map(play::perform).toList();
      return new Played(scenario.id(), steps, play.alive());
    }
  }
}
