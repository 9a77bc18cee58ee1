package understudy.app;

import java.util.List;
import java.util.Optional;
import understudy.event.Stamped;
import understudy.export.Run;
import understudy.player.Moment;

/// A run that is played, out of sight, to be exported: a stepped run is a value, so it needs no
/// recording.
final class PlayedRun {
  private PlayedRun() {}

  /// {@return the events of `run`, messages included}
  ///
  /// @param run what is played
  /// @param end up to this moment; without it, to its own end
  static Run of(understudy.player.Run run, Optional<Moment> end) {
    var scenario = run.scenario();
    try (var reel = new Reel(scenario.id(), run)) {
      end.ifPresentOrElse(moment -> reach(reel, moment), reel::ownEnd);
      List<Stamped> events = List.copyOf(reel.events());
      return new Run(
          scenario.id(),
          scenario.title(),
          scenario.id(),
          run.seed(),
          true,
          reel.complaints().stream().findFirst(),
          taker -> {
            for (Stamped event : events) {
              taker.take(event);
            }
            return 0;
          });
    }
  }

  private static void reach(Reel reel, Moment end) {
    reel.reach(end.nanos() - 1);
    if (!reel.isFull()) {
      reel.performance().reach(end);
    }
  }
}
