package understudy.player;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import understudy.scenario.Init;
import understudy.scenario.WorkerNode;

/// What each start attempt of a scripted worker does: entry k for attempt k, the last for all later
/// ones.
final class InitPlans {
  private record Plan(List<Init> entries, int attemptsBefore) {}

  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  /// Replaces the plan of `path`, counted from its next attempt.
  void replace(String path, List<Init> entries, int attemptsSoFar) {
    plans.put(path, new Plan(entries, attemptsSoFar));
  }

  /// {@return what attempt `attempt` of `path` does}
  Init entry(String path, WorkerNode node, int attempt) {
    Plan plan = plans.getOrDefault(path, new Plan(node.init(), 0));
    int index = Math.min(attempt - plan.attemptsBefore, plan.entries.size());
    return plan.entries.get(Math.max(1, index) - 1);
  }
}
