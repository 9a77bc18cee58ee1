package understudy.graph;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import understudy.event.Pid;
import understudy.event.RuntimeEvent.Exited;
import understudy.event.RuntimeEvent.Received;
import understudy.event.RuntimeEvent.Registered;
import understudy.event.RuntimeEvent.Sent;
import understudy.event.RuntimeEvent.Spawned;
import understudy.event.RuntimeEvent.Suspended;
import understudy.event.RuntimeEvent.Terminating;
import understudy.event.RuntimeEvent.Unregistered;

/// Folds what processes do; knows who may live though the stream never told of their spawn.
final class Population {
  private final Forest forest;
  private final Ties ties;
  private final Set<Pid> deadElders = new HashSet<>();
  private long firstSpawned = Long.MAX_VALUE;
  private long lastSpawned;
  private long spawned;
  private long exits;

  Population(Forest forest, Ties ties) {
    this.forest = forest;
    this.ties = ties;
  }

  long spawned() {
    return spawned;
  }

  long exits() {
    return exits;
  }

  long firstSpawned() {
    return firstSpawned;
  }

  long lastSpawned() {
    return lastSpawned;
  }

  Set<Pid> deadElders() {
    return deadElders;
  }

  void restore(Snapshot from) {
    firstSpawned = from.firstSpawned();
    lastSpawned = from.lastSpawned();
    spawned = from.totals().spawned();
    exits = from.totals().exits();
    deadElders.addAll(from.deadElders());
  }

  /// Whether a process may live: it does, or its number is older or younger than all whose spawn
  /// the stream told of.
  boolean mayLive(Pid pid) {
    Vertex vertex = forest.at(pid);
    if (vertex != null) {
      return vertex.alive && vertex.pid.equals(pid);
    }
    return !pid.isNone()
        && (pid.number() < firstSpawned || pid.number() > lastSpawned)
        && !deadElders.contains(pid);
  }

  /// The vertex whose newest process `pid` is, alive or dead; made if the stream began after its
  /// spawn.
  @Nullable Vertex current(Pid pid, long nanos) {
    Vertex vertex = forest.current(pid);
    if (vertex == null && mayLive(pid)) {
      vertex = forest.create(pid, nanos);
      vertex.state = VertexState.RUNNING;
    }
    return vertex;
  }

  /// As [#current], for a process that shows by what it does that it lives.
  @Nullable Vertex living(Pid pid, long nanos) {
    Vertex vertex = current(pid, nanos);
    if (vertex == null || !vertex.alive) {
      return null;
    }
    if (!hasSupervisorToCome(vertex)) {
      forest.settle(vertex);
    }
    return vertex;
  }

  void spawned(Spawned said, long nanos) {
    Pid pid = said.subject();
    if (pid.isNone()) {
      return;
    }
    spawned++;
    firstSpawned = Math.min(firstSpawned, pid.number());
    lastSpawned = Math.max(lastSpawned, pid.number());
    Vertex vertex = forest.at(pid);
    if (vertex == null) {
      vertex = forest.create(pid, nanos);
      Vertex parent = forest.current(said.parent());
      vertex.awaitsSupervisor = parent != null && parent.alive && parent.supervises();
    }
    if (vertex.pid.equals(pid)) {
      vertex.behaviour = said.behaviour();
      if (vertex.place != Place.CHILD && !said.behaviour().isBlank()) {
        vertex.id = said.behaviour();
      }
      if (!hasSupervisorToCome(vertex)) {
        forest.settle(vertex);
      }
    }
  }

  void initialized(Pid pid, long nanos) {
    Vertex vertex = current(pid, nanos);
    if (vertex == null || !vertex.alive) {
      return;
    }
    vertex.awaitsSupervisor = false;
    forest.settle(vertex);
    if (vertex.state == VertexState.STARTING) {
      vertex.become(VertexState.RUNNING, nanos);
    }
    forest.removeGhosts(vertex);
  }

  void terminating(Terminating said, long nanos) {
    Vertex vertex = living(said.subject(), nanos);
    if (vertex != null && vertex.state != VertexState.GAVE_UP) {
      vertex.become(VertexState.STOPPING, nanos);
    }
  }

  void exited(Exited said, long nanos) {
    Pid pid = said.subject();
    ties.cut(pid);
    Vertex vertex = forest.current(pid);
    if (vertex == null && pid.number() < firstSpawned) {
      deadElders.add(pid);
    }
    if (vertex != null && vertex.alive) {
      vertex.lastExit = said.reason();
      vertex.depth = 0;
      vertex.touch();
      vertex.name = null;
      vertex.trapExit = false;
      switch (vertex.state) {
        case STARTING, RUNNING, SUSPENDED, STOPPING, DOWN -> vertex.become(VertexState.DOWN, nanos);
        case RESTARTING, BACKING_OFF, GAVE_UP -> {}
      }
      if (pid.number() < firstSpawned) {
        deadElders.add(pid);
      }
    }
    if (forest.bury(pid)) {
      exits++;
    }
  }

  void registered(Registered said, long nanos) {
    Vertex vertex = living(said.subject(), nanos);
    if (vertex != null) {
      vertex.name = said.name();
      if (vertex.place != Place.CHILD) {
        vertex.id = said.name();
      }
    }
  }

  void unregistered(Unregistered said) {
    Vertex vertex = forest.current(said.subject());
    if (vertex != null && said.name().equals(vertex.name)) {
      vertex.name = null;
    }
  }

  void suspended(Suspended said, long nanos) {
    Vertex vertex = living(said.subject(), nanos);
    if (vertex == null) {
      return;
    }
    if (said.on() && vertex.state == VertexState.RUNNING) {
      vertex.become(VertexState.SUSPENDED, nanos);
    } else if (!said.on() && vertex.state == VertexState.SUSPENDED) {
      vertex.become(VertexState.RUNNING, nanos);
    }
  }

  void sent(Sent said) {
    Vertex receiver = forest.current(said.to());
    if (receiver != null && receiver.alive && receiver.depth < Integer.MAX_VALUE) {
      receiver.depth++;
      receiver.touch();
    }
  }

  void received(Received said, long nanos) {
    Vertex receiver = living(said.subject(), nanos);
    if (receiver != null && receiver.depth > 0) {
      receiver.depth--;
      receiver.touch();
    }
  }

  private static boolean hasSupervisorToCome(Vertex vertex) {
    return vertex.awaitsSupervisor && vertex.place == Place.NOWHERE;
  }
}
