package understudy.player;

import understudy.event.EventSink;
import understudy.scenario.Scenario;

/// Plays a scenario from its first step to its last.
public final class Player {
  private Player() {}

  /// Plays `scenario` on a fresh system. The same scenario and seed give the same trace.
  ///
  /// @param scenario what is played
  /// @param seed decides who runs next
  /// @param sink takes the runtime's events
  /// @return its trace
  public static Played play(Scenario scenario, long seed, EventSink sink) {
    return toItsEnd(new Play(scenario, seed, sink));
  }

  /// Plays `scenario` on a fresh live system, in real time.
  ///
  /// @param scenario what is played
  /// @param sink takes the runtime's events, on many threads
  /// @return its trace; where the scenario leaves an order open, it may be another each time
  public static Played playLive(Scenario scenario, EventSink sink) {
    return toItsEnd(Play.live(scenario, sink));
  }

  private static Played toItsEnd(Play fresh) {
    try (var play = fresh) {
      var steps = play.scenario().steps().stream().map(play::perform).toList();
      return new Played(play.scenario().id(), steps, play.alive());
    }
  }
}
