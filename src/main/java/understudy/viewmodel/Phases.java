package understudy.viewmodel;

import understudy.graph.Vertex;
import understudy.graph.VertexState;
import understudy.probe.ProcessTable;
import understudy.probe.Status;

/// What is seen of a process: what events say of it, and where that is only that it is there, what
/// it is doing now.
final class Phases {
  private Phases() {}

  /// {@return what events say}
  static Phase of(VertexState state) {
    return switch (state) {
      case STARTING -> Phase.STARTING;
      case RUNNING -> Phase.RUNNING;
      case SUSPENDED -> Phase.SUSPENDED;
      case STOPPING -> Phase.STOPPING;
      case RESTARTING -> Phase.RESTARTING;
      case BACKING_OFF -> Phase.BACKING_OFF;
      case DOWN -> Phase.DOWN;
      case GAVE_UP -> Phase.GAVE_UP;
    };
  }

  /// {@return what events say, and of who is well what it is doing}
  static Phase now(Vertex vertex, ProcessTable table) {
    return isWell(vertex) ? doing(table.status(vertex.pid())) : of(vertex.state());
  }

  /// {@return the same, where it is known already what it is doing}
  static Phase now(Vertex vertex, Status status) {
    return isWell(vertex) ? doing(status) : of(vertex.state());
  }

  private static boolean isWell(Vertex vertex) {
    return vertex.state() == VertexState.RUNNING;
  }

  private static Phase doing(Status status) {
    return switch (status) {
      case WAITING -> Phase.WAITING;
      case BLOCKED -> Phase.BLOCKED;
      case TERMINATING -> Phase.STOPPING;
      // The event that says more is still on its way.
      case STARTING, RUNNING, SUSPENDED, DOWN -> Phase.RUNNING;
    };
  }

  static boolean isBusy(Vertex vertex, ProcessTable table) {
    if (!isWell(vertex)) {
      return false;
    }
    var status = table.status(vertex.pid());
    return status == Status.RUNNING || status == Status.BLOCKED;
  }
}
