package understudy.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// How many messages wait for whom, counted from all that was sent and taken.
final class Mailboxes {
  /// How many wait for a process now.
  record Level(Role role, long waiting) {}

  private final Cast cast;
  private final Map<Role, Long> waiting = new HashMap<>();

  Mailboxes(Cast cast) {
    this.cast = cast;
  }

  /// {@return whose mailbox another event has changed, if any; what is sent to the dead is lost}
  Optional<Level> after(Stamped stamped) {
    if (stamped.event() instanceof RuntimeEvent.Sent said) {
      Role to = cast.role(said.to());
      return to.livesAt(stamped)
          ? Optional.of(new Level(to, waiting.merge(to, 1L, Long::sum)))
          : Optional.empty();
    }
    if (stamped.event() instanceof RuntimeEvent.Received said) {
      Role role = cast.role(said.subject());
      long left = Math.max(0, of(role) - 1);
      waiting.put(role, left);
      return Optional.of(new Level(role, left));
    }
    if (stamped.event() instanceof RuntimeEvent.Exited said) {
      Role role = cast.role(said.subject());
      Long left = waiting.remove(role);
      return left == null || left == 0 ? Optional.empty() : Optional.of(new Level(role, 0));
    }
    return Optional.empty();
  }

  long of(Role role) {
    return waiting.getOrDefault(role, 0L);
  }
}
