package understudy.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Text;
import understudy.event.Pid;
import understudy.player.Deed;
import understudy.player.Who;
import understudy.viewmodel.CrashWay;
import understudy.viewmodel.Effect;

/// What a gesture in the window means to a run.
final class Deeds {
  private Deeds() {}

  /// {@return the deed; empty for a gesture that changes nothing in the run}
  ///
  /// @param effect the gesture
  /// @param who how a process is found again
  static Optional<Deed> of(Effect effect, Function<Pid, Who> who) {
    return switch (effect) {
      case Effect.Spawn(var under, var behaviour, var restart, var id) ->
          Optional.of(new Deed.Spawn(who.apply(under), id, behaviour, restart));
      case Effect.Send(var to, var message) -> Optional.of(new Deed.Send(who.apply(to), message));
      case Effect.Crash(var pid, CrashWay.Raise(var message)) ->
          Optional.of(new Deed.Raise(who.apply(pid), new Text(message)));
      case Effect.Crash(var pid, CrashWay.Exit(var reason)) ->
          Optional.of(new Deed.Signal(who.apply(pid), reason));
      case Effect.Crash(var pid, CrashWay.Kill _) ->
          Optional.of(new Deed.Signal(who.apply(pid), Atom.KILL));
      case Effect.Stop(var pid) -> Optional.of(new Deed.Stop(who.apply(pid)));
      case Effect.Suspend(var pid) -> Optional.of(new Deed.Suspend(who.apply(pid), true));
      case Effect.Resume(var pid) -> Optional.of(new Deed.Suspend(who.apply(pid), false));
      case Effect.CrashTree(var pid) -> Optional.of(new Deed.KillTree(who.apply(pid)));
      case Effect.Deliver(var to, var message) ->
          Optional.of(new Deed.Deliver(who.apply(to), message));
      case Effect.Chaos(var scope, var perSecond, var seed) ->
          Optional.of(
              new Deed.Chaos(
                  scope.isNone() ? Optional.empty() : Optional.of(who.apply(scope)),
                  perSecond,
                  seed));
      case Effect.EndChaos _ -> Optional.of(new Deed.EndChaos());
      case Effect.Load(var to, var perSecond, var message) ->
          Optional.of(new Deed.Traffic(who.apply(to), perSecond, message));
      case Effect.EndLoad(var place) -> Optional.of(new Deed.EndTraffic(place));
      case Effect.Slow(var pid, var millis) ->
          Optional.of(new Deed.Slow(who.apply(pid), Duration.ofMillis(millis)));
      case Effect.EndSlow(var place) -> Optional.of(new Deed.EndSlow(place));
      case Effect.Pause _,
          Effect.Play _,
          Effect.StepOnce _,
          Effect.Speed _,
          Effect.Seek _,
          Effect.Travel _,
          Effect.ToNow _,
          Effect.StartRecording _,
          Effect.StopRecording _,
          Effect.SaveRecording _,
          Effect.Export _,
          Effect.Open _,
          Effect.OpenLesson _,
          Effect.Show _,
          Effect.Fork _,
          Effect.CopyCommand _,
          Effect.DismissNotice _ ->
          Optional.empty();
    };
  }
}
