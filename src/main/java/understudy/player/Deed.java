package understudy.player;

import java.time.Duration;
import java.util.Optional;
import understudy.event.ExitReason;
import understudy.event.ExitReason.Atom;
import understudy.event.RestartType;

/// Something that a person does to a running scenario.
public sealed interface Deed {
  /// A message from the outside.
  ///
  /// @param to the receiver
  /// @param message what is sent
  record Send(Who to, ExitReason message) implements Deed {}

  /// A crash as if the code had raised.
  ///
  /// @param who a worker
  /// @param error what is raised
  record Raise(Who who, ExitReason error) implements Deed {}

  /// An exit signal from the outside.
  ///
  /// @param who the receiver
  /// @param reason the signal's reason
  record Signal(Who who, ExitReason reason) implements Deed {}

  /// A kill of one and all below it.
  ///
  /// @param who the one
  record KillTree(Who who) implements Deed {}

  /// An end in good order.
  ///
  /// @param who the process
  record Stop(Who who) implements Deed {}

  /// Messages pile up from now on, or no more.
  ///
  /// @param who the process
  /// @param on whether it is suspended
  record Suspend(Who who, boolean on) implements Deed {}

  /// A new child.
  ///
  /// @param supervisor under whom
  /// @param id its id
  /// @param behaviour one of [Repertoire#names]
  /// @param restart when it is started again
  record Spawn(Who supervisor, String id, String behaviour, RestartType restart) implements Deed {}

  /// A message that is taken before the others that wait.
  ///
  /// @param to the receiver
  /// @param message its number
  record Deliver(Who to, long message) implements Deed {}

  /// Kills at random.
  ///
  /// @param scope whom and all below; empty for everything but the root
  /// @param perSecond kills a second
  /// @param seed decides who and when
  record Chaos(Optional<Who> scope, double perSecond, long seed) implements Deed {}

  /// No more kills at random.
  record EndChaos() implements Deed {}

  /// Messages without end.
  ///
  /// @param to whoever is in this place
  /// @param perSecond messages a second
  /// @param message what is sent
  record Traffic(Who to, double perSecond, ExitReason message) implements Deed {}

  /// No more traffic.
  ///
  /// @param path of the target
  record EndTraffic(String path) implements Deed {}

  /// Slow work.
  ///
  /// @param who whoever is in this place
  /// @param each how long each message takes
  record Slow(Who who, Duration each) implements Deed {}

  /// Quick again.
  ///
  /// @param path the place
  record EndSlow(String path) implements Deed {}

  /// {@return what was done, in a few words, for example `lobby killed`}
  default String told() {
    return switch (this) {
      case Send(var to, _) -> "message to " + name(to);
      case Raise(var who, _) -> name(who) + " crashed";
      case Signal(var who, var reason) when reason.equals(Atom.KILL) -> name(who) + " killed";
      case Signal(var who, _) -> name(who) + " signalled";
      case KillTree(var who) -> name(who) + " and all below killed";
      case Stop(var who) -> name(who) + " stopped";
      case Suspend(var who, var on) -> name(who) + (on ? " suspended" : " resumed");
      case Spawn(_, var id, _, _) -> id + " spawned";
      case Deliver(var to, _) -> "chosen message to " + name(to);
      case Chaos _ -> "chaos";
      case EndChaos _ -> "chaos ended";
      case Traffic(var to, _, _) -> "traffic to " + name(to);
      case EndTraffic(var path) -> "traffic to " + last(path) + " ended";
      case Slow(var who, _) -> name(who) + " slowed";
      case EndSlow(var path) -> name(Who.at(path)) + " quick again";
    };
  }

  private static String name(Who who) {
    return switch (who) {
      case Who.Place(var path, _) -> last(path);
      case Who.Numbered(var pid) -> pid.toString();
    };
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
