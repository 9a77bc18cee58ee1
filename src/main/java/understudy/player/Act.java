package understudy.player;

import java.util.Locale;
import java.util.stream.Collectors;
import understudy.event.ExitReason.Atom;
import understudy.event.Term;

/// A deed at its moment.
///
/// @param at when
/// @param deed what
public record Act(Moment at, Deed deed) {
  /// {@return this by its time alone, for a run that has other beats}
  public Act byTime() {
    return new Act(at.byTime(), deed);
  }

  /// {@return this as one line, which [ActReader] reads as the same}
  @Override
  public String toString() {
    return at + " " + words(deed);
  }

  private static String words(Deed deed) {
    return switch (deed) {
      case Deed.Send(var to, var message) -> "send " + who(to) + " " + Term.written(message);
      case Deed.Raise(var who, var error) -> "raise " + who(who) + " " + Term.written(error);
      case Deed.Signal(var who, var reason) when reason.equals(Atom.KILL) -> "kill " + who(who);
      case Deed.Signal(var who, var reason) -> "exit " + who(who) + " " + Term.written(reason);
      case Deed.KillTree(var who) -> "kill-tree " + who(who);
      case Deed.Stop(var who) -> "stop " + who(who);
      case Deed.Suspend(var who, var on) -> (on ? "suspend " : "resume ") + who(who);
      case Deed.Spawn(var under, var id, var behaviour, var restart) ->
          "spawn %s %s %s %s"
              .formatted(
                  who(under), word(id), word(behaviour), restart.name().toLowerCase(Locale.ROOT));
      case Deed.Deliver(var to, var message) -> "deliver " + who(to) + " " + message;
      case Deed.Chaos(var scope, var perSecond, var seed) ->
          "chaos %s %s/s seed %d"
              .formatted(scope.map(Act::who).orElse(ActReader.EVERYTHING), perSecond, seed);
      case Deed.EndChaos _ -> "end-chaos";
      case Deed.Traffic(var to, var perSecond, var message) ->
          "traffic %s %s/s %s".formatted(who(to), perSecond, Term.written(message));
      case Deed.EndTraffic(var path) -> "end-traffic " + word(path);
      case Deed.Slow(var who, var each) -> "slow %s %dms".formatted(who(who), each.toMillis());
      case Deed.EndSlow(var path) -> "end-slow " + word(path);
    };
  }

  private static String who(Who who) {
    return word(who.toString());
  }

  /// Quoted where a blank or a quote would end it, or where it would be taken for a pid or for
  /// everything.
  private static String word(String word) {
    boolean plain =
        !word.isEmpty()
            && !word.equals(ActReader.EVERYTHING)
            && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\\');
    return plain
        ? word
        : word.chars()
            .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c))
            .collect(Collectors.joining("", "\"", "\""));
  }
}
