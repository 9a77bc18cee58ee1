package understudy.otp;

import java.util.Optional;
import understudy.event.Pid;

/// A child as its supervisor keeps it. Touched by the supervisor's process only.
///
/// `ABSENT -> RUNNING -> ABSENT`, and after a restart that failed or waits, `RESTARTING ->
/// RUNNING`.
final class Child {
  enum Presence {
    /// Without process: ended, stopped or ignored.
    ABSENT,
    /// With a live process.
    RUNNING,
    /// Without process, and a restart will be tried.
    RESTARTING
  }

  final ChildSpec spec;
  private final String id;
  private Presence presence = Presence.ABSENT;
  private Pid pid = Pid.NONE;
  private int starts;
  private int attempts;
  private long startedNanos;

  /// Changes whenever a pending restart is overtaken, so that a stale timer has no effect (BKO-09).
  private long era;

  Child(ChildSpec spec) {
    this(spec, spec.id());
  }

  /// A child that is told apart from its siblings by another id than its specification's.
  Child(ChildSpec spec, String id) {
    this.spec = spec;
    this.id = id;
  }

  /// Begins after the era of a child that had the same id, whose timers may still come.
  void after(long earlier) {
    era = Math.max(era, earlier + 1);
  }

  String id() {
    return id;
  }

  Optional<Pid> pid() {
    return presence == Presence.RUNNING ? Optional.of(pid) : Optional.empty();
  }

  Presence presence() {
    return presence;
  }

  int incarnation() {
    return starts;
  }

  long era() {
    return era;
  }

  void starting() {
    starts++;
  }

  void running(Pid process, long nowNanos) {
    presence = Presence.RUNNING;
    pid = process;
    startedNanos = nowNanos;
    era++;
  }

  void absent() {
    presence = Presence.ABSENT;
    pid = Pid.NONE;
    era++;
  }

  void restarting() {
    presence = Presence.RESTARTING;
    pid = Pid.NONE;
    era++;
  }

  /// {@return which restart in a row this is, counted anew after a life of `reset` (BKO-06)}
  int nextAttempt(long nowNanos, long resetNanos) {
    boolean lived = presence == Presence.RUNNING && nowNanos - startedNanos >= resetNanos;
    attempts = lived ? 1 : attempts + 1;
    return attempts;
  }
}
