package understudy.viewmodel;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.graph.Vertex;

/// Whether an event is about a place in the tree: about a process that is or was in it, or about
/// the child of that id.
///
/// @param pids who is and was there
/// @param supervisor who supervises it
/// @param id as whose child
record Concern(Set<Pid> pids, Pid supervisor, String id) implements Predicate<RuntimeEvent> {
  Concern {
    pids = Set.copyOf(pids);
  }

  static Concern with(Vertex vertex) {
    Set<Pid> pids = new HashSet<>();
    pids.add(vertex.pid());
    vertex.previousPid().ifPresent(pids::add);
    return new Concern(pids, vertex.parent().map(Vertex::pid).orElse(Pid.NONE), vertex.id());
  }

  @Override
  public boolean test(RuntimeEvent event) {
    return pids.contains(event.subject())
        || switch (event) {
          case RuntimeEvent.Sent e -> pids.contains(e.to());
          case RuntimeEvent.Linked e -> pids.contains(e.other());
          case RuntimeEvent.Unlinked e -> pids.contains(e.other());
          case RuntimeEvent.Monitored e -> pids.contains(e.target());
          case RuntimeEvent.Demonitored e -> pids.contains(e.target());
          case RuntimeEvent.ExitSignalled e -> pids.contains(e.to());
          case RuntimeEvent.ChildStarting e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildStarted e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildStartFailed e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildIgnored e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildExited e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildStopping e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildStopped e -> isChild(e.subject(), e.id());
          case RuntimeEvent.ChildRemoved e -> isChild(e.subject(), e.id());
          case RuntimeEvent.RestartDelayed e -> isChild(e.subject(), e.id());
          case RuntimeEvent.GaveUp e -> isChild(e.subject(), e.id());
          case RuntimeEvent.Spawned _,
              RuntimeEvent.Initialized _,
              RuntimeEvent.Terminating _,
              RuntimeEvent.Exited _,
              RuntimeEvent.Haunting _,
              RuntimeEvent.Rested _,
              RuntimeEvent.Registered _,
              RuntimeEvent.Unregistered _,
              RuntimeEvent.TrapExit _,
              RuntimeEvent.Suspended _,
              RuntimeEvent.Received _,
              RuntimeEvent.Supervising _,
              RuntimeEvent.Gap _ ->
              false;
        };
  }

  private boolean isChild(Pid by, String ofId) {
    return by.equals(supervisor) && ofId.equals(id);
  }
}
