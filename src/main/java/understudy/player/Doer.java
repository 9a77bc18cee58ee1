package understudy.player;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.event.Pid;
import understudy.runtime.Steps;

/// Does what a person wants done to a play.
///
/// @param play what it is done to
/// @param refused takes one line if something cannot be done
record Doer(Play play, Consumer<String> refused) {
  /// Does it.
  ///
  /// @return what came of a message that was chosen; TAKEN for all else
  Steps.Delivered perform(Act act) {
    var vm = play.vm();
    var mischief = play.mischief();
    switch (act.deed()) {
      case Deed.Send(var to, var message) -> find(act, to).ifPresent(pid -> vm.send(pid, message));
      case Deed.Raise(var who, var error) ->
          find(act, who).ifPresent(pid -> play.crash(pid, error, refused));
      case Deed.Signal(var who, var reason) ->
          find(act, who).ifPresent(pid -> vm.exit(pid, reason));
      case Deed.KillTree(var who) -> find(act, who).ifPresent(mischief::killTree);
      case Deed.Stop(var who) -> find(act, who).ifPresent(pid -> play.stop(pid, refused));
      case Deed.Suspend(var who, var on) -> find(act, who).ifPresent(pid -> vm.suspend(pid, on));
      case Deed.Spawn(var under, var id, var behaviour, var restart) ->
          find(act, under).ifPresent(pid -> play.startChild(pid, id, behaviour, restart, refused));
      case Deed.Deliver(var to, var message) -> {
        return find(act, to)
            .map(pid -> vm.steps().deliver(pid, message))
            .orElse(Steps.Delivered.GONE);
      }
      case Deed.Chaos(var scope, var perSecond, var seed) -> {
        if (scope.isEmpty()) {
          mischief.chaos(Pid.NONE, perSecond, seed);
        } else {
          find(act, scope.get()).ifPresent(pid -> mischief.chaos(pid, perSecond, seed));
        }
      }
      case Deed.EndChaos _ -> mischief.endChaos();
      case Deed.Traffic(var to, var perSecond, var message) ->
          find(act, to).ifPresent(pid -> mischief.load(pid, perSecond, message));
      case Deed.EndTraffic(var path) -> mischief.endLoad(path);
      case Deed.Slow(var who, Duration each) ->
          find(act, who).ifPresent(pid -> mischief.slow(pid, each));
      case Deed.EndSlow(var path) -> mischief.endSlow(path);
    }
    return Steps.Delivered.TAKEN;
  }

  private Optional<Pid> find(Act act, Who who) {
    var found = who.find(play.roster());
    if (found.isEmpty()) {
      refused.accept("'%s' found nobody at %s".formatted(act, who));
    }
    return found;
  }
}
