package understudy.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.event.ChildKind;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.event.Stamped;

/// Who is who in a run: every process that is named in it, each incarnation by itself.
///
/// A stream that begins in the middle names processes whose spawn it never told; they get a role
/// like everybody else.
final class Cast {
  private static final int MOST_NAMED = 5;

  private final Map<Pid, Role> roles = new HashMap<>();
  private final List<Role> inOrder = new ArrayList<>();

  Cast() {
    role(Pid.NONE).outside = true;
  }

  /// {@return every role in the order in which the run first named them; the outside is the first}
  List<Role> all() {
    return inOrder;
  }

  Role role(Pid pid) {
    return role(pid, Pid.NONE);
  }

  private Role role(Pid pid, Pid parent) {
    Role known = roles.get(pid);
    if (known == null) {
      known = new Role(pid, inOrder.size(), parent);
      roles.put(pid, known);
      inOrder.add(known);
    }
    return known;
  }

  void take(Stamped stamped) {
    RuntimeEvent event = stamped.event();
    if (event instanceof RuntimeEvent.Spawned said) {
      role(said.subject(), said.parent());
    }
    Parties.of(event).forEach(this::role);
    learn(stamped, event);
  }

  private void learn(Stamped stamped, RuntimeEvent event) {
    Role role = role(event.subject());
    switch (event) {
      case RuntimeEvent.Spawned said -> {
        role.behaviour = said.behaviour();
        role.outside = role.outside || said.isOutside();
        role.spawned = stamped.nanos();
      }
      case RuntimeEvent.Registered said -> role.name = said.name();
      case RuntimeEvent.Exited said -> {
        role.exited = stamped.nanos();
        role.lastSequence = stamped.sequence();
        role.reason = said.reason();
      }
      case RuntimeEvent.Supervising said -> {
        role.kind = ChildKind.SUPERVISOR;
        role.strategy = said.strategy();
        role.maxRestarts = said.maxRestarts();
        role.periodSeconds = said.periodSeconds();
      }
      case RuntimeEvent.ChildStarting said -> {
        Role child = hired(role, said.child(), said.id());
        child.kind = said.kind();
        child.restart = said.restart();
        child.incarnation = said.incarnation();
      }
      case RuntimeEvent.ChildStarted said -> hired(role, said.child(), said.id());
      case RuntimeEvent.ChildExited said -> hired(role, said.child(), said.id());
      case RuntimeEvent.Initialized _,
          RuntimeEvent.Terminating _,
          RuntimeEvent.Haunting _,
          RuntimeEvent.Rested _,
          RuntimeEvent.Unregistered _,
          RuntimeEvent.Linked _,
          RuntimeEvent.Unlinked _,
          RuntimeEvent.Monitored _,
          RuntimeEvent.Demonitored _,
          RuntimeEvent.TrapExit _,
          RuntimeEvent.Suspended _,
          RuntimeEvent.Sent _,
          RuntimeEvent.Received _,
          RuntimeEvent.ExitSignalled _,
          RuntimeEvent.ChildStartFailed _,
          RuntimeEvent.ChildIgnored _,
          RuntimeEvent.ChildStopping _,
          RuntimeEvent.ChildStopped _,
          RuntimeEvent.ChildRemoved _,
          RuntimeEvent.RestartDelayed _,
          RuntimeEvent.GaveUp _,
          RuntimeEvent.Gap _ -> {}
    }
  }

  /// A supervisor that a damaged stream makes its own ancestor gets nobody above it.
  private Role hired(Role boss, Pid pid, String id) {
    Role child = role(pid);
    if (boss.ancestry().contains(child)) {
      return child;
    }
    child.id = id;
    child.supervisor = Optional.of(boss);
    return child;
  }

  /// {@return the path of the place that a person means by a name, a pid or a path}
  String place(String wanted) throws ExportRefused {
    Set<String> found = new LinkedHashSet<>();
    for (Role role : inOrder) {
      if (role.pid.toString().equals(wanted) || role.path().equals(wanted)) {
        return role.path();
      }
      boolean called = wanted.equals(role.id) || wanted.equals(role.name);
      if (called || wanted.equals(role.shortName()) || role.path().endsWith("/" + wanted)) {
        found.add(role.path());
      }
    }
    if (found.isEmpty()) {
      throw new ExportRefused(
          "no process is called '%s' in this recording; give a name, a pid such as <0.7.0>, or a"
                  .formatted(wanted)
              + " path such as "
              + inOrder.stream()
                  .map(Role::path)
                  .filter(p -> p.contains("/"))
                  .findFirst()
                  .orElse("app/worker"));
    }
    if (found.size() > 1) {
      String some = String.join(", ", found.stream().limit(MOST_NAMED).toList());
      throw new ExportRefused(
          "'%s' is the name of %d places: %s%s; give the path of one"
              .formatted(wanted, found.size(), some, found.size() > MOST_NAMED ? ", ..." : ""));
    }
    return found.iterator().next();
  }

  /// Marks who is in that place or below it; a process without a supervisor is where its parent is.
  void markUnder(String place) {
    for (Role role : inOrder) {
      role.under = isUnder(role, place);
    }
  }

  private boolean isUnder(Role role, String place) {
    Role at = role;
    for (int steps = 0; steps < Role.DEEPEST; steps++) {
      if (at.path().equals(place)) {
        return true;
      }
      Role above = at.supervisor.orElse(roles.get(at.parent));
      if (above == null || above.pid.isNone()) {
        return false;
      }
      at = above;
    }
    return false;
  }
}
