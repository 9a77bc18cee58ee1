package understudy.graph;

import java.util.List;
import java.util.random.RandomGenerator;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent;

/// Any event about any of a few processes, as no runtime would tell it.
final class AnyEvent {
  private static final ExitReason WHY = ExitReason.atom("why");
  private static final List<Decision> DECISIONS = List.of(Decision.values());
  private static final List<RestartType> TYPES = List.of(RestartType.values());

  private AnyEvent() {}

  static RuntimeEvent of(RandomGenerator random, int pids) {
    Pid a = new Pid(random.nextInt(pids));
    Pid b = new Pid(random.nextInt(pids));
    String id = "c" + random.nextInt(5);
    boolean on = random.nextBoolean();
    ChildKind kind = on ? ChildKind.WORKER : ChildKind.SUPERVISOR;
    int small = random.nextInt(-2, 9);
    return switch (random.nextInt(27)) {
      case 0 -> new RuntimeEvent.Spawned(a, b, "B");
      case 1 -> new RuntimeEvent.Initialized(a);
      case 2 -> new RuntimeEvent.Terminating(a, WHY);
      case 3 -> new RuntimeEvent.Exited(a, WHY);
      case 4 -> new RuntimeEvent.Haunting(a);
      case 5 -> new RuntimeEvent.Rested(a);
      case 6 -> new RuntimeEvent.Registered(a, id);
      case 7 -> new RuntimeEvent.Unregistered(a, id);
      case 8 -> new RuntimeEvent.Linked(a, b);
      case 9 -> new RuntimeEvent.Unlinked(a, b);
      case 10 -> new RuntimeEvent.Monitored(a, b, small);
      case 11 -> new RuntimeEvent.Demonitored(a, b, small);
      case 12 -> new RuntimeEvent.TrapExit(a, on);
      case 13 -> new RuntimeEvent.Suspended(a, on);
      case 14 -> new RuntimeEvent.Sent(a, b, small, "m");
      case 15 -> new RuntimeEvent.Received(a, small, "m");
      case 16 -> new RuntimeEvent.ExitSignalled(a, b, WHY);
      case 17 -> new RuntimeEvent.Supervising(a, "one_for_one", small, small);
      case 18 -> new RuntimeEvent.ChildStarted(a, id, b);
      case 19 -> new RuntimeEvent.ChildStartFailed(a, id, WHY);
      case 20 -> new RuntimeEvent.ChildIgnored(a, id);
      case 21 -> {
        Decision decision = DECISIONS.get(random.nextInt(DECISIONS.size()));
        yield new RuntimeEvent.ChildExited(a, id, b, WHY, decision, small * 1_000_000);
      }
      case 22 -> new RuntimeEvent.ChildStopped(a, id, b, WHY);
      case 23 -> new RuntimeEvent.ChildRemoved(a, id);
      case 24 -> new RuntimeEvent.RestartDelayed(a, id, on ? Long.MAX_VALUE : small);
      case 25 -> new RuntimeEvent.GaveUp(a, id, small, small, small);
      default -> {
        RestartType type = TYPES.get(random.nextInt(TYPES.size()));
        yield new RuntimeEvent.ChildStarting(a, id, b, kind, type, small);
      }
    };
  }
}
