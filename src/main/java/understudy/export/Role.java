package understudy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import understudy.event.ChildKind;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RestartType;
import understudy.event.Stamped;

/// All that is known of one incarnation of a process once the whole run has been read.
///
/// Filled by [Cast], read by everybody else; times are the runtime's, in nanoseconds, -1 where the
/// run does not say.
final class Role {
  /// Nothing deeper is followed: only a forged recording has such a tree.
  static final int DEEPEST = 500;

  private static final int LONGEST_NAME = 80;

  /// A dynamic child has no id but its pid, which says nothing.
  private static final Pattern PID = Pattern.compile("<0\\.\\d+\\.0>");

  final Pid pid;
  final int number;
  final Pid parent;
  Optional<Role> supervisor = Optional.empty();
  @Nullable String id;
  @Nullable String name;
  @Nullable RestartType restart;
  @Nullable ExitReason reason;
  String behaviour = "";
  String strategy = "";
  ChildKind kind = ChildKind.WORKER;
  int incarnation = 1;
  int maxRestarts;
  int periodSeconds;
  boolean outside;
  long spawned = -1;
  long exited = -1;
  long lastSequence = Long.MAX_VALUE;

  /// Whether it has a part in what is left after the filter.
  boolean appears;

  /// Whether it is where the filter looks.
  boolean under = true;

  Role(Pid pid, int number, Pid parent) {
    this.pid = pid;
    this.number = number;
    this.parent = parent;
  }

  /// {@return what a person calls it, without its pid}
  String shortName() {
    if (outside) {
      return pid.isNone() ? "outside" : behaviour;
    }
    if (id != null && !PID.matcher(id).matches()) {
      return id;
    }
    if (name != null) {
      return name;
    }
    return behaviour.isBlank() ? pid.toString() : behaviour;
  }

  /// {@return name and pid, so that no two incarnations read the same}
  String label() {
    String called = shortName();
    return pid.isNone() || called.equals(pid.toString())
        ? called
        : Plain.brief(called, LONGEST_NAME) + " " + pid;
  }

  /// {@return its place: the names from the root to here, joined by `/`; a restart keeps it}
  String path() {
    return String.join("/", ancestry().reversed().stream().map(Role::shortName).toList());
  }

  /// {@return itself, its supervisor, and so on to the root}
  List<Role> ancestry() {
    List<Role> line = new ArrayList<>(List.of(this));
    for (var at = supervisor; at.isPresent() && line.size() < DEEPEST; at = at.get().supervisor) {
      line.add(at.get());
    }
    return line;
  }

  /// {@return whether it is alive when `stamped` happens, as far as the run says}
  boolean livesAt(Stamped stamped) {
    return stamped.sequence() < lastSequence;
  }

  boolean supervises() {
    return kind == ChildKind.SUPERVISOR;
  }
}
