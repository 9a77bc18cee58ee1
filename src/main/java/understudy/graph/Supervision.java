package understudy.graph;

import org.jspecify.annotations.Nullable;
import understudy.event.ChildKind;
import understudy.event.Decision;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.RuntimeEvent.ChildExited;
import understudy.event.RuntimeEvent.ChildIgnored;
import understudy.event.RuntimeEvent.ChildRemoved;
import understudy.event.RuntimeEvent.ChildStartFailed;
import understudy.event.RuntimeEvent.ChildStarted;
import understudy.event.RuntimeEvent.ChildStarting;
import understudy.event.RuntimeEvent.ChildStopped;
import understudy.event.RuntimeEvent.ChildStopping;
import understudy.event.RuntimeEvent.GaveUp;
import understudy.event.RuntimeEvent.RestartDelayed;
import understudy.event.RuntimeEvent.Supervising;

/// Folds what supervisors say.
final class Supervision {
  private static final long MOST_SECONDS_AHEAD = 1_000_000_000;

  private final Forest forest;
  private final Population population;
  private long restarts;

  Supervision(Forest forest, Population population) {
    this.forest = forest;
    this.population = population;
  }

  long restarts() {
    return restarts;
  }

  void restore(Snapshot from) {
    restarts = from.totals().restarts();
  }

  void supervising(Supervising said, long nanos) {
    Vertex supervisor = population.living(said.subject(), nanos);
    if (supervisor != null) {
      forest.becomesSupervisor(supervisor);
      supervisor.strategy = said.strategy();
      supervisor.maxRestarts = said.maxRestarts();
      supervisor.periodSeconds = said.periodSeconds();
    }
  }

  void starting(ChildStarting said, long nanos) {
    Vertex slot = seat(said.subject(), said.id(), said.child(), nanos);
    if (slot == null) {
      return;
    }
    if (said.kind() == ChildKind.SUPERVISOR) {
      forest.becomesSupervisor(slot);
    }
    slot.restart = said.restart();
    slot.incarnation = Math.max(1, said.incarnation());
  }

  void started(ChildStarted said, long nanos) {
    Vertex slot = seat(said.subject(), said.id(), said.child(), nanos);
    if (slot == null) {
      return;
    }
    slot.everStarted = true;
    if (slot.startedAgain) {
      slot.startedAgain = false;
      slot.restarts++;
      slot.touch();
      restarts++;
    }
    if (slot.alive && slot.state == VertexState.STARTING) {
      slot.become(VertexState.RUNNING, nanos);
    }
  }

  void startFailed(ChildStartFailed said, long nanos) {
    Vertex supervisor = supervisor(said.subject(), nanos);
    Vertex slot = child(supervisor, said.id());
    if (supervisor == null || slot == null) {
      return;
    }
    slot.lastExit = said.reason();
    if (!slot.everStarted && supervisor.state == VertexState.RUNNING) {
      forest.remove(slot);
      return;
    }
    if (slot.startedAgain) {
      supervisor.window.add(RestartWindow.second(nanos));
    }
    slot.become(VertexState.DOWN, nanos);
  }

  void ignored(ChildIgnored said, long nanos) {
    Vertex slot = child(supervisor(said.subject(), nanos), said.id());
    if (slot == null) {
      return;
    }
    if (slot.restart == RestartType.TEMPORARY) {
      forest.remove(slot);
    } else {
      slot.become(VertexState.DOWN, nanos);
    }
  }

  void exited(ChildExited said, long nanos) {
    Vertex supervisor = supervisor(said.subject(), nanos);
    if (supervisor == null) {
      return;
    }
    if (said.decision() == Decision.RESTART || said.decision() == Decision.GIVE_UP) {
      long second = RestartWindow.second(nanos);
      supervisor.window.add(second);
      supervisor.window.agree(said.restartsInWindow(), second, supervisor.periodSeconds);
    }
    Vertex slot = child(supervisor, said.id());
    if (slot == null || !slot.pid.equals(said.child())) {
      return;
    }
    slot.everStarted = true;
    slot.lastExit = said.reason();
    slot.lastDecision = said.decision();
    switch (said.decision()) {
      case RESTART -> slot.become(VertexState.RESTARTING, nanos);
      case LEAVE, REMOVE, GIVE_UP, AUTO_SHUTDOWN -> goesDown(slot, nanos);
    }
  }

  void stopping(ChildStopping said, long nanos) {
    Vertex slot = child(supervisor(said.subject(), nanos), said.id());
    if (slot != null && slot.pid.equals(said.child()) && slot.alive) {
      slot.become(VertexState.STOPPING, nanos);
    }
  }

  void stopped(ChildStopped said, long nanos) {
    Vertex slot = child(supervisor(said.subject(), nanos), said.id());
    if (slot != null && slot.pid.equals(said.child())) {
      slot.lastExit = said.reason();
      goesDown(slot, nanos);
    }
  }

  void removed(ChildRemoved said, long nanos) {
    Vertex slot = child(supervisor(said.subject(), nanos), said.id());
    if (slot != null) {
      forest.remove(slot);
    }
  }

  void delayed(RestartDelayed said, long nanos) {
    Vertex slot = child(supervisor(said.subject(), nanos), said.id());
    if (slot != null && !slot.alive) {
      slot.become(VertexState.BACKING_OFF, nanos);
      long millis = Math.clamp(said.delayMillis(), 0, MOST_SECONDS_AHEAD * 1_000);
      slot.restartDueNanos = nanos + millis * 1_000_000;
    }
  }

  void gaveUp(GaveUp said, long nanos) {
    Vertex supervisor = supervisor(said.subject(), nanos);
    if (supervisor != null) {
      supervisor.become(VertexState.GAVE_UP, nanos);
    }
  }

  private @Nullable Vertex supervisor(Pid pid, long nanos) {
    Vertex vertex = population.current(pid, nanos);
    if (vertex != null) {
      forest.becomesSupervisor(vertex);
      forest.settle(vertex);
    }
    return vertex;
  }

  private static @Nullable Vertex child(@Nullable Vertex supervisor, String id) {
    return supervisor == null ? null : supervisor.childById.get(id);
  }

  /// The slot called `id` with the process `child` in it.
  private @Nullable Vertex seat(Pid subject, String id, Pid child, long nanos) {
    Vertex supervisor = supervisor(subject, nanos);
    if (supervisor == null || child.isNone()) {
      return null;
    }
    Vertex newcomer = forest.current(child);
    if (newcomer == null) {
      if (!population.mayLive(child)) {
        return null;
      }
      newcomer = forest.create(child, nanos);
    }
    Vertex before = supervisor.childById.get(id);
    Vertex slot = forest.adopt(supervisor, id, newcomer, nanos);
    if (slot != null && before != null && before != newcomer) {
      slot.startedAgain = true;
    }
    return slot;
  }

  private static void goesDown(Vertex slot, long nanos) {
    if (slot.state != VertexState.GAVE_UP) {
      slot.become(VertexState.DOWN, nanos);
    }
  }
}
