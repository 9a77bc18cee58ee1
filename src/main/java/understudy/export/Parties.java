package understudy.export;

import java.util.List;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// Whom an event concerns.
final class Parties {
  private Parties() {}

  /// {@return its subject, then whoever else it names}
  static List<Pid> of(RuntimeEvent event) {
    Pid other = other(event);
    return other.isNone() ? List.of(event.subject()) : List.of(event.subject(), other);
  }

  /// {@return whom the subject deals with; [Pid#NONE] if nobody, or the outside}
  static Pid other(RuntimeEvent event) {
    return switch (event) {
      case RuntimeEvent.Spawned said -> said.parent();
      case RuntimeEvent.Linked said -> said.other();
      case RuntimeEvent.Unlinked said -> said.other();
      case RuntimeEvent.Monitored said -> said.target();
      case RuntimeEvent.Demonitored said -> said.target();
      case RuntimeEvent.Sent said -> said.to();
      case RuntimeEvent.ExitSignalled said -> said.to();
      case RuntimeEvent.ChildStarting said -> said.child();
      case RuntimeEvent.ChildStarted said -> said.child();
      case RuntimeEvent.ChildExited said -> said.child();
      case RuntimeEvent.ChildStopping said -> said.child();
      case RuntimeEvent.ChildStopped said -> said.child();
      case RuntimeEvent.Initialized _,
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
          RuntimeEvent.ChildStartFailed _,
          RuntimeEvent.ChildIgnored _,
          RuntimeEvent.ChildRemoved _,
          RuntimeEvent.RestartDelayed _,
          RuntimeEvent.GaveUp _,
          RuntimeEvent.Gap _ ->
          Pid.NONE;
    };
  }
}
