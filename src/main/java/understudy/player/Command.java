package understudy.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.ExitReason.Int;
import understudy.event.ExitReason.Tuple;
import understudy.event.Pid;

/// What a scripted worker can be told to do. It does nothing else.
sealed interface Command {
  record Work() implements Command {}

  record ExitSelf(ExitReason reason) implements Command {}

  record StopSelf(ExitReason reason) implements Command {}

  record Raise(ExitReason reason) implements Command {}

  record BadReturn() implements Command {}

  record Sleep(Duration time) implements Command {}

  record SignalTo(Pid to, ExitReason reason) implements Command {}

  record GetCount() implements Command {}

  record CallExit(ExitReason reason) implements Command {}

  record CallStopReply(ExitReason reason) implements Command {}

  record LinkTo(Pid to) implements Command {}

  record UnlinkFrom(Pid from) implements Command {}

  /// `as` is how the target was written.
  record Watch(Pid target, String as) implements Command {}

  record Unwatch(String as) implements Command {}

  /// What a person may write to a scripted worker.
  List<String> WRITTEN =
      List.of(
          "work",
          "{exit_self, boom}",
          "{stop_self, shutdown}",
          "{raise, boom}",
          "bad_return",
          "{sleep, 1000}");

  /// {@return the command that a person wrote as a term, if it is one}
  static Optional<Command> written(ExitReason term) {
    return switch (term) {
      case Atom(var name) when name.equals("work") -> Optional.of(new Work());
      case Atom(var name) when name.equals("bad_return") -> Optional.of(new BadReturn());
      case Tuple(var parts) when parts.size() == 2 && parts.getFirst() instanceof Atom(var verb) ->
          written(verb, parts.getLast());
      default -> Optional.empty();
    };
  }

  private static Optional<Command> written(String verb, ExitReason argument) {
    return switch (verb) {
      case "exit_self" -> Optional.of(new ExitSelf(argument));
      case "stop_self" -> Optional.of(new StopSelf(argument));
      case "raise" -> Optional.of(new Raise(argument));
      case "sleep" ->
          argument instanceof Int(var millis) && millis >= 0
              ? Optional.of(new Sleep(Duration.ofMillis(millis)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
