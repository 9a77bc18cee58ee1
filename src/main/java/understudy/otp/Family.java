package understudy.otp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import understudy.event.Decision;
import understudy.event.ExitReason;
import understudy.event.Pid;
import understudy.event.RuntimeEvent;
import understudy.runtime.Self;

/// The children of one supervisor, and what their ends mean. Decides, and does nothing: no signal,
/// no clock of its own.
final class Family {
  private final SupervisorFlags flags;
  private final SequencedMap<String, Child> children = new LinkedHashMap<>();
  private final Map<Pid, Child> byPid = new HashMap<>();
  private final RestartIntensity restarts;
  private long lastEra;

  Family(SupervisorFlags flags, List<ChildSpec> specs) {
    this.flags = flags;
    this.restarts = new RestartIntensity(flags.maxRestarts(), flags.periodSeconds());
    specs.forEach(spec -> add(new Child(spec)));
  }

  /// Decides what the end of `child` means (RST-04 to RST-08, AUT rules, INT-11).
  Decision ended(Child child, ExitReason reason, long nowNanos) {
    return switch (child.spec.restart()) {
      case PERMANENT -> counted(nowNanos);
      case TRANSIENT -> reason.isClean() ? left(child, Decision.LEAVE) : counted(nowNanos);
      case TEMPORARY -> left(child, Decision.REMOVE);
    };
  }

  /// Counts a restart that is about to be tried.
  Decision counted(long nowNanos) {
    return restarts.count(nowNanos) ? Decision.RESTART : Decision.GIVE_UP;
  }

  private Decision left(Child child, Decision otherwise) {
    boolean shuts =
        child.spec.significant()
            && switch (flags.autoShutdown()) {
              case NEVER -> false;
              case ANY_SIGNIFICANT -> true;
              case ALL_SIGNIFICANT ->
                  children.values().stream()
                      .noneMatch(other ->
                          other != child
                              && other.spec.significant()
                              && other.presence() != Child.Presence.ABSENT); // AUT-09
            };
    return shuts ? Decision.AUTO_SHUTDOWN : otherwise;
  }

  /// {@return who is stopped and started with `child`, in start order}
  List<Child> group(Child child) {
    return flags.strategy().fate(this::all, child);
  }

  /// {@return all children in start order}
  List<Child> all() {
    return List.copyOf(children.values());
  }

  Optional<Child> byId(String id) {
    return Optional.ofNullable(children.get(id));
  }

  Optional<Child> byPid(Pid pid) {
    return Optional.ofNullable(byPid.get(pid));
  }

  int restartsInWindow() {
    return restarts.counted();
  }

  void add(Child child) {
    child.after(lastEra);
    children.put(child.id(), child);
  }

  /// Forgets a child, and says so.
  void remove(Child child, Self supervisor) {
    child.pid().ifPresent(byPid::remove);
    child.absent();
    lastEra = Math.max(lastEra, child.era());
    children.remove(child.id(), child);
    supervisor.emit(new RuntimeEvent.ChildRemoved(supervisor.pid(), child.id()));
  }

  boolean has(Child child) {
    return children.get(child.id()) == child;
  }

  void running(Child child, Pid pid, long nowNanos) {
    child.running(pid, nowNanos);
    byPid.put(pid, child);
  }

  void absent(Child child) {
    child.pid().ifPresent(byPid::remove);
    child.absent();
  }

  void restarting(Child child) {
    child.pid().ifPresent(byPid::remove);
    child.restarting();
  }
}
