package understudy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;

/// One thing that an event says, beside who it is about.
///
/// @param name as in the exports' documentation
/// @param value a text, a number or a truth
record Field(String name, Object value) {
  /// {@return everything that `event` says but its kind and its subject, in a fixed order}
  static List<Field> of(RuntimeEvent event) {
    return switch (event) {
      case RuntimeEvent.Spawned said ->
          List.of(pid("parent", said.parent()), new Field("behaviour", said.behaviour()));
      case RuntimeEvent.Terminating said -> because(said.reason());
      case RuntimeEvent.Exited said -> because(said.reason());
      case RuntimeEvent.Registered said -> List.of(new Field("name", said.name()));
      case RuntimeEvent.Unregistered said -> List.of(new Field("name", said.name()));
      case RuntimeEvent.Linked said -> List.of(pid("other", said.other()));
      case RuntimeEvent.Unlinked said -> List.of(pid("other", said.other()));
      case RuntimeEvent.Monitored said ->
          List.of(pid("target", said.target()), new Field("reference", said.reference()));
      case RuntimeEvent.Demonitored said ->
          List.of(pid("target", said.target()), new Field("reference", said.reference()));
      case RuntimeEvent.TrapExit said -> List.of(new Field("on", said.on()));
      case RuntimeEvent.Suspended said -> List.of(new Field("on", said.on()));
      case RuntimeEvent.Sent said ->
          List.of(
              pid("to", said.to()),
              new Field("message_id", said.messageId()),
              new Field("label", said.label()));
      case RuntimeEvent.Received said ->
          List.of(new Field("message_id", said.messageId()), new Field("label", said.label()));
      case RuntimeEvent.ExitSignalled said -> with(because(said.reason()), pid("to", said.to()));
      case RuntimeEvent.Supervising said ->
          List.of(
              new Field("strategy", said.strategy()),
              new Field("max_restarts", said.maxRestarts()),
              new Field("period_seconds", said.periodSeconds()));
      case RuntimeEvent.ChildStarting said ->
          List.of(
              pid("child", said.child()),
              new Field("id", said.id()),
              new Field("kind", lower(said.kind())),
              new Field("restart", lower(said.restart())),
              new Field("incarnation", said.incarnation()));
      case RuntimeEvent.ChildStarted said -> child(said.child(), said.id());
      case RuntimeEvent.ChildStartFailed said ->
          with(because(said.reason()), new Field("id", said.id()));
      case RuntimeEvent.ChildIgnored said -> List.of(new Field("id", said.id()));
      case RuntimeEvent.ChildExited said -> {
        List<Field> fields = new ArrayList<>(child(said.child(), said.id()));
        fields.add(new Field("decision", lower(said.decision())));
        fields.add(new Field("restarts_in_window", said.restartsInWindow()));
        fields.addAll(because(said.reason()));
        yield fields;
      }
      case RuntimeEvent.ChildStopping said -> {
        List<Field> fields = new ArrayList<>(child(said.child(), said.id()));
        fields.addAll(because(said.reason()));
        yield fields;
      }
      case RuntimeEvent.ChildStopped said -> {
        List<Field> fields = new ArrayList<>(child(said.child(), said.id()));
        fields.addAll(because(said.reason()));
        yield fields;
      }
      case RuntimeEvent.ChildRemoved said -> List.of(new Field("id", said.id()));
      case RuntimeEvent.RestartDelayed said ->
          List.of(new Field("id", said.id()), new Field("delay_millis", said.delayMillis()));
      case RuntimeEvent.GaveUp said ->
          List.of(
              new Field("id", said.id()),
              new Field("restarts", said.restarts()),
              new Field("max_restarts", said.maxRestarts()),
              new Field("period_seconds", said.periodSeconds()));
      case RuntimeEvent.Gap said -> List.of(new Field("lost", said.lost()));
      case RuntimeEvent.Initialized _, RuntimeEvent.Haunting _, RuntimeEvent.Rested _ -> List.of();
    };
  }

  private static Field pid(String name, Pid pid) {
    return new Field(name, pid.number());
  }

  private static List<Field> child(Pid pid, String id) {
    return List.of(pid("child", pid), new Field("id", id));
  }

  private static List<Field> because(ExitReason reason) {
    Field text = new Field("reason", Because.text(reason));
    String trace = Because.trace(reason);
    return trace.isEmpty() ? List.of(text) : List.of(text, new Field("stack", trace));
  }

  private static List<Field> with(List<Field> fields, Field first) {
    List<Field> all = new ArrayList<>(List.of(first));
    all.addAll(fields);
    return all;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
