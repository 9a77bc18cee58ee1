package understudy.player;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import understudy.otp.GenServer;
import understudy.scenario.Init;
import understudy.scenario.Restart;
import understudy.scenario.Shutdown;
import understudy.scenario.Terminate;
import understudy.scenario.Value;
import understudy.scenario.WorkerNode;

/// The behaviours that a lesson may name, and a person may spawn.
public final class Repertoire {
  private static final List<String> NAMES =
      List.of(
          "counter", "directory", "door", "echo", "room", WorkerNode.SCRIPTED, "ticker", "user");

  private static final long DEFAULT_TICK_MILLIS = 1000;
  private static final long DEFAULT_JOIN_MILLIS = 700;
  private static final long DEFAULT_PLACES = 9;

  private Repertoire() {}

  /// {@return the names that a lesson may give as `behaviour`, sorted}
  public static Set<String> names() {
    return new TreeSet<>(NAMES);
  }

  static Supplier<GenServer<?>> server(WorkerNode node) {
    return switch (node.behaviour()) {
      case "counter" -> Counter::new;
      case "directory" -> ChatDirectory::new;
      case "door" ->
          () ->
              new ChatDoor(
                  (int) number(node, "users", DEFAULT_PLACES),
                  Duration.ofMillis(number(node, "join_every_ms", DEFAULT_JOIN_MILLIS)));
      case "echo" -> Echo::new;
      case "room" -> () -> new ChatRoom(node.id(), Duration.ofMillis(number(node, "think_ms", 0)));
      case "ticker" ->
          () -> new Ticker(Duration.ofMillis(number(node, "every_ms", DEFAULT_TICK_MILLIS)));
      case "user" -> () -> new ChatUser(node.id());
      default ->
          throw new IllegalArgumentException(
              "unknown behaviour '%s'; expected one of %s".formatted(node.behaviour(), NAMES));
    };
  }

  private static long number(WorkerNode node, String name, long otherwise) {
    return node.args().get(name) instanceof Value.Num(var value) && value > 0 ? value : otherwise;
  }

  /// {@return a worker as a person spawns it by hand: this behaviour, and all else by default}
  ///
  /// @param id its id
  /// @param behaviour one of [#names]
  /// @param restart when it is started again
  static WorkerNode worker(String id, String behaviour, Restart restart) {
    return new WorkerNode(
        id,
        restart,
        false,
        Shutdown.WORKER_DEFAULT,
        Optional.empty(),
        false,
        List.of(new Init.Ok()),
        Terminate.PLAIN,
        Optional.empty(),
        behaviour,
        new LinkedHashMap<>());
  }
}
