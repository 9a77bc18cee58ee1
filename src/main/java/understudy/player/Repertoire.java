package understudy.player;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import understudy.otp.GenServer;
import understudy.scenario.WorkerNode;

/// The behaviours that a lesson may name.
public final class Repertoire {
  private Repertoire() {}

  /// {@return the names that a lesson may give as `behaviour`, sorted}
  public static Set<String> names() {
    return new TreeSet<>(Set.of(WorkerNode.SCRIPTED));
  }

  static Supplier<GenServer<?>> server(WorkerNode node) {
    return switch (node.behaviour()) {
      case "echo" -> Echo::new;
      default -> throw new IllegalArgumentException("unknown behaviour '" + node.behaviour() + "'");
    };
  }
}
